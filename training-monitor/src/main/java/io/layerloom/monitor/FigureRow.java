package io.layerloom.monitor;

import io.layerloom.monitor.chart.Figures;
import io.layerloom.monitor.chart.Series;
import javafx.geometry.Pos;
import javafx.scene.layout.HBox;

/** The figures of a run: epoch, accuracy, validation, loss, speed and time left. */
final class FigureRow extends HBox {
    private final Figure epoch = new Figure("Epoch", 82);
    private final Figure accuracy = new Figure("Accuracy", 72);
    private final Figure validation = new Figure("Validation", 72);
    private final Figure loss = new Figure("Loss", 66);
    private final Figure speed = new Figure("Speed", 96);
    private final Figure left = new Figure("Left", 56);

    FigureRow() {
        setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(epoch, accuracy, validation, loss, speed, left);
    }

    void show(Progress progress, Series lossSeries, Series accuracySeries, boolean over) {
        epoch.set(progress.epochs() == 0 ? Figures.NONE : progress.epoch() + " / " + progress.epochs());
        loss.set(Figures.loss(last(lossSeries)));
        boolean classification = !accuracySeries.isEmpty() || lossSeries.isEmpty();
        accuracy.setVisible(classification);
        accuracy.set(Figures.percent(last(accuracySeries)));
        validation.set(
                classification
                        ? Figures.percent(progress.validationAccuracy())
                        : Figures.loss(progress.validationLoss()));
        speed.set(Figures.speed(progress.speed()));
        left.setName(over ? "Took" : "Left");
        left.set(Figures.time(over ? progress.seconds() : progress.secondsLeft()));
    }

    private static double last(Series series) {
        return series.isEmpty() ? Double.NaN : series.smoothed(series.size() - 1);
    }
}
