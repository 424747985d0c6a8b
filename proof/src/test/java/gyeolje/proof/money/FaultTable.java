package gyeolje.proof.money;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Everything that can go wrong at the acquirer, what the merchant hears at once, and where the money is when all is settled. 9001
 * is "unknown", and never means paid (merchant API, section 6 and 7).
 */
final class FaultTable {
    /** Money: `none` never moved, `back` moved and was undone, `stands` moved and was answered for. */
    static final String APPROVE = """
            drop-before                        9001  none
            drop-after                         9001  back
            delay-before   ms=8000             9001  back
            delay-after    ms=8000             9001  back
            delay-before   ms=300              0000  stands
            delay-after    ms=300              0000  stands
            status         status=500          9001  none
            status         status=500,done=true  9001  back
            status         status=404          9001  none
            garbage                            9001  back
            truncate                           9001  back
            slow-drip      ms=200              9001  back
            empty                              9001  back
            decline        code=CC10           CC10  none
            decline        code=8094           9001  none
            decline        code=CC72           9001  none
            wrong-amount                       9001  back
            wrong-amount   amount=0            9001  back
            wrong-order                        9001  back
            no-tno                             9001  back
            late           ms=3000             9001  back
            duplicate                          9001  back
            redirect                           9001  none
            redirect       done=true           9001  back
            """;

    /** The last column is what the same cancel hears when all is settled. */
    static final String CANCEL = """
            drop-before                        9001  0000
            drop-after                         9001  0000
            delay-before   ms=8000             9001  0000
            delay-after    ms=8000             9001  0000
            delay-before   ms=300              0000  0000
            status         status=500          9001  0000
            status         status=500,done=true  9001  0000
            garbage                            9001  0000
            truncate                           9001  0000
            slow-drip      ms=200              9001  0000
            empty                              9001  0000
            decline        code=8178           1003  0000
            decline        code=8012           8012  0000
            wrong-amount                       0000  0000
            wrong-order                        9001  0000
            no-tno                             0000  0000
            duplicate                          0000  0000
            not-found                          8132  0000
            redirect                           9001  0000
            redirect       done=true           9001  0000
            """;

    /** On register; the last column is what the same order hears afterwards. */
    static final String REGISTER = """
            drop-before                        1002  0000
            drop-after                         1002  0000
            delay-before   ms=8000             1002  0000
            delay-after    ms=300              0000  0000
            status         status=503          1002  0000
            garbage                            1002  0000
            truncate                           1002  0000
            slow-drip      ms=200              1002  0000
            empty                              1002  0000
            decline        code=8338           1002  0000
            duplicate                          1002  0000
            redirect                           1002  0000
            """;

    /** On the inquiry after an approval whose answer was lost. */
    static final String INQUIRY = """
            drop-before                        9001  back
            drop-after                         9001  back
            delay-before   ms=8000             9001  back
            status         status=500          9001  back
            garbage                            9001  back
            truncate                           9001  back
            slow-drip      ms=200              9001  back
            empty                              9001  back
            decline        code=8044           9001  back
            wrong-amount                       9001  back
            wrong-order                        9001  back
            no-tno                             9001  back
            not-found                          9001  back
            late           ms=2000             9001  back
            redirect                           9001  back
            """;

    record Row(Map<String, String> fault, String answer, String afterwards) {
        String title() {
            return fault + ": " + answer + ", then " + afterwards;
        }

        Map<String, String> on(String operation, String trade) {
            var on = new LinkedHashMap<>(fault);
            on.put("on", operation);
            if (!trade.isEmpty()) on.put("order", trade);
            return on;
        }
    }

    static List<Row> rows(String table) {
        return table.lines().map(FaultTable::row).toList();
    }

    private static Row row(String line) {
        var cells = List.of(line.strip().split(" +", -1));
        var fault = new LinkedHashMap<String, String>();
        fault.put("kind", cells.getFirst());
        for (var wish : cells.subList(1, cells.size() - 2)) fault.putAll(wishes(wish));
        return new Row(fault, cells.get(cells.size() - 2), cells.getLast());
    }

    private static Map<String, String> wishes(String text) {
        return List.of(text.split(",", -1)).stream()
                .collect(Collectors.toMap(
                        wish -> wish.substring(0, wish.indexOf('=')), wish -> wish.substring(wish.indexOf('=') + 1)));
    }

    private FaultTable() {}
}
