package io.layerloom.monitor;

import static io.layerloom.graph.language.Language.tr;

import io.layerloom.engine.Outcome;
import io.layerloom.engine.RunEvent;
import io.layerloom.monitor.chart.Figures;
import io.layerloom.themes.Icons;
import io.layerloom.themes.Measure;
import io.layerloom.themes.Styles;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ObservableList;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * A run as it goes on: figures, progress, charts, and the buttons that steer it.
 *
 * <p>Events may come from any thread and at any rate; they are fetched at most 25 times a second.
 */
public final class TrainingMonitor extends Region {
    /** Where a run stands. */
    public enum State {
        /** There is no run. */
        IDLE,
        /** Data is read and the network is built. */
        PREPARING,
        RUNNING,
        PAUSED,
        /** The run is over and its weights are kept. */
        FINISHED,
        /** The run broke off. */
        FAILED
    }

    /** Below this width the buttons do not fit side by side behind the figures. */
    private static final double NARROW = 744;

    /** Below this width the figures do not fit into one row. */
    private static final double NARROWEST = 657;

    /** Below this width not even three of them fit beside the buttons. */
    private static final double TINY = 420;

    /** Below this height a text of several lines would leave the charts too little. */
    private static final double LOW = 380;

    private static final Set<Class<?>> SPOKEN = Set.of(
            RunEvent.Pretraining.class,
            RunEvent.Written.class,
            RunEvent.Restored.class,
            RunEvent.Translated.class,
            RunEvent.Reconstructed.class,
            RunEvent.Generated.class,
            RunEvent.Paused.class,
            RunEvent.Finished.class,
            RunEvent.Failed.class);

    private final EventFeed feed = new EventFeed(this::apply);
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(this, "state", State.IDLE);
    private final FigureRow figures = new FigureRow();
    private final RunButtons buttons = new RunButtons();
    private final ProgressBar bar = new ProgressBar(0);
    private final StatusLine status = new StatusLine();
    private final Label drift = new Label();
    private final FailureCard failure = new FailureCard(this::reveal);
    private final WrittenText written = new WrittenText();
    private final ReconstructedPictures reconstructed = new ReconstructedPictures();
    private final GeneratedPictures generated = new GeneratedPictures();
    private final RunCharts charts = new RunCharts();
    private final LiveCurves curves = new LiveCurves(charts);
    private final EmptyState empty = new EmptyState(Icons.RUNS);
    private final HBox head = new HBox(Measure.SPACE_4);
    private final HBox foot = new HBox();
    private final ScrollPane live;
    private final StackPane content;

    private @Nullable Runnable onResumeFromCheckpoint;
    private @Nullable Consumer<String> onShowLayer;
    private @Nullable Runnable onShowEvaluation;
    private @Nullable Runnable onTrainFurther;

    private String runName = "";
    /** The latest event of each kind that is shown in words. */
    private final Map<Class<?>, RunEvent> told = new HashMap<>();

    private Progress progress = new Progress();

    /** A monitor without a run. */
    public TrainingMonitor() {
        getStyleClass().add(Styles.PANEL);
        bar.getStyleClass().add(Styles.SLIM_PROGRESS);
        bar.setMaxWidth(Double.MAX_VALUE);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        head.getChildren().addAll(figures, gap, buttons);
        foot.managedProperty()
                .bind(buttons.visibleProperty().and(buttons.parentProperty().isEqualTo(foot)));
        head.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(charts, Priority.ALWAYS);
        // Beside the curves there is room that above them there is not.
        HBox learning = new HBox(Measure.SPACE_24, charts, reconstructed, generated);
        VBox.setVgrow(learning, Priority.ALWAYS);
        VBox page = new VBox(Measure.SPACE_8, head, foot, bar, status, drift(), failure, written, learning);
        page.setPadding(new Insets(10, 16, 8, 16));
        live = new ScrollPane(page);
        live.getStyleClass().add(Styles.PLAIN_SCROLL);
        live.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        live.setFitToWidth(true);
        live.setFitToHeight(true);
        content = new StackPane(live, empty);
        getChildren().add(content);
        state.addListener(o -> showState());
        widthProperty().addListener((observable, before, width) -> fold(width.doubleValue()));
        heightProperty()
                .addListener((observable, before, height) -> written.fold(height.doubleValue() < Measure.text(LOW)));
        nameEmpty();
        showState();
    }

    private Label drift() {
        FontIcon sign = Icons.CAUTION.node(Icons.MEDIUM);
        sign.getStyleClass().add(Styles.WARN);
        drift.setGraphic(sign);
        drift.setGraphicTextGap(Measure.SPACE_8);
        drift.setWrapText(true);
        drift.setMinHeight(USE_PREF_SIZE);
        drift.setId("run-drift");
        drift.managedProperty().bind(drift.visibleProperty());
        drift.setVisible(false);
        return drift;
    }

    private void fold(double width) {
        double more = figures.surplus();
        boolean tiny = width < Measure.text(TINY) + more;
        figures.fold(tiny ? 2 : width < Measure.text(NARROWEST) + more ? 3 : 6);
        buttons.stack(!tiny && width < Measure.text(NARROW) + more);
        // Below the figures then, in a row of their own.
        Pane place = tiny ? foot : head;
        if (buttons.getParent() != place) {
            place.getChildren().add(buttons);
        }
    }

