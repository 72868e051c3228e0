package io.layerloom.monitor;

import static io.layerloom.graph.language.Language.tr;

import io.layerloom.monitor.chart.Figures;
import io.layerloom.monitor.chart.Series;
import io.layerloom.themes.Measure;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.layout.GridPane;

/** The figures of a run: epoch, accuracy, validation, loss, speed and time left; in one row, or folded into more where that is too wide. */
final class FigureRow extends GridPane {
    private static final int ALL = 6;

    /** Half as much again as a blank within a figure such as "46 / 500", so that two figures never read as one. */
    private static final double GAP = 16;

    private int across;

    private final Figure epoch = new Figure(88);
    private final Figure accuracy = new Figure(72);
    private final Figure validation = new Figure(72);
    private final Figure loss = new Figure(80);
    private final Figure speed = new Figure(92);
    private final Figure left = new Figure(56);

    FigureRow() {
        setAlignment(Pos.CENTER_LEFT);
        setHgap(GAP);
        setVgap(Measure.SPACE_4);
        getChildren().addAll(figures());
        name();
        left.setName(tr("Remaining"));
        fold(ALL);
    }

    private List<Figure> figures() {
        return List.of(epoch, accuracy, validation, loss, speed, left);
    }

    /** How many pixels the figures need beyond what figures of common length do. */
    double surplus() {
        return figures().stream()
                .filter(Figure::isVisible)
                .mapToDouble(Figure::surplus)
                .sum();
    }

    /** Shows so many figures in a row. */
    void fold(int columns) {
        if (across == columns) {
            return;
        }
        across = columns;
        List<Figure> all = figures();
        for (int at = 0; at < all.size(); at++) {
            setConstraints(all.get(at), at % columns, at / columns);
        }
    }

    private void name() {
        epoch.setName(tr("Epoch"));
        accuracy.setName(tr("Accuracy"));
        validation.setName(tr("Validation"));
        loss.setName(tr("Training loss"));
        speed.setName(tr("Speed"));
    }

    void show(Progress progress, LiveCurves curves, boolean over) {
        name();
        epoch.set(
                progress.epochs() == 0
                        ? Figures.NONE
                        : Figures.count(progress.epoch()) + " / " + Figures.count(progress.epochs()));
        loss.set(Figures.loss(last(curves.loss())));
        boolean classification = curves.hasAccuracy();
        // Of tokens only the validation part tells how many were right.
        accuracy.setVisible(
                classification && (curves.loss().isEmpty() || !curves.accuracy().isEmpty()));
        accuracy.set(Figures.percent(last(curves.accuracy())));
        Optional<Score> score = curves.score().map(Score::of);
        validation.setName(score.map(known -> tr(known.name())).orElse(tr("Validation")));
        String plain = classification
                ? Figures.percent(progress.validationAccuracy())
                : Figures.loss(progress.validationLoss());
        validation.set(score.map(Score::figure).orElse(plain));
        speed.set(Figures.speed(progress.speed()));
        left.setName(over ? tr("Took") : tr("Remaining"));
        left.set(Figures.time(over ? progress.seconds() : progress.secondsLeft()));
    }

    private static double last(Series series) {
        return series.isEmpty() ? Double.NaN : series.smoothed(series.size() - 1);
    }
}
