package io.layerloom.monitor;

import static io.layerloom.graph.language.Language.tr;

import io.layerloom.engine.Outcome;
import io.layerloom.engine.RunEvent;
import io.layerloom.monitor.TrainingMonitor.State;
import io.layerloom.monitor.chart.Figures;
import io.layerloom.themes.Icons;
import io.layerloom.themes.Measure;
import io.layerloom.themes.Styles;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** Where a run stands, and how that is said: one sentence or the card of a failure, what can be done next, and in what the project is not any more what was trained. Takes no room when there is nothing to say. */
final class RunNews extends VBox {

    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(this, "state", State.IDLE);
    private final StatusLine status = new StatusLine();
    private final Label drift = new Label();
    private final FailureCard failure;

    /** The layer that learns by itself, until all learn together. */
    private Optional<RunEvent.Pretraining> alone = Optional.empty();

    /** The pause that lasts, or the end. */
    private Optional<RunEvent> halt = Optional.empty();

    private @Nullable Runnable onResumeFromCheckpoint;
    private @Nullable Consumer<String> onShowLayer;
    private @Nullable Runnable onShowEvaluation;
    private @Nullable Runnable onTrainFurther;

    /** No news; {@code onOpened} is told when the details of a failure come, which may lie below what is in sight. */
    RunNews(Runnable onOpened) {
        super(Measure.SPACE_8);
        failure = new FailureCard(onOpened);
        FontIcon sign = Icons.CAUTION.node(Icons.MEDIUM);
        sign.getStyleClass().add(Styles.WARN);
        drift.setGraphic(sign);
        drift.setGraphicTextGap(Measure.SPACE_8);
        drift.setWrapText(true);
        drift.setMinHeight(USE_PREF_SIZE);
        drift.setId("run-drift");
        drift.managedProperty().bind(drift.visibleProperty());
        drift.setVisible(false);
        getChildren().addAll(status, drift, failure);
        managedProperty()
                .bind(status.visibleProperty().or(drift.visibleProperty()).or(failure.visibleProperty()));
    }

    ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    void onResumeFromCheckpoint(Runnable action) {
        onResumeFromCheckpoint = action;
    }

    void onShowLayer(Consumer<String> action) {
        onShowLayer = action;
    }

    void onShowEvaluation(Runnable action) {
        onShowEvaluation = action;
    }

    void onTrainFurther(Runnable action) {
        onTrainFurther = action;
    }

    /** A run begins. */
    void begin() {
        forget();
        status.say(tr("Starting"), Icons.CLOCK, Styles.MUTED);
        pass(State.PREPARING);
    }

    /** There is no run any more. */
    void clear() {
        forget();
        pass(State.IDLE);
    }

    private void forget() {
        alone = Optional.empty();
        halt = Optional.empty();
    }

    /** The run was asked to stop. */
    void stopping() {
        status.say(tr("Stopping after this batch, then measuring on the test part"), Icons.STOP, Styles.MUTED);
    }

    /** Says in what the project is not any more what the run at hand trained; empty where it is. */
    void showDrift(Optional<String> sentence) {
        drift.setText(sentence.orElse(""));
        drift.setVisible(sentence.isPresent());
    }

    /**
     * Says what an event means for where the run stands, if it means anything for that.
     *
     * @param progress how far the run is with this event
     */
    void take(RunEvent event, Progress progress) {
        if (event instanceof RunEvent.Preparing preparing) {
            status.say(tr(preparing.step()), Icons.CLOCK, Styles.MUTED);
            pass(State.PREPARING);
        } else if (event instanceof RunEvent.Started || event instanceof RunEvent.Resumed) {
            halt = Optional.empty();
            status.clear();
            pass(State.RUNNING);
            sayAlone();
        } else if (event instanceof RunEvent.Pretraining layer) {
            alone = Optional.of(layer);
            sayAlone();
        } else if (event instanceof RunEvent.Iteration && alone.isPresent()) {
            alone = Optional.empty();
            status.clear();
        } else if (event instanceof RunEvent.Paused
                || event instanceof RunEvent.Finished
                || event instanceof RunEvent.Failed) {
            halt = Optional.of(event);
            sayHalt(event, progress);
        }
    }

    /** Says it anew, in the language of now; what the run itself told stays as it was told. */
    void retell(Progress progress) {
        sayAlone();
        halt.ifPresent(event -> sayHalt(event, progress));
    }

    private void sayAlone() {
        if (state.get() == State.RUNNING) {
            alone.ifPresent(layer -> status.say(pretraining(layer), Icons.LAYERS, Styles.MUTED));
        }
    }

    private static String pretraining(RunEvent.Pretraining event) {
        return event.epoch() == 0
                ? tr("Pre-training of %s, layer %d of %d", event.layer(), event.number(), event.layers())
                : tr(
                        "Pre-training of %s, layer %d of %d: epoch %d of %d, reconstruction loss %s",
                        event.layer(),
                        event.number(),
                        event.layers(),
                        event.epoch(),
                        event.epochs(),
                        Figures.loss(event.loss()));
    }

    private void sayHalt(RunEvent event, Progress progress) {
        if (event instanceof RunEvent.Paused paused) {
            status.say(paused(paused), Icons.PAUSE, Styles.WARN);
            pass(State.PAUSED);
        } else if (event instanceof RunEvent.Finished finished) {
            sayFinished(finished, progress);
            pass(State.FINISHED);
        } else if (event instanceof RunEvent.Failed failed) {
            sayFailed(failed);
            pass(State.FAILED);
        }
    }

    private String paused(RunEvent.Paused event) {
        return alone.map(layer -> tr("Paused in the pre-training of %s", layer.layer()))
                .orElseGet(() -> tr("Paused at iteration %,d", event.iteration()));
    }

    private void sayFinished(RunEvent.Finished event, Progress progress) {
        boolean learned = event.test().guess().isEmpty();
        status.say(Ending.of(event), learned ? Icons.SUCCESS : Icons.CAUTION, learned ? Styles.OK : Styles.WARN);
        status.offer(tr("Show evaluation"), event.test().examples() > 0 ? onShowEvaluation : null);
        status.offer(tr("Train further…"), event.outcome() == Outcome.COMPLETED ? onTrainFurther : null);
        boolean goesOn = event.outcome() == Outcome.STOPPED && (progress.iteration() > 0 || alone.isPresent());
        status.offer(tr("Resume from checkpoint"), goesOn ? onResumeFromCheckpoint : null);
    }

    /** What somebody ended is no failure. */
    private void sayFailed(RunEvent.Failed event) {
        status.clear();
        if (event.left()) {
            status.say(event.message(), Icons.STOP, Styles.WARN);
            status.offer(tr("Resume from checkpoint"), event.resumable() ? onResumeFromCheckpoint : null);
        } else {
            failure.show(event, onResumeFromCheckpoint, onShowLayer);
        }
    }

    private void pass(State next) {
        if (next != State.FAILED) {
            failure.setVisible(false);
        }
        state.set(next);
    }
}
