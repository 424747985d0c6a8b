package gyeolje.sandbox.control;

/** A line of a trade list. */
record TradeLine(String tno, String order, String type, String amount, String time, String state) {
    static final String HEADER = "tno,order_no,type,amount,time,state\n";

    String csv() {
        return String.join(",", tno, cell(order), type, amount, time, state) + "\n";
    }

    private static String cell(String text) {
        boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }

    TradeLine numbered(String other) {
        return new TradeLine(other, order, type, amount, time, state);
    }

    TradeLine over(String other) {
        return new TradeLine(tno, order, type, other, time, state);
    }

    TradeLine at(String other) {
        return new TradeLine(tno, order, type, amount, other, state);
    }

    TradeLine now(String other) {
        return new TradeLine(tno, order, type, amount, time, other);
    }
}
