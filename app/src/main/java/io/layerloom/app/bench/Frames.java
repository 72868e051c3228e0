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

    private final List<Long> nanos = new ArrayList<>();
    private final long fxBefore = cpu(FX);
    private final long renderBefore = cpu(RENDER);
    private long fx;
    private long render;

    /** One more frame took this long. */
    void add(long length) {
        nanos.add(length);
    }

    int count() {
        return nanos.size();
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

    CanvasBench.Pace pace() {
        return new CanvasBench.Pace(
                1000 / CanvasBench.Spread.of(nanos).median(),
                CanvasBench.Spread.of(nanos).p99(),
                fx / 1e6 / nanos.size(),
                render / 1e6 / nanos.size());
    }
}
