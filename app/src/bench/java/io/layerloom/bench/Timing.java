package io.layerloom.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Locale;
import java.util.function.IntConsumer;

/** Times a peer as {@code layerloom bench} times the program: some steps to warm up, then those that count; first training, then prediction. */
final class Timing {

    /** So many mini-batches take turns, so that none stays in a cache. */
    static final int BATCHES = 16;

    private static final double WARM_UP_MILLIS = 4000;

    /** An engine that is slow is not measured for longer than this. */
    private static final double LONGEST_MILLIS = 20_000;

    private Timing() {}

    /**
     * Prints one line.
     *
     * @param train a step of training with the mini-batch of this number, its loss read
     * @param predict a prediction for it, the answer in Java's memory
     */
    static void print(String engine, String net, int batch, int iterations, IntConsumer train, IntConsumer predict) {
        repeat(Integer.MAX_VALUE, WARM_UP_MILLIS, train);
        Repeated trained = repeat(iterations, LONGEST_MILLIS, train);
        repeat(Integer.MAX_VALUE, WARM_UP_MILLIS, predict);
        Repeated predicted = repeat(iterations, LONGEST_MILLIS, predict);
        System.out.printf(
                Locale.ROOT,
                "engine=%s net=%s batch=%d train_ms=%.3f train_cpu_ms=%.3f infer_ms=%.3f%n",
                engine,
                net,
                batch,
                trained.millis,
                trained.cpuMillis,
                predicted.millis);
    }

    /** What one time took, of all and of the processors together. */
    private record Repeated(double millis, double cpuMillis) {}

    private static Repeated repeat(int times, double longest, IntConsumer work) {
        double cpu = cpuMillis();
        long begun = System.nanoTime();
        double spent = 0;
        int done = 0;
        while (done < times && spent < longest) {
            work.accept(done % BATCHES);
            done++;
            spent = (System.nanoTime() - begun) / 1e6;
        }
        return new Repeated(spent / done, (cpuMillis() - cpu) / done);
    }

    private static double cpuMillis() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime() / 1e6;
    }
}
