package gyeolje.store;

import gyeolje.core.payment.Order;
import gyeolje.core.value.Fingerprint;
import gyeolje.core.value.MerchantId;
import gyeolje.core.value.OrderNumber;
import gyeolje.core.value.TransactionId;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** What rows are found by; ADR 6 says which part comes first in which index. */
final class Keys {
    record PaymentKey(MerchantId merchant, TransactionId transaction) {
        static PaymentKey of(Order order) {
            return new PaymentKey(order.merchant(), order.transaction());
        }

        @Override
        public String toString() {
            return merchant + "/" + transaction;
        }
    }

    record OrderKey(MerchantId merchant, OrderNumber number) {
        static OrderKey of(Order order) {
            return new OrderKey(order.merchant(), order.number());
        }
    }

    /** What two identical orders share. */
    record RequestKey(MerchantId merchant, Fingerprint fingerprint) {
        static RequestKey of(Order order) {
            return new RequestKey(order.merchant(), order.fingerprint());
        }
    }

    /**
     * A sum of live payments that a limit bounds.
     *
     * @param period `20260401`, `202604` or `guarantee`
     */
    record LimitKey(MerchantId merchant, String period) {
        private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("uuuuMM");

        static LimitKey day(MerchantId merchant, LocalDate day) {
            return new LimitKey(merchant, dayText(day));
        }

        static LimitKey month(MerchantId merchant, LocalDate day) {
            return new LimitKey(merchant, day.format(MONTH));
        }

        static LimitKey guarantee(MerchantId merchant) {
            return new LimitKey(merchant, "guarantee");
        }

        static List<LimitKey> of(MerchantId merchant, LocalDate day) {
            return List.of(day(merchant, day), month(merchant, day), guarantee(merchant));
        }

        static String dayText(LocalDate day) {
            return day.format(DateTimeFormatter.BASIC_ISO_DATE);
        }
    }

    private Keys() {}
}
