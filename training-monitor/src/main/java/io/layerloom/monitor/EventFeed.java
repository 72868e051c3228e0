package io.layerloom.monitor;

import io.layerloom.engine.RunEvent;
import io.layerloom.themes.FxThread;
import java.util.List;
import java.util.function.Consumer;
import javafx.animation.AnimationTimer;

/** Brings the events of a run over to the window, at most 25 times a second, however fast they come; rests while there is none. */
final class EventFeed {
    private static final int CAPACITY = 8192;
    private static final long NANOS_BETWEEN_FETCHES = 40_000_000;

    private final EventBuffer buffer = new EventBuffer(CAPACITY);
    private final Consumer<List<RunEvent>> receiver;
    private final AnimationTimer fetching = new AnimationTimer() {
        private long last;

        @Override
        public void handle(long now) {
            if (now - last >= NANOS_BETWEEN_FETCHES) {
                last = now;
                stop();
                fetch();
            }
        }
    };

    /** @param receiver gets what came since the last time, on the JavaFX thread */
    EventFeed(Consumer<List<RunEvent>> receiver) {
        this.receiver = receiver;
    }

    /** Takes an event; from any thread, returns at once. */
    void accept(RunEvent event) {
        if (buffer.add(event)) {
            FxThread.run(fetching::start);
        }
    }

    /** Forgets what was not yet brought over. */
    void clear() {
        buffer.drain();
    }

    private void fetch() {
        List<RunEvent> events = buffer.drain();
        if (!events.isEmpty()) {
            receiver.accept(events);
        }
    }
}
