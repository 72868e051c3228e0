package io.layerloom.canvas;

import io.layerloom.graph.Point;
import java.util.Arrays;
import java.util.OptionalDouble;

/** The line of a wire: a start and a chain of cubic curves, in world units. Straight stretches are curves whose controls lie on them. */
final class WirePath {

    private static final int STEPS = 16;

    private final double[] points;
    private final Box bounds;
    private final double[] samples;

    private WirePath(double[] points) {
        this.points = points;
        this.samples = sample(points);
        this.bounds = boundsOf(samples);
    }

    /** One curve. */
    static WirePath curve(double x0, double y0, double x1, double y1, double x2, double y2, double x3, double y3) {
        return new WirePath(new double[] {x0, y0, x1, y1, x2, y2, x3, y3});
    }

    /** A chain that begins here. */
    static Chain from(double x, double y) {
        return new Chain(x, y);
    }

    /** Collects the curves of a path. */
    static final class Chain {
        private double[] points;

        private Chain(double x, double y) {
            points = new double[] {x, y};
        }

        Chain curve(double x1, double y1, double x2, double y2, double x3, double y3) {
            double[] more = Arrays.copyOf(points, points.length + 6);
            int n = points.length;
            more[n] = x1;
            more[n + 1] = y1;
            more[n + 2] = x2;
            more[n + 3] = y2;
            more[n + 4] = x3;
            more[n + 5] = y3;
            points = more;
            return this;
        }

        Chain line(double x, double y) {
            double x0 = points[points.length - 2];
            double y0 = points[points.length - 1];
            return curve(x0 + (x - x0) / 3, y0 + (y - y0) / 3, x0 + (x - x0) * 2 / 3, y0 + (y - y0) * 2 / 3, x, y);
        }

        WirePath end() {
            return new WirePath(points);
        }
    }

    /** Start, then two controls and an end for each curve: x and y in turn. */
    double[] points() {
        return points;
    }

    /** Points on the line close enough together to stand for it: x and y in turn. */
    double[] samples() {
        return samples;
    }

    Box bounds() {
        return bounds;
    }

    Point start() {
        return new Point(points[0], points[1]);
    }

    Point end() {
        return new Point(points[points.length - 2], points[points.length - 1]);
    }

    /** The point at a share of the length, 0 to 1. */
    Point at(double share) {
        double total = 0;
        for (int i = 2; i < samples.length; i += 2) {
            total += step(i);
        }
        double left = total * share;
        for (int i = 2; i < samples.length; i += 2) {
            double step = step(i);
            if (left <= step && step > 0) {
                double t = left / step;
                return new Point(
                        samples[i - 2] + (samples[i] - samples[i - 2]) * t,
                        samples[i - 1] + (samples[i + 1] - samples[i - 1]) * t);
            }
            left -= step;
        }
        return end();
    }

    private double step(int i) {
        return Math.hypot(samples[i] - samples[i - 2], samples[i + 1] - samples[i - 1]);
    }

    /** How far a point is from the line. */
    double distance(double x, double y) {
        double best = Double.MAX_VALUE;
        for (int i = 2; i < samples.length; i += 2) {
            best = Math.min(best, toSegment(x, y, samples[i - 2], samples[i - 1], samples[i], samples[i + 1]));
        }
        return best;
    }

    /** Whether the line touches a box. */
    boolean crosses(Box box) {
        if (!bounds.grown(1).overlaps(box)) {
            return false;
        }
        for (int i = 2; i < samples.length; i += 2) {
            if (Segments.crosses(samples[i - 2], samples[i - 1], samples[i], samples[i + 1], box)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the line crosses a straight stretch. */
    boolean meets(Point from, Point to) {
        for (int i = 2; i < samples.length; i += 2) {
            if (Segments.meet(
                    samples[i - 2], samples[i - 1], samples[i], samples[i + 1], from.x(), from.y(), to.x(), to.y())) {
                return true;
            }
        }
        return false;
    }

    /** How high the line lies between two places if it is level there, give or take so much in all; empty if it slopes, or does not come there. */
    OptionalDouble level(double left, double right, double tolerance) {
        double top = Double.MAX_VALUE;
        double bottom = -Double.MAX_VALUE;
        for (int i = 0; i < samples.length; i += 2) {
            if (samples[i] >= left && samples[i] <= right) {
                top = Math.min(top, samples[i + 1]);
                bottom = Math.max(bottom, samples[i + 1]);
            }
        }
        return bottom >= top && bottom - top <= tolerance
                ? OptionalDouble.of((top + bottom) / 2)
                : OptionalDouble.empty();
    }

    private static double toSegment(double px, double py, double ax, double ay, double bx, double by) {
        double dx = bx - ax;
        double dy = by - ay;
        double square = dx * dx + dy * dy;
        double t = square == 0 ? 0 : Math.max(0, Math.min(1, ((px - ax) * dx + (py - ay) * dy) / square));
        return Math.hypot(px - ax - t * dx, py - ay - t * dy);
    }

    private static double[] sample(double[] p) {
        int curves = (p.length - 2) / 6;
        double[] out = new double[2 + curves * STEPS * 2];
        out[0] = p[0];
        out[1] = p[1];
        int at = 2;
        for (int c = 0; c < curves; c++) {
            int i = c * 6;
            for (int s = 1; s <= STEPS; s++) {
                double t = (double) s / STEPS;
                out[at++] = bezier(t, p[i], p[i + 2], p[i + 4], p[i + 6]);
                out[at++] = bezier(t, p[i + 1], p[i + 3], p[i + 5], p[i + 7]);
            }
        }
        return out;
    }

    private static double bezier(double t, double a, double b, double c, double d) {
        double u = 1 - t;
        return u * u * u * a + 3 * u * u * t * b + 3 * u * t * t * c + t * t * t * d;
    }

    private static Box boundsOf(double[] samples) {
        double left = samples[0];
        double right = left;
        double top = samples[1];
        double bottom = top;
        for (int i = 2; i < samples.length; i += 2) {
            left = Math.min(left, samples[i]);
            right = Math.max(right, samples[i]);
            top = Math.min(top, samples[i + 1]);
            bottom = Math.max(bottom, samples[i + 1]);
        }
        return new Box(left, top, right - left, bottom - top);
    }
}
