package gyeolje.bench.profile;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Samples as a picture: a frame is as wide as its share of the samples and stands on its caller. Hovering tells its name. */
public final class FlameGraph {
    private static final int WIDTH = 1400;
    private static final int ROW = 16;
    private static final int TOP = 40;
    private static final double LEAST_WIDTH = 0.7;
    private static final double LETTER = 6.2;
    private static final int MOST_DEPTH = 90;

    /** A frame in one place of the tree. */
    private static final class Node {
        private final Map<String, Node> callees = new TreeMap<>();
        private long times;

        int depth() {
            return 1 + callees.values().stream().mapToInt(Node::depth).max().orElse(0);
        }
    }

    private final StringBuilder svg = new StringBuilder();
    private final Node root = new Node();
    private final int height;

    private FlameGraph(Samples samples) {
        samples.stacks().forEach(this::grow);
        this.height = TOP + ROW * (root.depth() + 1);
    }

    private void grow(List<String> stack, long times) {
        var node = root;
        node.times += times;
        for (var frame : stack.subList(0, Math.min(stack.size(), MOST_DEPTH))) {
            node = node.callees.computeIfAbsent(frame, _ -> new Node());
            node.times += times;
        }
    }

    public static String of(String title, Samples samples) {
        return new FlameGraph(samples).draw(title, samples.total());
    }

    private String draw(String title, long total) {
        svg.append(format(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"monospace\" font-size=\"10\""
                        + " role=\"img\">\n<rect width=\"100%%\" height=\"100%%\" fill=\"#fff\"/>\n"
                        + "<text x=\"8\" y=\"20\" font-size=\"14\">%s: %,d samples of CPU</text>\n",
                WIDTH, height, escaped(title), total));
        children(root, 0, 0);
        return svg.append("</svg>\n").toString();
    }

    private void children(Node node, double left, int depth) {
        for (var callee : node.callees.entrySet()) {
            double width = WIDTH * (double) callee.getValue().times / Math.max(1, root.times);
            if (width >= LEAST_WIDTH) {
                frame(callee.getKey(), callee.getValue(), left, width, depth);
                children(callee.getValue(), left, depth + 1);
            }
            left += width;
        }
    }

    private void frame(String name, Node node, double left, double width, int depth) {
        int y = height - ROW * (depth + 1);
        double share = 100.0 * node.times / Math.max(1, root.times);
        svg.append(format(
                "<g><title>%s %.2f %%</title><rect x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"%d\" fill=\"%s\""
                        + " stroke=\"#fff\" stroke-width=\"0.4\"/>",
                escaped(name), share, left, y, width, ROW - 1, colour(name)));
        int letters = (int) ((width - 4) / LETTER);
        if (letters >= 4)
            svg.append(
                    format("<text x=\"%.1f\" y=\"%d\">%s</text>", left + 2, y + 11, escaped(shortened(name, letters))));
        svg.append("</g>\n");
    }

    private static String shortened(String name, int letters) {
        int type = name.lastIndexOf('.', Math.max(0, name.lastIndexOf('.') - 1));
        var simple = name.substring(type + 1);
        return simple.length() <= letters ? simple : simple.substring(0, letters);
    }

    /** Ours, the drivers and libraries, Java's own. */
    private static String colour(String name) {
        if (name.startsWith("gyeolje.")) return "#f2a154";
        if (name.startsWith("org.sqlite") || name.startsWith("org.postgresql")) return "#e0778c";
        if (name.startsWith("io.netty") || name.startsWith("io.vertx")) return "#9cc27a";
        return name.startsWith("java") || name.startsWith("jdk") || name.startsWith("sun") ? "#a9c7e8" : "#d9d2a6";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    @SuppressWarnings("AnnotateFormatMethod")
    private static String format(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
