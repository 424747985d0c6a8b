package gyeolje.bench;

import gyeolje.bench.Overload.Moment;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** An overload over time: what was accomplished, refused and not even sent, and how long the accepted took, on a logarithmic scale. */
final class OverloadChart {
    static final int HEIGHT = 300;
    private static final int WIDTH = 760;
    private static final int LEFT = 70;
    private static final int RIGHT = 60;
    private static final int TOP = 50;
    private static final int BOTTOM = 40;
    private static final double LEAST_MILLIS = 0.1;

    private final StringBuilder svg = new StringBuilder();
    private final Overload overload;
    private final double seconds;
    private final double mostPerSecond;
    private final double mostMillis;

    private OverloadChart(Overload overload) {
        this.overload = overload;
        this.seconds = Math.max(1e-3, overload.timeline().getLast().seconds());
        this.mostPerSecond = most(Moment::perSecond, 2 * overload.capacity());
        this.mostMillis = most(Moment::p99, 10);
    }

    private double most(ToDoubleFunction<Moment> value, double least) {
        return Math.max(
                least, overload.timeline().stream().mapToDouble(value).max().orElse(least));
    }

    /** A group to be put under another picture. */
    static String of(Overload overload, int top) {
        return overload.timeline().isEmpty() ? "" : new OverloadChart(overload).draw(top);
    }

    private String draw(int top) {
        svg.append(format("<g transform=\"translate(0,%d)\">\n", top));
        text(LEFT, 20, "start", overload.name() + ": half, twice and half of the capacity");
        for (int i = 0; i <= 4; i++) {
            double perSecond = mostPerSecond * i / 4;
            line(y(perSecond), "#ddd", "");
            text(LEFT - 8, y(perSecond) + 4, "end", format("%,.0f", perSecond));
            text(LEFT + (WIDTH - LEFT - RIGHT) * i / 4.0, HEIGHT - 12, "middle", format("%.1f s", seconds * i / 4));
        }
        line(y(overload.capacity()), "#888", "2 3");
        for (double millis = LEAST_MILLIS; millis <= mostMillis * 1.01; millis *= 10)
            text(WIDTH - RIGHT + 8, logarithmic(millis) + 4, "start", format("%.1f ms", millis));
        curve("#1d6fb8", "", "succeeded a second", 0, it -> y(it.perSecond()));
        curve("#c22f3d", "", "refused a second", 1, it -> y(Math.min(mostPerSecond, it.refusedPerSecond())));
        curve("#999999", "", "not sent a second", 2, it -> y(Math.min(mostPerSecond, it.unsentPerSecond())));
        curve("#c2571a", "5 4", "p99", 3, it -> logarithmic(it.p99()));
        return svg.append("</g>\n").toString();
    }

    private void curve(String colour, String dashes, String label, int place, ToDoubleFunction<Moment> y) {
        var path = new StringBuilder();
        for (var moment : overload.timeline())
            path.append(format("%s%.1f,%.1f", path.isEmpty() ? "" : " ", x(moment.seconds()), y.applyAsDouble(moment)));
        svg.append(format(
                "<polyline points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"2\" stroke-dasharray=\"%s\"/>\n",
                path, colour, dashes));
        double at = LEFT + 150 * place;
        svg.append(format(
                "<line x1=\"%.0f\" y1=\"34\" x2=\"%.0f\" y2=\"34\" stroke=\"%s\" stroke-width=\"2\""
                        + " stroke-dasharray=\"%s\"/>\n",
                at, at + 22, colour, dashes));
        text(at + 26, 38, "start", label);
    }

    private double x(double at) {
        return LEFT + (WIDTH - LEFT - RIGHT) * at / seconds;
    }

    private double y(double perSecond) {
        return HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * perSecond / mostPerSecond;
    }

    private double logarithmic(double millis) {
        double share = Math.log(Math.max(millis, LEAST_MILLIS) / LEAST_MILLIS) / Math.log(mostMillis / LEAST_MILLIS);
        return HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * share;
    }

    private void line(double y, String colour, String dashes) {
        svg.append(format(
                "<line x1=\"%d\" y1=\"%.1f\" x2=\"%d\" y2=\"%.1f\" stroke=\"%s\" stroke-dasharray=\"%s\"/>\n",
                LEFT, y, WIDTH - RIGHT, y, colour, dashes));
    }

    private void text(double x, double y, String anchor, String words) {
        svg.append(format("<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>\n", x, y, anchor, words));
    }

    @SuppressWarnings("AnnotateFormatMethod")
    private static String format(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
