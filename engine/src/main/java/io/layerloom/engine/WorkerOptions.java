package io.layerloom.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How a worker's process is set up; much of it must stand in the environment before Java starts. */
final class WorkerOptions {

    private static final long SMALLEST_HEAP_MB = 1024;
    private static final long LARGEST_HEAP_MB = 16_384;

    private WorkerOptions() {}

    static List<String> jvm() {
        List<String> options = new ArrayList<>();
        options.add("-Xmx" + heapMegabytes() + "m");
        options.add("-XX:+UseSerialGC");
        options.add("-Dfile.encoding=UTF-8");
        options.add("-Djava.awt.headless=true");
        // Nothing that the engine reads is a serialized Java object, so none may come to life.
        options.add("-Djdk.serialFilter=!*");
        if (Runtime.version().feature() >= 24) {
            options.add("--enable-native-access=ALL-UNNAMED");
            options.add("--sun-misc-unsafe-memory-access=allow");
        }
        return options;
    }

    /** Half of the memory; arrays of ND4J lie outside the heap and may take as much again. Java reserves its heap, and more for itself, all at once. */
    static long heapMegabytes() {
        long wanted = Math.max(SMALLEST_HEAP_MB, Math.min(LARGEST_HEAP_MB, (Machine.memory() >> 20) / 2));
        return Math.min(wanted, (Machine.addressSpace() >> 20) / 3);
    }

    /** What decides the last bits and the speed, for a process that begins something new on this machine. */
    static Map<String, String> environment(int threads) {
        return environment(threads, BlasCore.ofMachine());
    }

    /**
     * What decides the last bits and the speed.
     *
     * @param noted what a run keeps of the environment in which it began
     */
    static Map<String, String> environment(int threads, Map<String, String> noted) {
        Map<String, String> all = new HashMap<>(ofThreads(threads));
        all.putAll(noted);
        return all;
    }

    /** Waiting threads that spin would take the processor from the window and from each other. */
    private static Map<String, String> ofThreads(int threads) {
        String count = Integer.toString(threads);
        return Map.of("OMP_NUM_THREADS", count, "OPENBLAS_NUM_THREADS", count, "OMP_WAIT_POLICY", "PASSIVE");
    }
}
