package io.layerloom.monitor;

import static io.layerloom.graph.language.Language.later;
import static io.layerloom.graph.language.Language.tr;

import io.layerloom.monitor.chart.Curve;
import io.layerloom.monitor.chart.Measured;
import io.layerloom.monitor.chart.Series;
import io.layerloom.monitor.chart.SeriesChart;
import io.layerloom.themes.Measure;
import io.layerloom.themes.Tokens;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.beans.property.DoubleProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.geometry.Orientation;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;

/** Loss and accuracy side by side, or one above the other where that is too narrow, of the run at hand and of any others laid beneath it; both charts zoom and read together. Where layers learned one by one before, a third chart shows what they lost. */
public final class RunCharts extends Region {
    private static final String ACCURACY = later("Accuracy");

    /** Below this width two charts have too little beside each other, and three below twice as much. */
    private static final double NARROW = 300;

    private final SeriesChart loss = new SeriesChart(later("Loss"), Measured.LOSS);
    private final SeriesChart accuracy = new SeriesChart(ACCURACY, Measured.ACCURACY);
    private final SeriesChart stages = SeriesChart.overEpochs(later("Reconstruction loss"), Measured.LOSS);
    private final ObservableList<RunSeries> others = FXCollections.observableArrayList();
    private final Map<RunSeries, Integer> colours = new HashMap<>();
    private double automaticSmoothing = loss.smoothingProperty().get();
    private List<Curve> ownLoss = List.of();
    private List<Curve> ownAccuracy = List.of();
    private Optional<Curve> ownScore = Optional.empty();

    /** Charts without a curve. */
    public RunCharts() {
        accuracy.managedProperty().bind(accuracy.visibleProperty());
        accuracy.zoomProperty().bindBidirectional(loss.zoomProperty());
        accuracy.crosshairProperty().bindBidirectional(loss.crosshairProperty());
        accuracy.unitProperty().bindBidirectional(loss.unitProperty());
        accuracy.smoothingProperty().bindBidirectional(loss.smoothingProperty());
        accuracy.expectedEndProperty().bindBidirectional(loss.expectedEndProperty());
        accuracy.iterationsPerEpochProperty().bindBidirectional(loss.iterationsPerEpochProperty());
        stages.managedProperty().bind(stages.visibleProperty());
        stages.setVisible(false);
        others.addListener((ListChangeListener<RunSeries>) change -> arrange());
        getChildren().addAll(stages, loss, accuracy);
    }

    /** Earlier runs that are drawn in muted colours beneath the run at hand. */
    public ObservableList<RunSeries> others() {
        return others;
    }

    /** Shows these runs and no others, with nothing at hand. */
    void compare(List<RunSeries> runs) {
        RunSeries longest = runs.stream()
                .max(Comparator.comparingDouble(r -> r.loss().lastX()))
                .orElse(null);
        if (longest != null) {
            expect(longest.iterationsPerEpoch(), (int) longest.loss().lastX());
        }
        setClassification(runs.stream()
                .anyMatch(r -> !r.accuracy().isEmpty() || !r.scores().isEmpty()));
        others.setAll(runs);
    }

    /** The chart of the loss. */
    public SeriesChart loss() {
        return loss;
    }

    /** The chart of the accuracy. */
    public SeriesChart accuracy() {
        return accuracy;
    }

    /** The chart of layers that learned one by one. */
    public SeriesChart stages() {
        return stages;
    }

    /**
     * Shows the loss of each layer over the epochs in which it learned by itself.
     *
     * @param layers by name; hides the chart if there are none
     * @param epochs how many each is to have
     */
    void showStages(Map<String, Series> layers, int epochs) {
        List<Curve> curves = new ArrayList<>();
        layers.forEach((name, series) -> {
            int index = curves.size();
            curves.add(new Curve(name, series, Curve.Kind.VALIDATION, tokens -> tokens.series(index)));
        });
        stages.expectedEndProperty().set(epochs);
        stages.curves().setAll(curves);
        stages.setVisible(!curves.isEmpty());
        requestLayout();
    }

    /** Hides the accuracy where nothing is classified, so that the loss has the whole width. */
    public void setClassification(boolean classification) {
        accuracy.setVisible(classification);
    }

    /** Shows the curves of the run at hand. */
    void show(Series trainLoss, Series validationLoss, Series trainAccuracy, Series validationAccuracy) {
        ownLoss = List.of(Curve.training(trainLoss), Curve.validation(validationLoss));
        ownAccuracy = List.of(Curve.training(trainAccuracy), Curve.validation(validationAccuracy));
        ownScore = Optional.empty();
        loss.zoomProperty().set(null);
        arrange();
    }

    /** Shows a figure of validation beside the accuracy, or in its place where there is none. */
    void showScores(String name, Series scores) {
        ownScore = Optional.of(new Curve(name, scores, Curve.Kind.VALIDATION, tokens -> tokens.series(0)));
        arrange();
    }

