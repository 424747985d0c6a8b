package gyeolje.gateway.reconciliation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gyeolje.core.value.Won;
import java.io.IOException;
import java.io.StringReader;

/** Fuzz target: a trade list of any bytes is read, line by line, or refused as a whole; each line is counted once at most. */
public final class TradeListFuzz {
    public static void fuzzerTestOneInput(byte[] input) throws IOException {
        var text = "tno,order_no,type,amount,time,state\n" + new String(input, UTF_8);
        try {
            var list = TradeListFile.read(new StringReader(text));
            long lines = text.lines().count();
            assertTrue(list.trades().size() + list.unreadable().size() < lines);
            for (var trade : list.trades()) {
                assertTrue(trade.amount().compareTo(Won.ZERO) >= 0);
                assertTrue(trade.line() > 1 && trade.line() <= lines);
            }
        } catch (TradeListException refused) {
            assertTrue(!String.valueOf(refused.getMessage()).isEmpty());
        }
    }

    private TradeListFuzz() {}
}
