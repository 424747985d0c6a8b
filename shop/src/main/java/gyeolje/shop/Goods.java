package gyeolje.shop;

import java.util.List;
import java.util.Optional;

/** One thing on the shelf. The number is its place in the shop front, from 1, and names its drawing. */
record Goods(int number, long won, String name, String englishName, String story, String englishStory) {
    static final List<Goods> SHELF = List.of(
            new Goods(
                    1,
                    18_000,
                    "달항아리 찻잔",
                    "Moon jar teacup",
                    "손으로 빚어 두 번 구웠어요. 한 손에 쏙 들어오고, 입술이 닿는 곳은 얇아요.",
                    "Thrown by hand and fired twice. Sits in one palm, thin where it meets the lip."),
            new Goods(
                    2,
                    24_000,
                    "첫물 녹차 40g",
                    "First flush green tea, 40 g",
                    "곡우 전에 딴 어린잎만 덖었어요. 미지근한 물에 천천히 우려 드세요.",
                    "Young leaves picked before the spring rain and pan-roasted. Steep slowly in lukewarm water."),
            new Goods(
                    3,
                    32_000,
                    "물결 청자 접시",
                    "Celadon wave plate",
                    "유약이 고인 자리마다 물빛이 깊어져요. 과일 한 접시에 알맞은 크기예요.",
                    "The glaze pools into deeper water with every ripple. Just right for a plate of fruit."),
            new Goods(
                    4,
                    9_800,
                    "한지 공책",
                    "Hanji notebook",
                    "닥나무 종이를 실로 엮었어요. 먹도 만년필도 번지지 않아요.",
                    "Mulberry paper, sewn by hand. Neither brush nor fountain pen bleeds through."),
            new Goods(
                    5,
                    15_000,
                    "먹빛 잉크 30ml",
                    "Ink-stone black ink, 30 ml",
                    "소나무 그을음에서 얻은 따뜻한 검정이에요. 마르면 살짝 갈빛이 돌아요.",
                    "A warm black from pine soot, with a hint of brown once it is dry."),
            new Goods(
                    6,
                    27_000,
                    "조각보",
                    "Patchwork wrapping cloth",
                    "모시 조각을 감침질로 이었어요. 선물을 싸도, 창에 걸어도 좋아요.",
                    "Ramie pieces joined with a whip stitch. Wrap a gift in it, or hang it in a window."),
            new Goods(
                    7,
                    1_004,
                    "솔잎 향 한 자루",
                    "One stick of pine incense",
                    "처음 오신 분께 드리는 맛보기예요. 이십 분쯤 타요.",
                    "A taster for those who come by for the first time. Burns for about twenty minutes."),
            new Goods(
                    8,
                    34_900,
                    "뷁·똠·펲·믜's <b>한정판</b> 머그 🍵",
                    "뷁·똠·펲·믜's <b>limited</b> mug 🍵",
                    "이름부터 까다로운 한정판이에요. 어떤 글자도 깨지지 않고 영수증까지 가요.",
                    "A limited edition with a difficult name: every character of it arrives on the receipt unbroken."));

    static Optional<Goods> numbered(String number) {
        return SHELF.stream()
                .filter(goods -> String.valueOf(goods.number).equals(number))
                .findFirst();
    }

    String name(Language language) {
        return switch (language) {
            case KOREAN -> name;
            case ENGLISH -> englishName;
        };
    }

    String story(Language language) {
        return switch (language) {
            case KOREAN -> story;
            case ENGLISH -> englishStory;
        };
    }
}