    /** Shows the loss of a discriminator and that of its generator in the place of one loss. */
    void showRivals(Series discriminator, Series generator, Series validation) {
        ownLoss = List.of(
                Curve.named(later("discriminator"), discriminator),
                new Curve(later("generator"), generator, Curve.Kind.TRAINING, tokens -> tokens.series(0)),
                Curve.validation(validation));
        arrange();
    }

    /** Prepares for a run of known length: the axis, and a smoothing that suits it, unless a person has chosen another. */
    void expect(int iterationsPerEpoch, int iterations) {
        loss.iterationsPerEpochProperty().set(iterationsPerEpoch);
        loss.expectedEndProperty().set(iterations);
        DoubleProperty smoothing = loss.smoothingProperty();
        if (smoothing.get() == automaticSmoothing) {
            automaticSmoothing = 1 - 1 / reach(iterations);
            smoothing.set(automaticSmoothing);
        }
    }

    /**
     * Over how many iterations a run of so many is smoothed: 1 of 40, 7 of 280, 42 of 7,000. As the smoothed curve lags by that many, it is never more than the fortieth part of a
     * run.
     */
    private static double reach(int iterations) {
        return Math.max(1, Math.min(60, Math.min(iterations / 40.0, Math.sqrt(iterations) / 2)));
    }

    /** Says that points were added. */
    void changed() {
        shown().forEach(SeriesChart::changed);
    }

    /** Says everything anew, in the language of now. */
    void retell() {
        loss.retell();
        accuracy.retell();
        stages.retell();
        arrange();
    }

    private void arrange() {
        List<Curve> losses = new ArrayList<>();
        List<Curve> accuracies = new ArrayList<>();
        colours.keySet().retainAll(others);
        for (RunSeries run : others) {
            int index = colours.computeIfAbsent(run, r -> firstFree());
            Function<Tokens, Color> colour = tokens -> tokens.series(index);
            add(losses, run.label(), run.loss(), run.validationLoss(), colour);
            add(accuracies, run.label(), run.accuracy(), run.validationAccuracy(), colour);
            if (!run.scores().isEmpty()) {
                String label = run.label() + " " + tr(run.scoreName());
                accuracies.add(new Curve(label, run.scores(), Curve.Kind.OTHER_VALIDATION, colour));
            }
        }
        losses.addAll(ownLoss);
        if (ownScore.isEmpty() || hasOwnAccuracy()) {
            accuracies.addAll(ownAccuracy);
        }
        ownScore.ifPresent(accuracies::add);
        accuracy.setTitle(accuracyTitle());
        loss.curves().setAll(losses);
        accuracy.curves().setAll(accuracies);
    }

    /** Where nothing but another figure is measured, the chart has its name. */
    private String accuracyTitle() {
        boolean plain = hasOwnAccuracy()
                || others.stream().anyMatch(run -> !run.accuracy().isEmpty());
        Optional<String> other = others.stream()
                .map(RunSeries::scoreName)
                .filter(name -> !name.isEmpty())
                .findFirst();
        return plain ? ACCURACY : ownScore.map(Curve::label).or(() -> other).orElse(ACCURACY);
    }

    private boolean hasOwnAccuracy() {
        return ownAccuracy.stream().anyMatch(curve -> !curve.series().isEmpty());
    }

    /** A run keeps its colour for as long as it is shown, whatever others come and go. */
    private int firstFree() {
        int index = 0;
        while (colours.containsValue(index)) {
            index++;
        }
        return index;
    }

    private static void add(
            List<Curve> curves, String name, Series training, Series validation, Function<Tokens, Color> colour) {
        if (!training.isEmpty()) {
            curves.add(new Curve(name, training, Curve.Kind.OTHER_TRAINING, colour));
        }
        if (!validation.isEmpty()) {
            curves.add(new Curve(tr("%s validation", name), validation, Curve.Kind.OTHER_VALIDATION, colour));
        }
    }

    private List<SeriesChart> shown() {
        return Stream.of(stages, loss, accuracy).filter(SeriesChart::isVisible).toList();
    }

    private int lines(double width) {
        return width >= 0 && width < Measure.text(NARROW) * (shown().size() - 1) ? shown().size() : 1;
    }

    /** How high so many charts are one above the other. */
    private static double height(double each, int lines) {
        return lines * each + (lines - 1) * Measure.SPACE_12;
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefHeight(double width) {
        return height(210, lines(width));
    }

    @Override
    protected double computeMinHeight(double width) {
        return height(Measure.text(110), lines(width));
    }

    @Override
    protected double computePrefWidth(double height) {
        return 900;
    }

    @Override
    protected double computeMinWidth(double height) {
        return 320;
    }

    @Override
    protected void layoutChildren() {
        int lines = lines(getWidth());
        int columns = shown().size() / lines;
        double width = (getWidth() - (columns - 1) * Measure.SPACE_24) / columns;
        double height = (getHeight() - (lines - 1) * Measure.SPACE_12) / lines;
        for (int at = 0; at < shown().size(); at++) {
            double x = at % columns * (width + Measure.SPACE_24);
            double y = Math.rint(at / columns * (height + Measure.SPACE_12));
            shown().get(at).resizeRelocate(Math.rint(x), y, Math.floor(width), Math.floor(height));
        }
    }
}
