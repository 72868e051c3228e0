package io.layerloom.canvas;

/** Whether straight stretches meet boxes. */
final class Segments {

    private Segments() {}

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
