package gyeolje.shop;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which page or act belongs to which address. */
final class ShopRoutes {
    private static final int LISTED = 50;
    private static final List<String> RETURN_HEADERS = List.of("Content-Type", "Origin", "User-Agent");
    private static final String A_YEAR = "; Path=/; Max-Age=31536000; HttpOnly; SameSite=Lax";

    private final OrderBook book;
    private final PlaceOrder placing;
    private final TakeAuthentication taking;
    private final SettlePayment settlement;
    private final CancelPayment cancellation;
    private final DoubtLoop doubts;
    private final Assets assets = new Assets();
    private final Pages pages;
    private final OrderPages orderPages;
    private final WirePage wirePage;
    private final SecureRandom random = new SecureRandom();

    ShopRoutes(
            OrderBook book,
            PlaceOrder placing,
            TakeAuthentication taking,
            SettlePayment settlement,
            CancelPayment cancellation,
            DoubtLoop doubts,
            Pages pages,
            OrderPages orderPages) {
        this.book = book;
        this.placing = placing;
        this.taking = taking;
        this.settlement = settlement;
        this.cancellation = cancellation;
        this.doubts = doubts;
        this.pages = pages;
        this.orderPages = orderPages;
        this.wirePage = new WirePage(pages);
    }

    void on(WebServer server) {
        server.get("/", call -> known(call, pages.front(call)))
                .get("/goods/:goods", this::goods)
                .get("/orders", this::list)
                .post("/orders", this::place)
                .get(
                        "/orders/:order",
                        call -> orderPages.order(call, entry(call).order()))
                .get("/orders/:order/pay", this::window)
                .get(
                        "/orders/:order/wire",
                        call -> wirePage.of(call, entry(call).order()))
                .post("/orders/:order/settle", this::settle)
                .get("/orders/:order/cancel", this::confirmCancel)
                .post("/orders/:order/cancel", this::cancel)
                .post("/orders/:order/authenticated", this::takeFromPage)
                .post("/return/:order", this::takeFromWindow)
                .get("/return/:order", call -> toOrder(entry(call).order()))
                .get("/language/:tag", ShopRoutes::speak)
                .get("/assets/:name", call -> asset(call, call.parameter("name")))
                .get("/favicon.ico", call -> asset(call, "favicon.svg"));
    }

    private Answer goods(Call call) throws Unacceptable {
        return known(call, pages.goods(call, 200, goods(call.parameter("goods")), Buyer.USUAL, List.of()));
    }

    private Answer list(Call call) {
        var shopper = call.shopper().orElse("");
        return known(
                call,
                orderPages.list(
                        call, book.newest(LISTED, order -> order.shopper().equals(shopper))));
    }

    private Answer place(Call call) throws Unacceptable {
        refuseOthers(call);
        var form = Form.ofPage(call.body().getBytes());
        var goods = goods(form.get("goods"));
        var checkout = CheckoutForm.of(form, call.language());
        if (!checkout.mistakes().isEmpty()) return pages.goods(call, 422, goods, checkout.buyer(), checkout.mistakes());
        var shopper = call.shopper().orElseGet(this::newShopper);
        var browser = new PlaceOrder.Browser(shopper, call.isPhone(), call.header("User-Agent"), call.origin());
        var order = placing.place(goods, call.language(), checkout.buyer(), browser);
        var next = order.state() instanceof State.Placed ? "/pay" : "";
        return remember(Answer.seeOther("/orders/" + order.number() + next), shopper);
    }

    /** The payment window, while there is something to pay; otherwise how the order stands. */
    private Answer window(Call call) throws Unacceptable {
        var entry = entry(call);
        return switch (entry.order().state()) {
            case State.Placed(var placed) -> window(call, entry, placed);
            case State.Abandoned(var placed, var _, var _) -> window(call, entry, placed);
            case State.Ordering _,
                    State.NotPlaced _,
                    State.Paying _,
                    State.Declined _,
                    State.Paid _,
                    State.Cancelling _,
                    State.Cancelled _ -> toOrder(entry.order());
        };
    }

