package io.layerloom.monitor;

import static io.layerloom.graph.language.Language.tr;

import io.layerloom.engine.RunEvent;
import io.layerloom.themes.Icons;
import io.layerloom.themes.Styles;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.collections.ObservableList;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

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

    private final EventFeed feed = new EventFeed(this::apply);
    private final FigureRow figures = new FigureRow();
    private final RunButtons buttons = new RunButtons();
    private final ProgressBar bar = new ProgressBar(0);
    private final RunNews news = new RunNews(this::revealNews);
    private final PracticeView practice = new PracticeView();
    private final RunCharts charts = new RunCharts();
    private final LiveCurves curves = new LiveCurves(charts);
    private final EmptyState empty = new EmptyState(Icons.RUNS);
    private final MonitorPage page = new MonitorPage(figures, buttons, bar, news, practice, charts);
    private final StackPane content = new StackPane(page, empty);

    private String runName = "";
    private Progress progress = new Progress();

    /** A monitor without a run. */
    public TrainingMonitor() {
        getStyleClass().add(Styles.PANEL);
        bar.getStyleClass().add(Styles.SLIM_PROGRESS);
        bar.setMaxWidth(Double.MAX_VALUE);
        getChildren().add(content);
        stateProperty().addListener(o -> showState());
        widthProperty().addListener((observable, before, width) -> page.foldInto(width.doubleValue()));
        heightProperty().addListener((observable, before, height) -> page.foldBelow(height.doubleValue()));
        nameEmpty();
        showState();
    }

    /** Says everything anew, in the language of now; what the run itself told stays as it was told. */
    public void retell() {
        nameEmpty();
        charts.retell();
        refresh();
        buttons.show(state());
        practice.retell();
        news.retell(progress);
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
        practice.clear();
        curves.begin();
        buttons.begin();
        news.begin();
        refresh();
    }

    /** Shows no run any more, and none beneath it. */
    public void clear() {
        feed.clear();
        runName = "";
        progress = new Progress();
        overlays().clear();
        practice.clear();
        curves.begin();
        news.clear();
        refresh();
    }

    /** Says in what the project is not any more what the run at hand trained; empty where it is. */
    public void showDrift(Optional<String> sentence) {
        news.showDrift(sentence);
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
        return news.stateProperty();
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
            news.stopping();
            action.run();
        });
    }

    /** What "End now" does, which takes the place of Pause after Stop. */
    public void setOnEnd(Runnable action) {
        buttons.onEnd(action);
    }

    /** What "Resume from checkpoint" does after a failure or a stop; the button is only there if this is set. */
    public void setOnResumeFromCheckpoint(Runnable action) {
        news.onResumeFromCheckpoint(action);
    }

    /** What leads to the layer at which a run broke off, by its name; the button is only there if this is set. */
    public void setOnShowLayer(Consumer<String> action) {
        news.onShowLayer(action);
    }

    /** What "Train further" does after a run that trained all its epochs; the button is only there if this is set. */
    public void setOnTrainFurther(Runnable action) {
        news.onTrainFurther(action);
    }

    /** What "Show evaluation" does after a run; the button is only there if this is set. */
    public void setOnShowEvaluation(Runnable action) {
        news.onShowEvaluation(action);
    }

    private void apply(List<RunEvent> events) {
        events.forEach(this::apply);
        refresh();
    }

    private void apply(RunEvent event) {
        practice.take(event);
        progress.take(event);
        curves.take(event);
        if (event instanceof RunEvent.Started) {
            charts.expect(progress.iterationsPerEpoch(), progress.totalIterations());
        }
        news.take(event, progress);
    }

    private void refresh() {
        State now = state();
        figures.show(progress, curves, now == State.FINISHED || now == State.FAILED);
        page.foldInto(getWidth());
        bar.setProgress(now == State.PREPARING ? ProgressBar.INDETERMINATE_PROGRESS : progress.part());
        charts.changed();
    }

    private State state() {
        return stateProperty().get();
    }

    private void showState() {
        State now = state();
        empty.setVisible(now == State.IDLE);
        page.setVisible(now != State.IDLE);
        buttons.show(now);
    }

    private void revealNews() {
        page.revealNews();
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
