package gyeolje.bench;

import gyeolje.bench.Measurement.Latency;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** Latency over throughput as a picture, one curve for each share of requests; latency is logarithmic. */
final class LoadChart {
    private static final int WIDTH = 760;
    private static final int HEIGHT = 420;
    private static final int LEFT = 70;
    private static final int RIGHT = 30;
    private static final int TOP = 50;
    private static final int BOTTOM = 60;
    private static final double LEAST_MILLIS = 0.1;

    private final StringBuilder svg = new StringBuilder();
    private double mostPerSecond;
    private double mostMillis;

    /** A point of a curve. */
    private record Point(double perSecond, double millis) {}

    private LoadChart() {}

    /** One picture: orders and pays of the points that were measured at a share of the capacity. */
    static String of(Results results) {
        return new LoadChart().draw(results);
    }

    private String draw(Results results) {
        var orders = at(results, Names.ORDERS_AT);
        var payments = at(results, Names.PAYMENTS_AT);
        mostPerSecond = Math.max(
                1,
                List.of(orders, payments).stream()
                        .flatMap(List::stream)
                        .mapToDouble(Measurement::perSecond)
                        .max()
                        .orElse(1));
        mostMillis = Math.max(
                10,
                List.of(orders, payments).stream()
                        .flatMap(List::stream)
                        .flatMap(it -> it.latencies().stream())
                        .mapToDouble(Latency::p99)
                        .max()
                        .orElse(10));
        svg.append(format(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\""
                        + " font-size=\"12\" role=\"img\">\n<rect width=\"100%%\" height=\"100%%\" fill=\"#fff\"/>\n",
                WIDTH, HEIGHT + OverloadChart.HEIGHT * results.overloads().size()));
        text(LEFT, 24, "start", "Latency over load: " + results.circumstances().store());
        grid();
        curve(points(orders, "order", Latency::p50), "#1d6fb8", "", "order p50", 0);
        curve(points(orders, "order", Latency::p99), "#1d6fb8", "5 4", "order p99", 1);
        curve(points(payments, "pay", Latency::p50), "#c2571a", "", "pay p50", 2);
        curve(points(payments, "pay", Latency::p99), "#c2571a", "5 4", "pay p99", 3);
        int top = HEIGHT;
        for (var overload : results.overloads()) {
            svg.append(OverloadChart.of(overload, top));
            top += OverloadChart.HEIGHT;
        }
        return svg.append("</svg>\n").toString();
    }

    private static List<Measurement> at(Results results, String name) {
        return results.measurements().stream()
                .filter(it -> it.name().startsWith(name))
                .toList();
    }

    private static List<Point> points(List<Measurement> measured, String kind, ToDoubleFunction<Latency> millis) {
        return measured.stream()
                .flatMap(it -> it.latencies().stream()
                        .filter(latency -> latency.kind().equals(kind))
                        .map(latency -> new Point(it.perSecond(), millis.applyAsDouble(latency))))
                .toList();
    }

    private void grid() {
        for (double millis = LEAST_MILLIS; millis <= mostMillis * 1.01; millis *= 10) {
            line(LEFT, y(millis), WIDTH - RIGHT, y(millis));
            text(LEFT - 8, y(millis) + 4, "end", millis < 1 ? format("%.1f", millis) : format("%.0f", millis));
        }
        for (int i = 0; i <= 5; i++) {
            double perSecond = mostPerSecond * i / 5;
            line(x(perSecond), TOP, x(perSecond), HEIGHT - BOTTOM);
            text(x(perSecond), HEIGHT - BOTTOM + 18, "middle", format("%,.0f", perSecond));
        }
        text((LEFT + WIDTH - RIGHT) / 2.0, HEIGHT - 16, "middle", "orders or payments a second");
        text(LEFT, TOP - 8, "start", "milliseconds");
    }

    private void curve(List<Point> points, String colour, String dashes, String label, int place) {
        if (points.isEmpty()) return;
        var path = new StringBuilder();
        for (var point : points)
            path.append(format("%s%.1f,%.1f", path.isEmpty() ? "" : " ", x(point.perSecond()), y(point.millis())));
        svg.append(format(
                "<polyline points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"2\" stroke-dasharray=\"%s\"/>\n",
                path, colour, dashes));
        for (var point : points)
            svg.append(format(
                    "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"3\" fill=\"%s\"><title>%s: %.2f ms at %.0f/s</title></circle>\n",
                    x(point.perSecond()), y(point.millis()), colour, label, point.millis(), point.perSecond()));
        double at = LEFT + 300 + 95 * place;
        svg.append(format(
                "<line x1=\"%.0f\" y1=\"38\" x2=\"%.0f\" y2=\"38\" stroke=\"%s\" stroke-width=\"2\""
                        + " stroke-dasharray=\"%s\"/>\n",
                at, at + 22, colour, dashes));
        text(at + 26, 42, "start", label);
    }

    private double x(double perSecond) {
        return LEFT + (WIDTH - LEFT - RIGHT) * perSecond / mostPerSecond;
    }

    private double y(double millis) {
        double share = Math.log(Math.max(millis, LEAST_MILLIS) / LEAST_MILLIS) / Math.log(mostMillis / LEAST_MILLIS);
        return HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * share;
    }

    private void line(double x1, double y1, double x2, double y2) {
        svg.append(format("<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"#ddd\"/>\n", x1, y1, x2, y2));
    }

    private void text(double x, double y, String anchor, String words) {
        svg.append(format("<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>\n", x, y, anchor, words));
    }

    @SuppressWarnings("AnnotateFormatMethod")
    private static String format(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
