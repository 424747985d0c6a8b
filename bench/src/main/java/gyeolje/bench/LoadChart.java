package gyeolje.bench;

import static gyeolje.bench.Drawing.format;

import gyeolje.bench.Drawing.Pen;
import gyeolje.bench.Drawing.Spot;
import gyeolje.bench.Measurement.Latency;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Latency over throughput as a picture, one curve for each share of requests; latency is logarithmic. */
final class LoadChart {
    private static final int WIDTH = 760;
    private static final int HEIGHT = 420;
    private static final int LEFT = 70;
    private static final int RIGHT = 30;
    private static final int TOP = 50;
    private static final int BOTTOM = 60;

    private final Drawing drawing = new Drawing();
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
        drawing.append(format(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\""
                        + " font-size=\"12\" role=\"img\">\n<rect width=\"100%%\" height=\"100%%\" fill=\"#fff\"/>\n",
                WIDTH, HEIGHT + OverloadChart.HEIGHT * results.overloads().size()));
        drawing.text(
                LEFT,
                24,
                "start",
                "Latency over load: " + results.circumstances().store());
        grid();
        curve(points(orders, "order", Latency::p50), "#1d6fb8", "", "order p50", 0);
        curve(points(orders, "order", Latency::p99), "#1d6fb8", "5 4", "order p99", 1);
        curve(points(payments, "pay", Latency::p50), "#c2571a", "", "pay p50", 2);
        curve(points(payments, "pay", Latency::p99), "#c2571a", "5 4", "pay p99", 3);
        int top = HEIGHT;
        for (var overload : results.overloads()) {
            drawing.append(OverloadChart.of(overload, top));
            top += OverloadChart.HEIGHT;
        }
        drawing.append("</svg>\n");
        return drawing.toString();
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
        for (double millis = Drawing.LEAST_MILLIS; millis <= mostMillis * 1.01; millis *= 10) {
            line(LEFT, y(millis), WIDTH - RIGHT, y(millis));
            drawing.text(LEFT - 8, y(millis) + 4, "end", millis < 1 ? format("%.1f", millis) : format("%.0f", millis));
        }
        for (int i = 0; i <= 5; i++) {
            double perSecond = mostPerSecond * i / 5;
            line(x(perSecond), TOP, x(perSecond), HEIGHT - BOTTOM);
            drawing.text(x(perSecond), HEIGHT - BOTTOM + 18, "middle", format("%,.0f", perSecond));
        }
        drawing.text((LEFT + WIDTH - RIGHT) / 2.0, HEIGHT - 16, "middle", "orders or payments a second");
        drawing.text(LEFT, TOP - 8, "start", "milliseconds");
    }

    private void curve(List<Point> points, String colour, String dashes, String label, int place) {
        if (points.isEmpty()) return;
        var spots = points.stream()
                .map(it -> new Spot(x(it.perSecond()), y(it.millis())))
                .toList();
        drawing.curve(spots, new Pen(colour, dashes), label, new Spot(LEFT + 300 + 95 * place, 38));
        for (var point : points)
            drawing.append(format(
                    "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"3\" fill=\"%s\"><title>%s: %.2f ms at %.0f/s</title></circle>\n",
                    x(point.perSecond()), y(point.millis()), colour, label, point.millis(), point.perSecond()));
    }

    private double x(double perSecond) {
        return LEFT + (WIDTH - LEFT - RIGHT) * perSecond / mostPerSecond;
    }

    private double y(double millis) {
        return HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * Drawing.share(millis, mostMillis);
    }

    private void line(double x1, double y1, double x2, double y2) {
        drawing.line(new Spot(x1, y1), new Spot(x2, y2), new Pen("#ddd", ""));
    }
}
