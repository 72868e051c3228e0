package io.layerloom.app.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;

/** The lengths of many frames, and the processor time that the two threads of the toolkit spent on them. */
final class Frames {

    private static final String FX = "JavaFX Application Thread";
    private static final String RENDER = "QuantumRenderer-0";

    /**
     * What a frame shows.
     *
     * @param x where the first node lies, in pixels
     * @param pointerX where the pointer is
     */
    record Sight(double x, double y, double zoom, double pointerX, double pointerY) {

        /** Whether something lies elsewhere, by whole pixels, or has another size. */
        boolean differs(Sight other) {
            return Math.rint(x) != Math.rint(other.x)
                    || Math.rint(y) != Math.rint(other.y)
                    || zoom != other.zoom
                    || Math.rint(pointerX) != Math.rint(other.pointerX)
                    || Math.rint(pointerY) != Math.rint(other.pointerY);
        }
    }

    private final List<Long> nanos = new ArrayList<>();
    private final List<Sight> sights = new ArrayList<>();
    private final long fxBefore = cpu(FX);
    private final long renderBefore = cpu(RENDER);
    private long fx;
    private long render;

    /** One more frame took this long and ended with this in sight. */
    void add(long length, Sight sight) {
        nanos.add(length);
        sights.add(sight);
    }

    List<Sight> sights() {
        return sights;
    }

    /** No frame follows. */
    void end() {
        fx = cpu(FX) - fxBefore;
        render = cpu(RENDER) - renderBefore;
    }

    private static long cpu(String name) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        for (ThreadInfo info : threads.getThreadInfo(threads.getAllThreadIds())) {
            if (info != null && info.getThreadName().equals(name)) {
                return threads.getThreadCpuTime(info.getThreadId());
            }
        }
        return 0;
    }

    private double changed() {
        int count = 0;
        for (int i = 1; i < sights.size(); i++) {
            count += sights.get(i).differs(sights.get(i - 1)) ? 1 : 0;
        }
        return (double) count / Math.max(1, sights.size() - 1);
    }

    CanvasBench.Pace pace(double visible) {
        CanvasBench.Spread lengths = CanvasBench.Spread.of(nanos);
        return new CanvasBench.Pace(
                1000 / lengths.median(),
                lengths.p99(),
                fx / 1e6 / nanos.size(),
                render / 1e6 / nanos.size(),
                visible,
                changed());
    }
}
