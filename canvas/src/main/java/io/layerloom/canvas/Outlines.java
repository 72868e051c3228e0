package io.layerloom.canvas;

import java.util.Arrays;

/** Turns lines and rounded boxes into outlines that {@link Coverage} fills; in pixels. */
final class Outlines {

    private static final int CORNER_STEPS = 6;
    private static final int MOST_STEPS = 64;

    private final Coverage coverage;
    private final double fineness;
    private double[] line = new double[256];
    private int length;
    private double[] edges = new double[512];

    /** @param moving whether the next frame will be another, so that curves need not be as round */
    Outlines(Coverage coverage, boolean moving) {
        this.coverage = coverage;
        this.fineness = moving ? 0.9 : 1.4;
    }

    /** Fills all that was drawn since the last time, where several overlap once. */
    void fill(int argb) {
        coverage.fill(argb);
    }

    /** Begins a line. */
    void move(double x, double y) {
        length = 0;
        point(x, y);
    }

    /** Goes on straight. */
    void point(double x, double y) {
        if (length > 0 && line[length - 2] == x && line[length - 1] == y) {
            return;
        }
        if (length + 2 > line.length) {
            line = Arrays.copyOf(line, 2 * line.length);
        }
        line[length++] = x;
        line[length++] = y;
    }

    /** Goes on along a cubic curve. */
    void curve(double x1, double y1, double x2, double y2, double x3, double y3) {
        double x0 = line[length - 2];
        double y0 = line[length - 1];
        double along = length(x1 - x0, y1 - y0) + length(x2 - x1, y2 - y1) + length(x3 - x2, y3 - y2);
        int steps = (int) Math.max(4, Math.min(MOST_STEPS, Math.ceil(fineness * Math.sqrt(along))));
        for (int i = 1; i <= steps; i++) {
            double t = (double) i / steps;
            double u = 1 - t;
            double a = u * u * u;
            double b = 3 * u * u * t;
            double c = 3 * u * t * t;
            double d = t * t * t;
            point(a * x0 + b * x1 + c * x2 + d * x3, a * y0 + b * y1 + c * y2 + d * y3);
        }
    }

    /** As {@link Math#hypot}, which guards against numbers that no window has, at many times the cost. */
    private static double length(double dx, double dy) {
        return Math.sqrt(dx * dx + dy * dy);
    }

    /** Ends the line: its outline is as wide as this, cut off square at both ends. */
    void stroke(double width) {
        int points = length / 2;
        if (points < 2) {
            return;
        }
        if (edges.length < 4 * points) {
            edges = new double[8 * points];
        }
        for (int i = 0; i < points; i++) {
            offset(i, points, width / 2);
        }
        int previous = 2 * points - 1;
        for (int i = 0; i < 2 * points; i++) {
            coverage.edge(edges[2 * previous], edges[2 * previous + 1], edges[2 * i], edges[2 * i + 1]);
            previous = i;
        }
    }

    /** The points beside a point of the line: to the left in the order of the line, to the right in the opposite order behind them. */
    private void offset(int i, int points, double half) {
        int before = 2 * Math.max(0, i - 1);
        int after = 2 * Math.min(points - 1, i + 1);
        double dx = line[after] - line[before];
        double dy = line[after + 1] - line[before + 1];
        double size = Math.max(1e-9, length(dx, dy));
        double nx = dy / size * half;
        double ny = -dx / size * half;
        int right = 2 * (2 * points - 1 - i);
        edges[2 * i] = line[2 * i] + nx;
        edges[2 * i + 1] = line[2 * i + 1] + ny;
        edges[right] = line[2 * i] - nx;
        edges[right + 1] = line[2 * i + 1] - ny;
    }

    /** A filled box with round corners. */
    void box(double x, double y, double w, double h, double radius) {
        ring(x, y, w, h, radius, 1);
    }

    /** The edge of a box with round corners; {@code width} is measured to both sides of it in equal parts. */
    void frame(double x, double y, double w, double h, double radius, double width) {
        double half = width / 2;
        ring(x - half, y - half, w + width, h + width, radius + half, 1);
        if (w > width && h > width) {
            ring(x + half, y + half, w - width, h - width, Math.max(0, radius - half), -1);
        }
    }

    void disc(double x, double y, double radius) {
        ring(x - radius, y - radius, 2 * radius, 2 * radius, radius, 1);
    }

    private void ring(double x, double y, double w, double h, double radius, int way) {
        double r = Math.max(0, Math.min(radius, Math.min(w, h) / 2));
        double lastX = x + w - r;
        double lastY = y;
        for (int i = 0; i < 4; i++) {
            double cx = i == 0 || i == 1 ? x + w - r : x + r;
            double cy = i == 1 || i == 2 ? y + h - r : y + r;
            for (int k = i == 0 ? 1 : 0; k <= CORNER_STEPS; k++) {
                double angle = Math.PI / 2 * (i - 1 + (double) k / CORNER_STEPS);
                double px = cx + r * Math.cos(angle);
                double py = cy + r * Math.sin(angle);
                edge(lastX, lastY, px, py, way);
                lastX = px;
                lastY = py;
            }
        }
        edge(lastX, lastY, x + w - r, y, way);
    }

    private void edge(double x0, double y0, double x1, double y1, int way) {
        if (way > 0) {
            coverage.edge(x0, y0, x1, y1);
        } else {
            coverage.edge(x1, y1, x0, y0);
        }
    }
}
