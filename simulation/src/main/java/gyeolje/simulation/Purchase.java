package gyeolje.simulation;

import gyeolje.gateway.flow.Answer;
import gyeolje.simulation.Operation.Kind;
import gyeolje.simulation.Operation.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** One order number from the merchant's and the shopper's side: who asks again, clicks twice, changes the basket, wants the money back. */
final class Purchase implements Runnable {
    private static final int MOST_TRIES = 4;
    private static final Set<String> TRY_AGAIN = Set.of("9001", "1006", "1002");

    /** Lets a person do something beside the others. */
    @FunctionalInterface
    interface Crowd {
        void join(Runnable person);
    }

    /** Sends a request, the same each time. */
    @FunctionalInterface
    interface Question {
        Optional<Answer> ask();
    }

    private final World world;
    private final Client client;
    private final Crowd crowd;
    private final Shop shop;
    private final Shop stranger;
    private final String number;
    private final List<Question> questions = new ArrayList<>();
    private int bodies;

    Purchase(World world, Client client, Crowd crowd, Shop shop, Shop stranger, String number) {
        this.world = world;
        this.client = client;
        this.crowd = crowd;
        this.shop = shop;
        this.stranger = stranger;
        this.number = number;
    }

    @Override
    public void run() {
        rest(30 * Setting.SECOND);
        long won = world.chance().between(100, 5_000);
        ordered(won).ifPresent(this::payAndCancel);
        if (happens(world.setting().habits().otherAttempt())) {
            if (world.chance().odds(0.5)) rest(Setting.MINUTE);
            ordered(won + 10).ifPresent(this::payAndCancel);
        }
    }

    private Optional<String> ordered(long won) {
        var identity = shop.name() + " " + number + " " + won;
        boolean phone = world.chance().odds(0.4);
        var request = new Request(Kind.ORDER, shop.name(), number, "", identity);
        var fields = shop.order(number, won, phone);
        if (happens(world.setting().habits().doubleClick()))
            beside(() -> ask(request, flows -> flows.order().order(shop.caller(), fields)));
        return persistently(() -> ask(request, flows -> flows.order().order(shop.caller(), fields)))
                .map(answer -> answer.body().getOrDefault("ordr_idxx", ""))
                .filter(id -> !id.isEmpty());
    }

    private void payAndCancel(String id) {
        var habits = world.setting().habits();
        var pay = pay(id, nextBody());
        if (happens(habits.doubleClick())) beside(pay::ask);
        if (happens(habits.otherBody())) beside(pay(id, nextBody())::ask);
        if (happens(habits.stranger())) beside(() -> meddle(id));
        boolean cancels = happens(habits.cancel());
        boolean impatient = cancels && world.chance().odds(0.2);
        if (impatient) beside(() -> cancel(id));
        beside(() -> {
            persistently(pay);
            if (cancels && !impatient) cancel(id);
        });
    }

    private Question pay(String id, String encData) {
        var request = new Request(Kind.PAY, shop.name(), number, id, encData);
        var fields = shop.pay(id, encData);
        return kept(() -> ask(request, flows -> flows.pay().pay(shop.caller(), fields)));
    }

    private void cancel(String id) {
        if (world.chance().odds(0.2)) sleep(world.chance().between(Setting.MINUTE, 2 * Setting.HOUR));
        else rest(Setting.MINUTE);
        var habits = world.setting().habits();
        var cancel = cancelling(id, nextBody());
        if (happens(habits.doubleClick())) beside(cancel::ask);
        if (happens(habits.otherBody())) beside(cancelling(id, nextBody())::ask);
        persistently(cancel);
    }

    private Question cancelling(String id, String reason) {
        var request = new Request(Kind.CANCEL, shop.name(), number, id, reason);
        var fields = shop.cancel(id, reason);
        return kept(() -> ask(request, flows -> flows.cancel().cancel(shop.caller(), fields)));
    }

    /** To be asked again in the end. */
    private Question kept(Question question) {
        questions.add(question);
        return question;
    }

    /** Another merchant tries what is not theirs. */
    private void meddle(String id) {
        rest(Setting.MINUTE);
        var pay = new Request(Kind.PAY, stranger.name(), number, id, "stranger");
        client.send(pay, false, flows -> flows.pay().pay(stranger.caller(), stranger.pay(id, nextBody())));
        var cancel = new Request(Kind.CANCEL, stranger.name(), number, id, "stranger");
        client.send(cancel, false, flows -> flows.cancel().cancel(stranger.caller(), stranger.cancel(id, "stranger")));
    }

    List<Question> questions() {
        return questions;
    }

    private Optional<Answer> ask(Request request, Function<Node.Flows, Answer> call) {
        return client.send(request, true, call);
    }

    private Optional<Answer> persistently(Question question) {
        var heard = question.ask();
        for (int tries = 1; tries < MOST_TRIES && isDoubtful(heard); tries++) {
            rest(30 * Setting.SECOND);
            heard = question.ask();
        }
        return heard;
    }

    private static boolean isDoubtful(Optional<Answer> heard) {
        return heard.isEmpty() || TRY_AGAIN.contains(heard.get().code());
    }

    private void beside(Runnable deed) {
        long pause = world.chance().odds(0.5)
                ? world.chance().heavy(1, Setting.SECOND)
                : world.chance().heavy(Setting.SECOND, Setting.MINUTE);
        crowd.join(() -> {
            sleep(pause);
            deed.run();
        });
    }

    private String nextBody() {
        return "body-" + shop.name() + "-" + number + "-" + ++bodies;
    }

    private boolean happens(double rate) {
        return world.chance().likes(rate);
    }

    private void rest(long most) {
        sleep(world.chance().heavy(10_000, most));
    }

    private void sleep(long micros) {
        world.baton()
                .<Boolean>await(
                        world.outside(),
                        reply -> world.baton().in(micros, world.outside(), () -> reply.answer(() -> true)));
    }
}
