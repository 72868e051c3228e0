package io.layerloom.app.workbench;

import static io.layerloom.graph.language.Language.tr;

import io.layerloom.engine.RunEvent;
import io.layerloom.themes.FxThread;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** How far a run is, and what computes it, for the window. */
final class RunProgress {

    private final ReadOnlyDoubleWrapper part = new ReadOnlyDoubleWrapper();
    private final ReadOnlyObjectWrapper<Optional<RunEvent.Started>> told =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyStringWrapper step = new ReadOnlyStringWrapper("");
    private final AtomicBoolean pending = new AtomicBoolean();
    private volatile double iterations = Double.NaN;
    private volatile double done;

    /** A run begins. */
    void begin() {
        forget();
        iterations = Double.NaN;
        done = 0;
        step.set(tr("Starting"));
    }

    /** No run goes on; how far it came stays. */
    void rest() {
        step.set("");
    }

    /** The run concerns nobody any more. */
    void forget() {
        told.set(Optional.empty());
        part.set(0);
    }

    /**
     * Takes what a run tells, on any thread.
     *
     * @param window does something in the window's thread, unless the run was left meanwhile
     */
    void take(RunEvent event, Consumer<Runnable> window) {
        if (event instanceof RunEvent.Iteration iteration) {
            done = iteration.iteration();
            bring(window);
        } else if (event instanceof RunEvent.Started started) {
            iterations = (double) started.epochs() * started.iterationsPerEpoch();
            window.accept(() -> {
                told.set(Optional.of(started));
                step.set("");
            });
        } else if (event instanceof RunEvent.Preparing preparing) {
            window.accept(() -> step.set(tr(preparing.step())));
        }
    }

    /** At most one crossing to the window's thread is under way, however fast the iterations come. */
    private void bring(Consumer<Runnable> window) {
        if (pending.compareAndSet(false, true)) {
            FxThread.run(() -> pending.set(false));
            window.accept(() -> part.set(Double.isNaN(iterations) ? 0 : Math.min(1, done / iterations)));
        }
    }

    /** From 0 to 1. */
    ReadOnlyDoubleProperty partProperty() {
        return part.getReadOnlyProperty();
    }

    /** What the run told when it started: what computes, and with how many threads. */
    ReadOnlyObjectProperty<Optional<RunEvent.Started>> startedProperty() {
        return told.getReadOnlyProperty();
    }

    /** The step before training that is under way; empty while training. */
    ReadOnlyStringProperty stepProperty() {
        return step.getReadOnlyProperty();
    }
}
