package io.layerloom.monitor;

import io.layerloom.engine.RunEvent;
import io.layerloom.engine.RunEvent.Iteration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a run leaves its events until the window next looks, in an amount that does not grow with their number.
 *
 * <p>When iterations come faster than they are fetched, neighbours are put together into one that has their mean figures; every other event is kept as it came.
 */
final class EventBuffer {
    private final int capacity;
    private List<RunEvent> events = new ArrayList<>();
    private int iterations;

    /** A buffer that holds at most {@code capacity} iterations. */
    EventBuffer(int capacity) {
        this.capacity = capacity;
    }

    /** Adds an event; from any thread, at once. True if the buffer was empty, so that somebody must be told to look. */
    synchronized boolean add(RunEvent event) {
        boolean first = events.isEmpty();
        events.add(event);
        if (event instanceof Iteration && ++iterations > capacity) {
            halve();
        }
        return first;
    }

    /** Takes everything out, in order. */
    synchronized List<RunEvent> drain() {
        List<RunEvent> taken = events;
        events = new ArrayList<>();
        iterations = 0;
        return taken;
    }

    private void halve() {
        List<RunEvent> kept = new ArrayList<>(events.size() / 2 + 16);
        iterations = 0;
        @Nullable Iteration waiting = null;
        for (RunEvent event : events) {
            if (!(event instanceof Iteration iteration)) {
                keep(waiting, kept);
                waiting = null;
                kept.add(event);
            } else if (waiting == null) {
                waiting = iteration;
            } else {
                keep(mean(waiting, iteration), kept);
                waiting = null;
            }
        }
        keep(waiting, kept);
        events = kept;
    }

    private void keep(@Nullable Iteration iteration, List<RunEvent> kept) {
        if (iteration != null) {
            kept.add(iteration);
            iterations++;
        }
    }

    private static Iteration mean(Iteration a, Iteration b) {
        return new Iteration(
                b.iteration(),
                b.epoch(),
                (a.loss() + b.loss()) / 2,
                (a.accuracy() + b.accuracy()) / 2,
                b.examplesSeen(),
                b.seconds());
    }
}
