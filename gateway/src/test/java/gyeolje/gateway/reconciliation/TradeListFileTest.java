package gyeolje.gateway.reconciliation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import gyeolje.core.reconciliation.Trade;
import gyeolje.core.reconciliation.TradeList;
import gyeolje.core.reconciliation.TradeList.Unreadable;
import gyeolje.core.value.AcquirerTransactionId;
import gyeolje.core.value.Won;
import java.io.IOException;
import java.io.StringReader;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What counts as a trade list, and what of it is believed. */
final class TradeListFileTest {
    private static final String HEADER = "tno,order_no,type,amount,time,state\n";
    private static final String GOOD = "26040112000001,20260401120000KK0001,KAKAO_CARD,1004,20260401120005,approved";
    private static final Trade TRADE = new Trade(
            2,
            new AcquirerTransactionId("26040112000001"),
            "20260401120000KK0001",
            new Won(1_004),
            LocalDateTime.parse("2026-04-01T12:00:05"),
            Trade.State.APPROVED);

    private static TradeList read(String text) throws IOException {
        return TradeListFile.read(new StringReader(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "", "\n\n\n"})
    void a_line_is_a_trade_however_it_ends(String end) throws IOException {
        assertEquals(new TradeList(List.of(TRADE), List.of()), read(HEADER + GOOD + end));
    }

    @Test
    void what_a_spreadsheet_makes_of_it_is_read_as_well() throws IOException {
        var text = ("\uFEFF" + HEADER + GOOD + "\n").replace("\n", "\r\n").replaceAll("([^,\r\n\uFEFF]+)", "\"$1\"");
        assertEquals(List.of(TRADE), read(text).trades());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        26040112000001,20260401120000KK0001,KAKAO_CARD,1004,20260401120005            | 5 columns where 6 belong
        26040112000001,20260401120000KK0001,KAKAO_CARD,1,004,20260401120005,approved  | 7 columns where 6 belong
        2604-0112,20260401120000KK0001,KAKAO_CARD,1004,20260401120005,approved        | tno is not a trade number
        =1+1,20260401120000KK0001,KAKAO_CARD,1004,20260401120005,approved             | tno is not a trade number
        26040112000001,,KAKAO_CARD,1004,20260401120005,approved                       | order_no is not an order number
        26040112000001,주문,KAKAO_CARD,1004,20260401120005,approved                    | order_no is not an order number
        26040112000001,A1,kakao,1004,20260401120005,approved                          | type is not a means of payment
        26040112000001,A1,KAKAO_CARD,-5,20260401120005,approved                       | amount is not in won
        26040112000001,A1,KAKAO_CARD,1e3,20260401120005,approved                      | amount is not in won
        26040112000001,A1,KAKAO_CARD,１００４,20260401120005,approved                  | amount is not in won
        26040112000001,A1,KAKAO_CARD,1004,20260230120005,approved                     | time is not yyyyMMddHHmmss
        26040112000001,A1,KAKAO_CARD,1004,2026-04-01,approved                         | time is not yyyyMMddHHmmss
        26040112000001,A1,KAKAO_CARD,1004,20260401120005,APPROVED                     | state is not approved, partly_cancelled or cancelled
        ,,,,,                                                                         | tno is not a trade number
        """)
    void a_line_that_is_not_as_expected_is_named_and_the_next_is_read(String line, String why) throws IOException {
        var list = read(HEADER + line + "\n" + GOOD + "\n");
        assertEquals(List.of(new Unreadable(2, why)), list.unreadable());
        assertEquals(1, list.trades().size());
        assertEquals(3, list.trades().getFirst().line());
    }

    @Test
    void an_endless_line_is_not_held() throws IOException {
        var list = read(HEADER + "1".repeat(1_000_000) + "\n" + GOOD);
        assertEquals(List.of(new Unreadable(2, "the line is too long")), list.unreadable());
        assertEquals(1, list.trades().size());
    }

    @Test
    void an_open_quotation_mark_does_not_swallow_the_lines_after_it() throws IOException {
        var list = read(HEADER + "\"26040112000001,A1\n" + GOOD);
        assertEquals(1, list.trades().size());
        assertEquals(1, list.unreadable().size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "tno,order_no\n", "order_no,tno,type,amount,time,state\n", "<html>\n"})
    void what_has_another_header_is_no_trade_list(String text) {
        assertThrows(TradeListException.class, () -> read(text));
    }

    @Test
    void a_file_in_which_nothing_can_be_read_is_given_up() {
        assertThrows(TradeListException.class, () -> read(HEADER + "?\n".repeat(5_000)));
    }
}
