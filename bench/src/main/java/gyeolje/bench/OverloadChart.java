package gyeolje.bench;

import static gyeolje.bench.Drawing.format;

import gyeolje.bench.Drawing.Pen;
import gyeolje.bench.Drawing.Spot;
import gyeolje.bench.Overload.Moment;
import java.util.function.ToDoubleFunction;

/** An overload over time: what was accomplished, refused and not even sent, and how long the accepted took, on a logarithmic scale. */
final class OverloadChart {
    static final int HEIGHT = 300;
    private static final int WIDTH = 760;
    private static final int LEFT = 70;
    private static final int RIGHT = 60;
    private static final int TOP = 50;
    private static final int BOTTOM = 40;

    private final Drawing drawing = new Drawing();
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
        drawing.append(format("<g transform=\"translate(0,%d)\">\n", top));
        drawing.text(LEFT, 20, "start", overload.name() + ": half, twice and half of the capacity");
        for (int i = 0; i <= 4; i++) {
            double perSecond = mostPerSecond * i / 4;
            line(y(perSecond), "#ddd", "");
            drawing.text(LEFT - 8, y(perSecond) + 4, "end", format("%,.0f", perSecond));
            drawing.text(
                    LEFT + (WIDTH - LEFT - RIGHT) * i / 4.0, HEIGHT - 12, "middle", format("%.1f s", seconds * i / 4));
        }
        line(y(overload.capacity()), "#888", "2 3");
        for (double millis = Drawing.LEAST_MILLIS; millis <= mostMillis * 1.01; millis *= 10)
            drawing.text(WIDTH - RIGHT + 8, logarithmic(millis) + 4, "start", format("%.1f ms", millis));
        curve("#1d6fb8", "", "succeeded a second", 0, it -> y(it.perSecond()));
        curve("#c22f3d", "", "refused a second", 1, it -> y(Math.min(mostPerSecond, it.refusedPerSecond())));
        curve("#999999", "", "not sent a second", 2, it -> y(Math.min(mostPerSecond, it.unsentPerSecond())));
        curve("#c2571a", "5 4", "p99", 3, it -> logarithmic(it.p99()));
        drawing.append("</g>\n");
        return drawing.toString();
    }

    private void curve(String colour, String dashes, String label, int place, ToDoubleFunction<Moment> y) {
        var spots = overload.timeline().stream()
                .map(moment -> new Spot(x(moment.seconds()), y.applyAsDouble(moment)))
                .toList();
        drawing.curve(spots, new Pen(colour, dashes), label, new Spot(LEFT + 150 * place, 34));
    }

    private double x(double at) {
        return LEFT + (WIDTH - LEFT - RIGHT) * at / seconds;
    }

    private double y(double perSecond) {
        return HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * perSecond / mostPerSecond;
    }

    private double logarithmic(double millis) {
        return HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * Drawing.share(millis, mostMillis);
    }

    private void line(double y, String colour, String dashes) {
        drawing.line(new Spot(LEFT, y), new Spot(WIDTH - RIGHT, y), new Pen(colour, dashes));
    }
}
