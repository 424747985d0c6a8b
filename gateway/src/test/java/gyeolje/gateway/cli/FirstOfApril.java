package gyeolje.gateway.cli;

import gyeolje.core.payment.Buyer;
import gyeolje.core.payment.CashReceipt;
import gyeolje.core.payment.Order;
import gyeolje.core.payment.Registration;
import gyeolje.core.payment.Window;
import gyeolje.core.value.AcquirerTransactionId;
import gyeolje.core.value.Digests;
import gyeolje.core.value.Fingerprint;
import gyeolje.core.value.MerchantId;
import gyeolje.core.value.OrderNumber;
import gyeolje.core.value.SiteCode;
import gyeolje.core.value.TransactionId;
import gyeolje.core.value.Won;
import gyeolje.gateway.flow.Time;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;

/** Orders of a day, lines about them, and clocks that stand still. */
final class FirstOfApril {
    static final MerchantId TESTER = new MerchantId("tester");
    static final LocalDate DAY = LocalDate.of(2026, 4, 1);
    static final Instant NOON = Instant.parse("2026-04-01T03:00:00Z");
    static final Won PRICE = new Won(1_000);

    static TransactionId id(int number) {
        return new TransactionId("20260401120000KK%04d".formatted(number));
    }

    static AcquirerTransactionId tno(int number) {
        return new AcquirerTransactionId("2604010000%04d".formatted(number));
    }

    static Order order(int number) {
        return new Order(
                TESTER,
                id(number),
                new OrderNumber("A-" + number),
                PRICE,
                Window.PC,
                "커피",
                new Buyer("홍길동", "buyer@shop.example", "01012345678"),
                "https://shop.example/return",
                "",
                CashReceipt.BY_KAKAOPAY,
                "",
                new SiteCode("T0000"),
                new Registration.NotNeeded(),
                Fingerprint.of("20260401120000", Digests.sha256("order " + number)),
                NOON);
    }

    static Time at(String now) {
        return new Time() {
            @Override
            public Instant instant() {
                return Instant.parse(now);
            }

            @Override
            public long nanos() {
                return Time.system().nanos();
            }

            @Override
            public void sleep(Duration duration) {
                Time.system().sleep(duration);
            }
        };
    }

    static String line(int number, String amount, String state) {
        return tno(number) + "," + id(number) + ",KAKAO_MONEY," + amount + ",20260401120000," + state;
    }

    private FirstOfApril() {}
}