    /** Says everything anew, in the language of now; what the run itself told stays as it was told. */
    public void retell() {
        nameEmpty();
        charts.retell();
        refresh();
        buttons.show(state.get());
        List.copyOf(told.values()).forEach(this::apply);
    }

    private void nameEmpty() {
        empty.say(
                tr("Nothing has been trained yet"),
                tr(
                        "Press Train: the network learns from your data, and loss and accuracy are drawn here batch by batch. Validation is measured after every epoch."));
    }

    /** Says whether the runs that are shown from now on have an accuracy, so that no chart waits for one that never comes. */
    public void expectAccuracy(boolean expected) {
        curves.expectAccuracy(expected);
    }

    /** Clears everything for a new run. */
    public void begin(String name) {
        feed.clear();
        runName = name;
        progress = new Progress();
        hideLearning();
        curves.begin();
        buttons.begin();
        status.say(tr("Starting"), Icons.CLOCK, Styles.MUTED);
        state.set(State.PREPARING);
        refresh();
    }

    /** Shows no run any more, and none beneath it. */
    public void clear() {
        feed.clear();
        runName = "";
        progress = new Progress();
        overlays().clear();
        hideLearning();
        curves.begin();
        state.set(State.IDLE);
        refresh();
    }

    private void hideLearning() {
        told.clear();
        written.clear();
        reconstructed.clear();
        generated.clear();
    }

    /** Says in what the project is not any more what the run at hand trained; empty where it is. */
    public void showDrift(Optional<String> sentence) {
        drift.setText(sentence.orElse(""));
        drift.setVisible(sentence.isPresent());
    }

    /** Takes an event of the run; from any thread, returns at once. */
    public void accept(RunEvent event) {
        feed.accept(event);
    }

    /** Shows a run that is over. */
    public void show(String name, List<RunEvent> events) {
        begin(name);
        apply(events);
    }

    /** The name of the run at hand; empty if there is none. */
    public String runName() {
        return runName;
    }

    /** Where the run at hand stands. */
    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** Earlier runs that are drawn beneath the run at hand. */
    public ObservableList<RunSeries> overlays() {
        return charts.others();
    }

    /** Draws an earlier run beneath the run at hand. */
    public void showOverlay(RunSeries run) {
        if (!overlays().contains(run)) {
            overlays().add(run);
        }
    }

    /** Draws an earlier run no longer. */
    public void hideOverlay(RunSeries run) {
        overlays().remove(run);
    }

    /** The two charts. */
    public RunCharts charts() {
        return charts;
    }

    /** What Pause does. */
    public void setOnPause(Runnable action) {
        buttons.onPause(action);
    }

    /** What Resume does after a pause. */
    public void setOnResume(Runnable action) {
        buttons.onResume(action);
    }

    /** What Stop does. */
    public void setOnStop(Runnable action) {
        buttons.onStop(() -> {
            status.say(tr("Stopping after this batch, then measuring on the test part"), Icons.STOP, Styles.MUTED);
            action.run();
        });
    }

    /** What "End now" does, which takes the place of Pause after Stop. */
    public void setOnEnd(Runnable action) {
        buttons.onEnd(action);
    }

    /** What "Resume from checkpoint" does after a failure or a stop; the button is only there if this is set. */
    public void setOnResumeFromCheckpoint(Runnable action) {
        onResumeFromCheckpoint = action;
    }

    /** What leads to the layer at which a run broke off, by its name; the button is only there if this is set. */
    public void setOnShowLayer(Consumer<String> action) {
        onShowLayer = action;
    }

    /** What "Train further" does after a run that trained all its epochs; the button is only there if this is set. */
    public void setOnTrainFurther(Runnable action) {
        onTrainFurther = action;
    }

    /** What "Show evaluation" does after a run; the button is only there if this is set. */
    public void setOnShowEvaluation(Runnable action) {
        onShowEvaluation = action;
    }

    private void apply(List<RunEvent> events) {
        events.forEach(this::apply);
        refresh();
    }

    private void refresh() {
        boolean over = state.get() == State.FINISHED || state.get() == State.FAILED;
        figures.show(progress, curves, over);
        fold(getWidth());
        bar.setProgress(state.get() == State.PREPARING ? ProgressBar.INDETERMINATE_PROGRESS : progress.part());
        charts.changed();
    }

