package io.layerloom.canvas;

/** Whether straight stretches meet boxes. */
final class Segments {

    private Segments() {}

    /** Whether two segments cross: the ends of each lie on both sides of the other. */
    static boolean meet(double ax, double ay, double bx, double by, double cx, double cy, double dx, double dy) {
        return side(ax, ay, bx, by, cx, cy) * side(ax, ay, bx, by, dx, dy) <= 0
                && side(cx, cy, dx, dy, ax, ay) * side(cx, cy, dx, dy, bx, by) <= 0
                && (ax != bx || ay != by)
                && (cx != dx || cy != dy);
    }

    private static double side(double ax, double ay, double bx, double by, double px, double py) {
        return Math.signum((bx - ax) * (py - ay) - (by - ay) * (px - ax));
    }

    /** Whether a segment touches a box (Liang and Barsky, 1984). */
    static boolean crosses(double ax, double ay, double bx, double by, Box box) {
        double dx = bx - ax;
        double dy = by - ay;
        double[] p = {-dx, dx, -dy, dy};
        double[] q = {ax - box.x(), box.right() - ax, ay - box.y(), box.bottom() - ay};
        double enter = 0;
        double leave = 1;
        for (int i = 0; i < 4; i++) {
            if (p[i] == 0) {
                if (q[i] < 0) {
                    return false;
                }
            } else if (p[i] < 0) {
                enter = Math.max(enter, q[i] / p[i]);
            } else {
                leave = Math.min(leave, q[i] / p[i]);
            }
        }
        return enter <= leave;
    }
}