    private Answer window(Call call, OrderEntry entry, Map<String, String> placed) {
        var window = orderPages.window(call, entry.order(), placed);
        entry.alone(() -> {
            var order = entry.order();
            if (order.exchanges().stream().noneMatch(seen -> seen.step() == Exchange.Step.WINDOW))
                entry.become(order.with(List.of(orderPages.exchange(placed))));
        });
        return window;
    }

    /** The PC window's result, which the shop's own page posts. */
    private Answer takeFromPage(Call call) throws Unacceptable {
        refuseOthers(call);
        return take(call, Form.ofPage(call.body().getBytes()));
    }

    /** From another site on purpose: the mobile window's result comes from KCP, without the shop's cookies. */
    private Answer takeFromWindow(Call call) throws Unacceptable {
        return take(call, Form.ofWindow(call.body().getBytes()));
    }

    private Answer take(Call call, Form form) throws Unacceptable {
        var entry = entry(call);
        var headers = new LinkedHashMap<String, String>();
        RETURN_HEADERS.forEach(name -> headers.put(name, call.header(name)));
        headers.values().removeIf(String::isEmpty);
        var seen = Transcript.ofForm(Exchange.Step.RETURN, "POST", call.origin() + call.path(), headers, form.fields());
        try {
            var taken = taking.take(entry, call.body().getBytes(), form.get("ordr_chk"), seen);
            return taken ? toOrder(entry.order()) : pages.foreignAuthentication(call.language());
        } catch (IllegalArgumentException notAnAuthentication) {
            throw new Unacceptable(400, notAnAuthentication);
        } finally {
            doubts.watch(entry);
        }
    }

    private Answer settle(Call call) throws Unacceptable {
        refuseOthers(call);
        var entry = entry(call);
        settlement.again(entry);
        doubts.watch(entry);
        return toOrder(entry.order());
    }

    private Answer confirmCancel(Call call) throws Unacceptable {
        return orderPages.confirmCancel(call, entry(call).order());
    }

    /** Without the browser's own confirmation the shop asks on a page. */
    private Answer cancel(Call call) throws Unacceptable {
        refuseOthers(call);
        var entry = entry(call);
        if (!Form.ofPage(call.body().getBytes()).get("confirmed").equals("yes"))
            return Answer.seeOther("/orders/" + entry.order().number() + "/cancel");
        cancellation.cancel(entry);
        doubts.watch(entry);
        return toOrder(entry.order());
    }

    private static Answer speak(Call call) {
        var to = call.query().get("to");
        var local = to != null && to.matches("/[A-Za-z0-9/_-]{0,100}") && !to.startsWith("//") ? to : "/";
        var tag = Language.tagged(call.parameter("tag")).tag();
        return Answer.seeOther(local).with("Set-Cookie", Call.LANGUAGE_COOKIE + "=" + tag + A_YEAR);
    }

    private Answer asset(Call call, String name) throws Unacceptable {
        return assets.find(name, call.header("If-None-Match")).orElseThrow(() -> new Unacceptable(404));
    }

    private static Answer toOrder(Order order) {
        return Answer.seeOther("/orders/" + order.number());
    }

    private OrderEntry entry(Call call) throws Unacceptable {
        return book.find(call.parameter("order")).orElseThrow(() -> new Unacceptable(404));
    }

    private static Goods goods(String number) throws Unacceptable {
        return Goods.numbered(number).orElseThrow(() -> new Unacceptable(404));
    }

    private static void refuseOthers(Call call) throws Unacceptable {
        if (call.isFromElsewhere()) throw new Unacceptable(403);
    }

    private Answer known(Call call, Answer answer) {
        return call.shopper().isPresent() ? answer : remember(answer, newShopper());
    }

    private static Answer remember(Answer answer, String shopper) {
        return answer.with("Set-Cookie", Call.SHOPPER_COOKIE + "=" + shopper + A_YEAR);
    }

    private String newShopper() {
        var bytes = new byte[16];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
