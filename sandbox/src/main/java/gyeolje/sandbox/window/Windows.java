package gyeolje.sandbox.window;

import gyeolje.sandbox.control.Control;
import gyeolje.sandbox.ledger.Ledger;
import gyeolje.sandbox.wire.Authentication;
import gyeolje.sandbox.wire.Authentications;
import gyeolje.sandbox.wire.FormText;
import gyeolje.sandbox.wire.Json;
import gyeolje.sandbox.wire.Refused;
import gyeolje.sandbox.wire.Result;
import gyeolje.sandbox.wire.Seal;
import gyeolje.sandbox.wire.WindowResult;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The pages a buyer's browser sees. */
public final class Windows {
    private static final Result FOREIGN_SHEET =
            new Result("9502", "결제창 정보를 읽을 수 없습니다. 처음부터 다시 열어주세요.", "This sheet cannot be read; open it anew.");

    private final Authentications authentications;
    private final Seal seal;
    private final InstantSource clock;
    private final Checking checking;
    private final Pages pages;
    private final Assets assets = new Assets();
    private final Front front;

    public Windows(
            Ledger ledger,
            Authentications authentications,
            Seal seal,
            InstantSource clock,
            Supplier<String> publicUrl) {
        this.authentications = authentications;
        this.seal = seal;
        this.clock = clock;
        checking = new Checking(ledger, authentications);
        pages = new Pages(seal);
        front = new Front(ledger, pages, clock, publicUrl);
    }

    public void serve(HttpServerRequest http, String path, Buffer body) {
        Optional<Assets.Asset> asset = assets.at(path);
        if (asset.isPresent()) {
            asset(http, asset.get());
            return;
        }
        String call = http.method() + " " + path;
        switch (call) {
            case "GET /" -> front.serve(http, Control.isLocal(http));
            case "GET /favicon.ico" -> http.response().setStatusCode(204).end();
            case "POST /pay/mobileGW.kcp" -> mobile(http, body, FormText.WINDOWS_949);
            case "POST /pay/jsp/encodingFilter/encodingFilter.jsp" -> mobile(http, body, StandardCharsets.UTF_8);
            case "POST /kcpPaypop.do" -> pc(http, body);
            case "POST /window/decide" -> decide(http, body);
            default -> missing(http, path);
        }
    }

    private void mobile(HttpServerRequest http, Buffer body, Charset charset) {
        Map<String, String> fields = FormText.fields(body.getBytes(), charset);
        String userAgent = http.headers().get("user-agent");
        try {
            Purchase purchase = checking.mobile(fields, userAgent == null ? "" : userAgent, clock.instant());
            Html.page(http, 200, pages.sheet(purchase, Choice.first(Language.KO)));
        } catch (Refused refused) {
            Html.page(http, 400, pages.refused(refused.result()));
        }
    }

    private void pc(HttpServerRequest http, Buffer body) {
        boolean utf8 = "UTF-8".equalsIgnoreCase(http.getParam("encType"));
        Map<String, String> fields =
                FormText.fields(body.getBytes(), utf8 ? StandardCharsets.UTF_8 : FormText.WINDOWS_949);
        try {
            Purchase purchase = checking.pc(fields, clock.instant());
            Html.framed(http, 200, pages.sheet(purchase, Choice.first(Language.KO)));
        } catch (Refused refused) {
            Purchase broken = new Purchase(Purchase.Kind.PC, fields);
            handOver(http, broken, refused.result(), Map.of(), Language.KO);
        }
    }

    private void decide(HttpServerRequest http, Buffer body) {
        Map<String, String> form = FormText.fields(body.getBytes(), StandardCharsets.UTF_8);
        Optional<Purchase> found = Purchase.of(form.getOrDefault("ticket", ""), seal);
        if (found.isEmpty()) {
            Html.framed(http, 400, pages.refused(FOREIGN_SHEET));
            return;
        }
        Purchase purchase = found.get();
        Choice choice = Choice.of(form);
        switch (form.getOrDefault("action", "")) {
            case "approve" -> finish(http, purchase, Result.OK, agreed(purchase, choice), choice.language());
            case "cancel" -> finish(http, purchase, Result.BUYER_CANCELLED, Map.of(), choice.language());
            case "close" -> close(http, purchase, choice.language());
            default -> again(http, purchase, choice.in(choice.language().other()));
        }
    }

    /** The sheet once more, in the other language. */
    private void again(HttpServerRequest http, Purchase purchase, Choice choice) {
        String html = pages.sheet(purchase, choice);
        switch (purchase.kind()) {
            case MOBILE -> Html.page(http, 200, html);
            case PC -> Html.framed(http, 200, html);
        }
    }

    /** A phone's merchant hears nothing of a closed window; a PC's page hears of a cancel. */
    private void close(HttpServerRequest http, Purchase purchase, Language language) {
        switch (purchase.kind()) {
            case MOBILE -> Html.page(http, 200, pages.closed(language));
            case PC -> {
                Result closed = Result.BUYER_CANCELLED.saying("결제창을 닫아 결제를 취소했습니다.");
                handOver(http, purchase, closed, Map.of(), language);
            }
        }
    }

    private void finish(
            HttpServerRequest http, Purchase purchase, Result result, Map<String, String> agreed, Language language) {
        switch (purchase.kind()) {
            case MOBILE -> {
                Map<String, String> fields = ReturnFields.of(purchase, result, agreed);
                String html = pages.toMerchant(purchase, fields, language, result.equals(Result.OK));
                Html.toMerchant(http, html, purchase.returnOrigin());
            }
            case PC -> handOver(http, purchase, result, agreed, language);
        }
    }

    private void handOver(
            HttpServerRequest http, Purchase purchase, Result result, Map<String, String> agreed, Language language) {
        byte[] json = Json.bytes(ReturnFields.of(purchase, result, agreed));
        String html =
                pages.toPage(purchase, new String(json, StandardCharsets.UTF_8), language, result.equals(Result.OK));
        Html.framed(http, 200, html);
    }

    private Map<String, String> agreed(Purchase purchase, Choice choice) {
        Authentication authentication = new Authentication(
                Authentications.freshId(),
                purchase.siteCode(),
                purchase.order(),
                purchase.amount(),
                choice.method(),
                choice.card(),
                choice.quota(),
                choice.outcome(),
                clock.instant());
        return WindowResult.authenticated(authentication, authentications.issue(authentication));
    }

    private static void asset(HttpServerRequest http, Assets.Asset asset) {
        http.response()
                .putHeader("content-type", asset.type())
                .putHeader("cache-control", "no-cache")
                .putHeader("x-content-type-options", "nosniff")
                .putHeader("cross-origin-resource-policy", "cross-origin")
                .end(asset.bytes());
    }

    private void missing(HttpServerRequest http, String path) {
        boolean formOnly = path.equals("/pay/mobileGW.kcp")
                || path.equals("/pay/jsp/encodingFilter/encodingFilter.jsp")
                || path.equals("/kcpPaypop.do")
                || path.equals("/window/decide");
        Result result = formOnly
                ? new Result("405", "이 주소는 결제 폼(POST)으로만 열 수 있습니다.", "This address takes a payment form (POST) only.")
                : new Result("404", "없는 페이지입니다.", "There is no such page.");
        Html.page(http, formOnly ? 405 : 404, pages.refused(result));
    }
}
