package gyeolje.shop;

import gyeolje.sdk.OrderAnswer;
import gyeolje.sdk.PaymentWindow;
import gyeolje.sdk.WindowOptions;
import java.net.URI;
import java.util.List;
import java.util.Map;

/** The pages about one order, and the list of them. */
final class OrderPages {
    /** A name and a value of the receipt; the test id may be empty. */
    record Line(String name, String value, String testId) {}

    private record Row(String number, String name, String price, String state, String tone, String time, int goods) {}

    private final Pages pages;
    private final URI kcpScript;

    OrderPages(Pages pages, URI kcpScript) {
        this.pages = pages;
        this.kcpScript = kcpScript;
    }

    Answer order(Call call, Order order) {
        var language = call.language();
        var standing = Standing.of(order.state(), language);
        var values = Map.ofEntries(
                Map.entry("order", row(order, language)),
                Map.entry("standing", standing),
                Map.entry("notices", standing.notices()),
                Map.entry("receipt", Receipt.lines(order, language)),
                Map.entry("isReceipt", standing.is(Standing.Act.SHOW_RECEIPT)),
                Map.entry("canCancel", standing.is(Standing.Act.CANCEL)),
                Map.entry("canSettle", standing.is(Standing.Act.SETTLE)),
                Map.entry("canOpen", standing.is(Standing.Act.OPEN_WINDOW)),
                Map.entry("canRebuy", standing.is(Standing.Act.BUY_AGAIN)));
        var title = language.text("orderTitle") + " " + order.number();
        return Answer.page(200, pages.render("order", language, "/orders/" + order.number(), title, values));
    }

    Answer list(Call call, List<Order> orders) {
        var language = call.language();
        var rows = orders.stream().map(order -> row(order, language)).toList();
        var values = Map.of("orders", rows, "isEmpty", rows.isEmpty());
        return Answer.page(200, pages.render("orders", language, "/orders", language.text("ordersTitle"), values));
    }

    Answer confirmCancel(Call call, Order order) {
        var language = call.language();
        var values = Map.of("order", row(order, language));
        return Answer.page(
                200,
                pages.render("cancel", language, "/orders/" + order.number(), language.text("cancelTitle"), values));
    }

    /** The page that opens the payment window. */
    Answer window(Call call, Order order, Map<String, String> placed) {
        var answer = OrderAnswer.fromFields(placed);
        return answer.isMobile() ? mobileWindow(call, order, answer) : pcWindow(call, order, answer);
    }

    private Answer mobileWindow(Call call, Order order, OrderAnswer placed) {
        var html = window(
                "window-mobile",
                call,
                order,
                mobileForm(placed, call.language()).html());
        return Answer.page(200, html).with(ContentPolicy.NAME, ContentPolicy.mobileWindow(URI.create(placed.payUrl())));
    }

    private Answer pcWindow(Call call, Order order, OrderAnswer placed) {
        var html = window("window-pc", call, order, placed.toWindowJson());
        return Answer.page(200, html).with(ContentPolicy.NAME, ContentPolicy.pcWindow(kcpScript));
    }

    private String window(String page, Call call, Order order, String opening) {
        var language = call.language();
        var values = Map.of("order", row(order, language), "opening", opening, "kcpScript", kcpScript.toString());
        return pages.render(page, language, "/orders/" + order.number() + "/pay", language.text("windowTitle"), values);
    }

    /** What the buyer's browser will hand to KCP. */
    Exchange exchange(Map<String, String> placed) {
        var answer = OrderAnswer.fromFields(placed);
        var to = answer.isMobile() ? answer.payUrl() : kcpScript.toString();
        var how = answer.isMobile() ? "POST" : "SCRIPT";
        var form = answer.isMobile() ? mobileForm(answer, Language.KOREAN) : pcForm(answer);
        var headers = Map.of("Content-Type", "application/x-www-form-urlencoded; charset=euc-kr");
        return Transcript.ofForm(Exchange.Step.WINDOW, how, to, headers, form.fields());
    }

    private static WindowForm mobileForm(OrderAnswer placed, Language language) {
        var options = WindowOptions.NONE.withSubmitLabel(language.text("openWindow"));
        return WindowForm.of(PaymentWindow.mobileForm(placed, options));
    }

    private WindowForm pcForm(OrderAnswer placed) {
        return WindowForm.of(PaymentWindow.pcForm(placed, kcpScript.toString()));
    }

    private static Row row(Order order, Language language) {
        var standing = Standing.of(order.state(), language);
        return new Row(
                order.number(),
                order.itemName(),
                Texts.won(order.won(), language),
                standing.name(),
                standing.tone(),
                Texts.time(order.placedAt()),
                order.goods());
    }
}