    private void apply(RunEvent event) {
        if (event instanceof RunEvent.Resumed) {
            told.remove(RunEvent.Paused.class);
        } else if (SPOKEN.contains(event.getClass())) {
            told.put(event.getClass(), event);
        }
        if (event instanceof RunEvent.Pretraining layer) {
            pretraining(layer);
        } else if (event instanceof RunEvent.Iteration iteration) {
            learnTogether();
            progress.iteration(iteration);
            curves.iteration(iteration);
        } else if (event instanceof RunEvent.EpochEnd end) {
            progress.epochEnd(end);
            curves.epochEnd(end);
        } else if (event instanceof RunEvent.Written text) {
            written.show(text);
        } else if (event instanceof RunEvent.Restored restored) {
            written.show(restored);
        } else if (event instanceof RunEvent.Translated translated) {
            written.show(translated);
        } else if (event instanceof RunEvent.Reconstructed pictures) {
            reconstructed.show(pictures);
        } else if (event instanceof RunEvent.Generated pictures) {
            generated.show(pictures);
        } else if (event instanceof RunEvent.Scored scored) {
            curves.scored(scored);
        } else if (event instanceof RunEvent.Rivalry rivalry) {
            curves.rivalry(rivalry);
        } else if (event instanceof RunEvent.Preparing preparing) {
            status.say(tr(preparing.step()), Icons.CLOCK, Styles.MUTED);
            state.set(State.PREPARING);
        } else if (event instanceof RunEvent.Started started) {
            started(started);
        } else if (event instanceof RunEvent.Paused paused) {
            status.say(paused(paused), Icons.PAUSE, Styles.WARN);
            state.set(State.PAUSED);
        } else if (event instanceof RunEvent.Resumed) {
            status.clear();
            state.set(State.RUNNING);
            Optional.ofNullable(told.get(RunEvent.Pretraining.class)).ifPresent(this::apply);
        } else if (event instanceof RunEvent.Finished finished) {
            finished(finished);
        } else if (event instanceof RunEvent.Failed failed) {
            failed(failed);
        }
    }

    /** A layer learns by itself. */
    private void pretraining(RunEvent.Pretraining event) {
        progress.pretraining(event);
        if (state.get() != State.RUNNING) {
            return;
        }
        String sentence = event.epoch() == 0
                ? tr("Pre-training of %s, layer %d of %d", event.layer(), event.number(), event.layers())
                : tr(
                        "Pre-training of %s, layer %d of %d: epoch %d of %d, reconstruction loss %s",
                        event.layer(),
                        event.number(),
                        event.layers(),
                        event.epoch(),
                        event.epochs(),
                        Figures.loss(event.loss()));
        status.say(sentence, Icons.LAYERS, Styles.MUTED);
    }

    /** All layers learn from now on. */
    private void learnTogether() {
        if (told.remove(RunEvent.Pretraining.class) != null) {
            status.clear();
        }
    }

    private String paused(RunEvent.Paused event) {
        return told.get(RunEvent.Pretraining.class) instanceof RunEvent.Pretraining layer
                ? tr("Paused in the pre-training of %s", layer.layer())
                : tr("Paused at iteration %,d", event.iteration());
    }

    /** What somebody ended is no failure. */
    private void failed(RunEvent.Failed event) {
        status.clear();
        if (event.left()) {
            status.say(event.message(), Icons.STOP, Styles.WARN);
            status.offer(tr("Resume from checkpoint"), event.resumable() ? onResumeFromCheckpoint : null);
        } else {
            failure.show(event, onResumeFromCheckpoint, onShowLayer);
        }
        state.set(State.FAILED);
    }

    /** Brings the end of the failure card into sight. */
    private void reveal() {
        layout();
        double bottom = failure.getBoundsInParent().getMaxY() + Measure.SPACE_8;
        double room = live.getViewportBounds().getHeight();
        double whole = live.getContent().getLayoutBounds().getHeight();
        if (bottom > room) {
            live.setVvalue((bottom - room) / (whole - room));
        }
    }

    private void started(RunEvent.Started event) {
        progress.started(event);
        charts.expect(progress.iterationsPerEpoch(), progress.totalIterations());
        status.clear();
        state.set(State.RUNNING);
    }

    private void finished(RunEvent.Finished event) {
        progress.ended(event.seconds());
        curves.ended();
        boolean learned = event.test().guess().isEmpty();
        status.say(Ending.of(event), learned ? Icons.SUCCESS : Icons.CAUTION, learned ? Styles.OK : Styles.WARN);
        status.offer(tr("Show evaluation"), event.test().examples() > 0 ? onShowEvaluation : null);
        status.offer(tr("Train further…"), event.outcome() == Outcome.COMPLETED ? onTrainFurther : null);
        boolean goesOn = event.outcome() == Outcome.STOPPED
                && (progress.iteration() > 0 || told.containsKey(RunEvent.Pretraining.class));
        status.offer(tr("Resume from checkpoint"), goesOn ? onResumeFromCheckpoint : null);
        state.set(State.FINISHED);
    }

    private void showState() {
        State now = state.get();
        empty.setVisible(now == State.IDLE);
        live.setVisible(now != State.IDLE);
        if (now != State.FAILED) {
            failure.setVisible(false);
        }
        buttons.show(now);
    }

    @Override
    protected double computePrefWidth(double height) {
        return content.prefWidth(height);
    }

    @Override
    protected double computePrefHeight(double width) {
        return content.prefHeight(width);
    }

    @Override
    protected double computeMinWidth(double height) {
        return 320;
    }

    @Override
    protected double computeMinHeight(double width) {
        return 120;
    }

    @Override
    protected void layoutChildren() {
        content.resizeRelocate(0, 0, getWidth(), getHeight());
    }
}
