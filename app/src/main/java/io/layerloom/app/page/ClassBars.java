package io.layerloom.app.page;

import io.layerloom.app.window.Texts;
import io.layerloom.themes.Measure;
import io.layerloom.themes.Styles;
import java.util.List;
import java.util.function.IntFunction;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** How many examples each class has, as columns side by side; many classes are scrolled. */
final class ClassBars extends ScrollPane {

    private static final double HEIGHT = 44;
    private static final double WIDTH = 48;
    private static final double COLUMN = 32;
    private static final double WIDEST = 88;
    private static final double AROUND = 44;

    /** @param words a count in words: "5 examples" */
    ClassBars(List<String> names, List<Integer> counts, IntFunction<String> words) {
        getStyleClass().add(Styles.PLAIN_SCROLL);
        setId("class-bars");
        setVbarPolicy(ScrollBarPolicy.NEVER);
        setMinHeight(HEIGHT + Measure.text(AROUND));
        setFocusTraversable(false);
        int most = counts.stream().mapToInt(Integer::intValue).max().orElse(1);
        HBox bars = new HBox(Measure.SPACE_8);
        bars.setAlignment(Pos.BOTTOM_LEFT);
        for (int at = 0; at < Math.min(names.size(), counts.size()); at++) {
            bars.getChildren()
                    .add(bar(names.get(at), counts.get(at), (double) counts.get(at) / Math.max(1, most), words));
        }
        setContent(bars);
    }

    private static VBox bar(String name, int count, double part, IntFunction<String> words) {
        Region column = new Region();
        column.getStyleClass().add("ll-class-bar");
        column.setMaxWidth(COLUMN);
        column.setMinHeight(Math.max(2, Math.rint(HEIGHT * part)));
        Label called = Texts.line(name, Styles.CAPTION);
        called.setMaxWidth(Measure.text(WIDEST));
        called.setAlignment(Pos.CENTER);
        VBox bar = new VBox(
                Measure.SPACE_4,
                Texts.line(Texts.count(count), Styles.MONO, Styles.CAPTION, Styles.MUTED),
                column,
                called);
        bar.setAlignment(Pos.BOTTOM_CENTER);
        bar.setMinWidth(Measure.text(WIDTH));
        bar.setMaxWidth(Measure.text(WIDEST));
        Tooltip.install(bar, new Tooltip(name + ": " + words.apply(count)));
        return bar;
    }
}
