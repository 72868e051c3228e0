package io.layerloom.app.workbench;

import io.layerloom.engine.gpu.Card;
import io.layerloom.engine.gpu.Sighting;
import io.layerloom.themes.FxThread;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Memory and load of the card that trains, read every two seconds while it does and never otherwise. */
final class CardMeter {

    private static final int SECONDS = 2;

    private final Supplier<Sighting> look;
    private final ReadOnlyObjectWrapper<Optional<Card>> reading = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Optional<ScheduledExecutorService> clock = Optional.empty();

    CardMeter(Supplier<Sighting> look) {
        this.look = look;
    }

    /** The card as it was read last; empty while nothing trains on one. */
    ReadOnlyObjectProperty<Optional<Card>> readingProperty() {
        return reading.getReadOnlyProperty();
    }

    /** Begins to read; on the JavaFX thread, as all of this but the reading itself. */
    @SuppressWarnings("FutureReturnValueIgnored") // it ends with its clock
    void start(int index) {
        stop();
        ScheduledExecutorService fresh = Executors.newSingleThreadScheduledExecutor(CardMeter::daemon);
        clock = Optional.of(fresh);
        fresh.scheduleWithFixedDelay(() -> read(fresh, index), 0, SECONDS, TimeUnit.SECONDS);
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "card-meter");
        thread.setDaemon(true);
        return thread;
    }

    private void read(ScheduledExecutorService own, int index) {
        Sighting seen = look.get();
        Optional<Card> card = seen instanceof Sighting.Cards cards
                ? cards.cards().stream().filter(one -> one.index() == index).findFirst()
                : Optional.empty();
        FxThread.run(() -> {
            if (clock.equals(Optional.of(own))) {
                reading.set(card);
            }
        });
    }

    void stop() {
        clock.ifPresent(ScheduledExecutorService::shutdownNow);
        clock = Optional.empty();
        reading.set(Optional.empty());
    }
}
