package io.layerloom.engine.kit;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;

/**
 * Threads that share the work of one layer. Each takes some of the examples through the whole layer, with libraries that do not start threads of their own: they meet once instead
 * of after each small product, and the bits follow from the number of parts alone.
 */
final class Crew {

    /** With fewer multiply-adds than this, the work is done before another thread has woken up. */
    private static final double WORTH_A_THREAD = 500_000;

    private static final ExecutorService THREADS = Executors.newCachedThreadPool(Crew::daemon);

    private Crew() {}

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "crew");
        thread.setDaemon(true);
        return thread;
    }

    /** Into how many parts to split work on some examples: as many as there are threads, if it is worth it. */
    static int parts(int examples, double multiplyAdds) {
        double worth = Math.max(1, multiplyAdds / WORTH_A_THREAD);
        return (int) Math.min(Math.min(TeamSize.get(), examples), worth);
    }

    /** Does tasks 0 to {@code count - 1}, the first one itself, and returns when all are done. */
    static void run(int count, IntConsumer task) {
        BlasThreads.rest();
        List<Future<?>> others = new ArrayList<>();
        try {
            for (int i = 1; i < count; i++) {
                int number = i;
                others.add(THREADS.submit(() -> OmpThreads.alone(() -> task.accept(number))));
            }
            OmpThreads.alone(() -> task.accept(0));
        } finally {
            others.forEach(Crew::await);
            BlasThreads.back();
        }
    }

    private static void await(Future<?> other) {
        boolean interrupted = false;
        try {
            while (!other.isDone()) {
                try {
                    other.get();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
            other.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("A part of a layer failed: " + e.getCause(), e.getCause());
        } catch (InterruptedException e) {
            interrupted = true;
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
