package io.layerloom.monitor;

import static io.layerloom.graph.language.Language.tr;

import io.layerloom.monitor.chart.Figures;
import io.layerloom.themes.Measure;
import io.layerloom.themes.Styles;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import javafx.animation.AnimationTimer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** How likely the network takes each class to be; the bars glide to new values, the likeliest class stands out. */
public final class ProbabilityBars extends VBox {
    private static final PseudoClass TOP = PseudoClass.getPseudoClass("top");
    private static final int ROWS = 10;
    private static final double NANOS = 160e6;

    private final List<String> classes;
    private final List<Row> rows = new ArrayList<>();
    private double[] shown;
    private double[] from;
    private double[] to;
    private boolean empty = true;
    private final AnimationTimer gliding = new AnimationTimer() {
        private long begin;

        @Override
        public void start() {
            begin = 0;
            super.start();
        }

        @Override
        public void handle(long now) {
            begin = begin == 0 ? now : begin;
            double part = Math.min(1, (now - begin) / NANOS);
            double eased = 1 - Math.pow(1 - part, 3);
            for (int i = 0; i < shown.length; i++) {
                shown[i] = from[i] + eased * (to[i] - from[i]);
            }
            draw();
            if (part >= 1) {
                stop();
            }
        }
    };

    /** Bars for these classes; of more than ten the likeliest ten are shown. */
    public ProbabilityBars(List<String> classes) {
        this.classes = List.copyOf(classes);
        shown = new double[classes.size()];
        from = shown.clone();
        to = shown.clone();
        int longest = classes.stream().mapToInt(String::length).max().orElse(0);
        double nameWidth = Measure.text(Math.max(24, Math.min(120, 12 + 7.5 * longest)));
        for (int i = 0; i < Math.min(ROWS, classes.size()); i++) {
            Row row = new Row(nameWidth);
            rows.add(row);
            getChildren().add(row);
        }
        setSpacing(2);
        setMinWidth(Measure.text(180));
        draw();
    }

    /** Glides to these probabilities, one for each class. */
    public void show(float[] probabilities) {
        empty = false;
        from = shown.clone();
        to = new double[classes.size()];
        for (int i = 0; i < Math.min(to.length, probabilities.length); i++) {
            to[i] = Math.max(0, Math.min(1, probabilities[i]));
        }
        setAccessibleText(sentence());
        gliding.start();
    }

    /** Shows that there is nothing to tell yet. */
    public void clear() {
        gliding.stop();
        shown = new double[classes.size()];
        from = shown.clone();
        to = shown.clone();
        empty = true;
        setAccessibleText("");
        draw();
    }

    /** The likeliest class; -1 if there is nothing to tell yet. */
    public int top() {
        return empty || to.length == 0
                ? -1
                : IntStream.range(0, to.length)
                        .boxed()
                        .max(Comparator.comparingDouble(i -> to[i]))
                        .orElse(-1);
    }

    private String sentence() {
        int top = top();
        return top < 0 ? "" : tr("%s with %s", classes.get(top), Figures.percent(to[top]));
    }

    private void draw() {
        int top = top();
        List<Integer> order = order();
        for (int i = 0; i < rows.size(); i++) {
            int index = order.get(i);
            rows.get(i).show(classes.get(index), empty ? Double.NaN : shown[index], index == top);
        }
    }

    /** All classes in their order; of many, the likeliest. */
    private List<Integer> order() {
        List<Integer> all = IntStream.range(0, classes.size()).boxed().toList();
        return classes.size() <= ROWS
                ? all
                : all.stream()
                        .sorted(Comparator.comparingDouble(i -> -to[i]))
                        .limit(ROWS)
                        .toList();
    }

    /** Name, bar and percentage of a class. */
    private static final class Row extends HBox {
        private final Label name = new Label();
        private final Label value = new Label();
        private final Track track = new Track();

        Row(double nameWidth) {
            getStyleClass().add(Styles.PROBABILITY);
            name.setMinWidth(nameWidth);
            name.setPrefWidth(nameWidth);
            name.setMaxWidth(nameWidth);
            value.getStyleClass().add(Styles.MONO);
            value.setMinWidth(Measure.text(62));
            value.setAlignment(Pos.CENTER_RIGHT);
            HBox.setHgrow(track, Priority.ALWAYS);
            getChildren().addAll(name, track, value);
        }

        void show(String text, double part, boolean top) {
            name.setText(text);
            value.setText(Figures.percent(part));
            pseudoClassStateChanged(TOP, top);
            track.show(Double.isNaN(part) ? 0 : part);
        }
    }

    /** A bar in its groove. */
    private static final class Track extends Region {
        private final Region bar = new Region();
        private double part;

        Track() {
            getStyleClass().add(Styles.BAR_TRACK);
            bar.getStyleClass().add(Styles.BAR);
            bar.setManaged(false);
            getChildren().add(bar);
            setMinWidth(40);
            setPrefWidth(160);
            setMaxWidth(Double.MAX_VALUE);
        }

        void show(double newPart) {
            part = newPart;
            requestLayout();
        }

        @Override
        protected void layoutChildren() {
            double width = part * getWidth();
            bar.setVisible(width >= 1);
            bar.resizeRelocate(0, 0, width, getHeight());
        }
    }
}
