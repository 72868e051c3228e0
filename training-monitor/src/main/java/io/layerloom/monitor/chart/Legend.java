package io.layerloom.monitor.chart;

import static io.layerloom.graph.language.Language.tr;

import io.layerloom.themes.Measure;
import io.layerloom.themes.Styles;
import io.layerloom.themes.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;

/** The names of the curves, each behind a piece of its line, on one line or wrapped. A name is shown whole or not at all: those without room are counted, and listed in a tooltip. */
final class Legend extends Region {
    private static final double LINE = 20;
    private static final double GAP = Measure.SPACE_12;

    /** A name of a curve, or of all that are drawn alike. */
    record Entry(String name, Curve.Kind kind, Color colour) {
        static Entry of(Curve curve, Tokens tokens) {
            return new Entry(curve.label(), curve.kind(), curve.colour().apply(tokens));
        }
    }

    private final List<Label> entries = new ArrayList<>();
    private final Label more = new Label();
    private final Tooltip left = new Tooltip();
    private int mostLines = 1;

    Legend() {
        more.getStyleClass().addAll(Styles.CAPTION, Styles.MUTED);
        more.setTooltip(left);
    }

    /** Shows these names. */
    void show(List<Entry> curves) {
        entries.clear();
        curves.forEach(curve -> entries.add(label(curve)));
        getChildren().setAll(entries);
        getChildren().add(more);
        requestLayout();
    }

    private static Label label(Entry curve) {
        Label label = new Label(curve.name, new LineSample(curve.kind, curve.colour));
        label.setGraphicTextGap(6);
        label.getStyleClass().addAll(Styles.CAPTION, Styles.MUTED);
        return label;
    }

    /** How many lines there may be. */
    void setMostLines(int lines) {
        mostLines = lines;
        requestLayout();
    }

    /** How wide all names are on one line. */
    double lineWidth() {
        return entries.stream().mapToDouble(entry -> wide(entry) + GAP).sum() - GAP;
    }

    boolean isEmpty() {
        return entries.isEmpty();
    }

    @Override
    protected double computePrefHeight(double width) {
        return Measure.text(LINE) * Math.min(mostLines, lines(width).size());
    }

    /** All names, line by line, as far as a width carries them. */
    private List<List<Label>> lines(double width) {
        List<List<Label>> lines = new ArrayList<>();
        double x = width + 1;
        for (Label entry : entries) {
            if (x + wide(entry) > width) {
                lines.add(new ArrayList<>());
                x = 0;
            }
            lines.get(lines.size() - 1).add(entry);
            x += wide(entry) + GAP;
        }
        return lines;
    }

    @Override
    protected void layoutChildren() {
        List<List<Label>> lines = lines(getWidth());
        List<Label> hidden = new ArrayList<>();
        while (lines.size() > mostLines) {
            hidden.addAll(0, lines.remove(lines.size() - 1));
        }
        if (!hidden.isEmpty()) {
            makeRoom(lines.get(lines.size() - 1), hidden);
        }
        entries.forEach(entry -> entry.setVisible(!hidden.contains(entry)));
        more.setVisible(!hidden.isEmpty());
        for (int line = 0; line < lines.size(); line++) {
            double x = 0;
            for (Label label : lines.get(line)) {
                place(label, x, line);
                x += wide(label) + GAP;
            }
        }
    }

    /** Takes names off the last line until their number fits behind it. */
    private void makeRoom(List<Label> last, List<Label> hidden) {
        say(hidden);
        while (last.size() > 1
                && last.stream().mapToDouble(entry -> wide(entry) + GAP).sum() + wide(more) > getWidth()) {
            hidden.add(0, last.remove(last.size() - 1));
            say(hidden);
        }
        last.add(more);
    }

    private void say(List<Label> hidden) {
        more.setText(tr("and %d more", hidden.size()));
        left.setText(hidden.stream().map(Label::getText).collect(Collectors.joining("\n")));
    }

    private void place(Label label, double x, int line) {
        double height = label.prefHeight(-1);
        double width = Math.min(wide(label), Math.max(0, getWidth() - x));
        label.resizeRelocate(
                x, line * Measure.text(LINE) + Math.rint((Measure.text(LINE) - height) / 2), width, height);
    }

    private static double wide(Label label) {
        label.applyCss();
        return Math.ceil(label.prefWidth(-1));
    }
}
