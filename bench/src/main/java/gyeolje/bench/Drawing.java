package gyeolje.bench;

import java.util.List;
import java.util.Locale;

/** What our charts are made of, as SVG. */
final class Drawing {
    /** The lowest latency of a logarithmic scale. */
    static final double LEAST_MILLIS = 0.1;

    private final StringBuilder svg = new StringBuilder();

    /** A place in the picture. */
    record Spot(double x, double y) {}

    /**
     * How a curve looks.
     *
     * @param dashes such as `5 4`; empty for none
     */
    record Pen(String colour, String dashes) {}

    void append(String text) {
        svg.append(text);
    }

    void text(double x, double y, String anchor, String words) {
        svg.append(format("<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>\n", x, y, anchor, words));
    }

    void line(Spot from, Spot to, Pen pen) {
        svg.append(format(
                "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"%s\" stroke-dasharray=\"%s\"/>\n",
                from.x, from.y, to.x, to.y, pen.colour, pen.dashes));
    }

    /** A curve through all spots, and what it is called beside a piece of it. */
    void curve(List<Spot> spots, Pen pen, String name, Spot named) {
        var path = new StringBuilder();
        for (var spot : spots) path.append(format("%s%.1f,%.1f", path.isEmpty() ? "" : " ", spot.x, spot.y));
        svg.append(format(
                "<polyline points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"2\" stroke-dasharray=\"%s\"/>\n",
                path, pen.colour, pen.dashes));
        svg.append(format(
                "<line x1=\"%.0f\" y1=\"%.0f\" x2=\"%.0f\" y2=\"%.0f\" stroke=\"%s\" stroke-width=\"2\""
                        + " stroke-dasharray=\"%s\"/>\n",
                named.x, named.y, named.x + 22, named.y, pen.colour, pen.dashes));
        text(named.x + 26, named.y + 4, "start", name);
    }

    /** How far up a logarithmic scale a latency is, from 0 to 1. */
    static double share(double millis, double mostMillis) {
        return Math.log(Math.max(millis, LEAST_MILLIS) / LEAST_MILLIS) / Math.log(mostMillis / LEAST_MILLIS);
    }

    @SuppressWarnings("AnnotateFormatMethod")
    static String format(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }

    @Override
    public String toString() {
        return svg.toString();
    }
}
