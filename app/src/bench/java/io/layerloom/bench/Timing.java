package io.layerloom.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Locale;
import java.util.function.IntConsumer;

/** Times a peer as {@code layerloom bench} times the program: some steps to warm up, then those that count; first training, then prediction. */
final class Timing {

    /** So many mini-batches take turns, so that none stays in a cache. */
    static final int BATCHES = 16;

    private static final int WARM_UP = 40;
    private static final int WARM_UP_PREDICTIONS = 20;

    private Timing() {}

    /**
     * Prints one line.
     *
     * @param train a step of training with the mini-batch of this number, its loss read
     * @param predict a prediction for it, the answer in Java's memory
     */
    static void print(String engine, String net, int batch, int iterations, IntConsumer train, IntConsumer predict) {
        repeat(WARM_UP, train);
        double cpu = cpuMillis();
        double trained = repeat(iterations, train);
        double cpuOfTraining = (cpuMillis() - cpu) / iterations;
        repeat(WARM_UP_PREDICTIONS, predict);
        double predicted = repeat(iterations, predict);
        System.out.printf(
                Locale.ROOT,
                "engine=%s net=%s batch=%d train_ms=%.3f train_cpu_ms=%.3f infer_ms=%.3f%n",
                engine,
                net,
                batch,
                trained,
                cpuOfTraining,
                predicted);
    }

    private static double repeat(int times, IntConsumer work) {
        long begun = System.nanoTime();
        for (int i = 0; i < times; i++) {
            work.accept(i % BATCHES);
        }
        return (System.nanoTime() - begun) / 1e6 / times;
    }

    private static double cpuMillis() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime() / 1e6;
    }
}
