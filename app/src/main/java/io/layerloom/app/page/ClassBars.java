package io.layerloom.app.page;

import io.layerloom.app.window.Texts;
import io.layerloom.themes.Styles;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** How many examples each class has, as columns side by side. */
final class ClassBars extends ScrollPane {

    private static final double HEIGHT = 56;

    ClassBars(List<String> names, List<Integer> counts) {
        getStyleClass().add(Styles.PLAIN_SCROLL);
        setFitToHeight(true);
        setVbarPolicy(ScrollBarPolicy.NEVER);
        setMinHeight(HEIGHT + 48);
        int most = counts.stream().mapToInt(Integer::intValue).max().orElse(1);
        HBox bars = new HBox(8);
        bars.setAlignment(Pos.BOTTOM_LEFT);
        for (int at = 0; at < Math.min(names.size(), counts.size()); at++) {
            bars.getChildren().add(bar(names.get(at), counts.get(at), (double) counts.get(at) / Math.max(1, most)));
        }
        setContent(bars);
    }

    private static VBox bar(String name, int count, double part) {
        Region column = new Region();
        column.getStyleClass().add("ll-class-bar");
        column.setMinHeight(Math.max(2, HEIGHT * part));
        column.setMaxHeight(Math.max(2, HEIGHT * part));
        VBox bar = new VBox(
                4,
                Texts.line(Texts.count(count), Styles.MONO, Styles.CAPTION, Styles.MUTED),
                column,
                Texts.line(name, Styles.CAPTION));
        bar.setAlignment(Pos.BOTTOM_CENTER);
        bar.setMinWidth(44);
        Tooltip.install(bar, new Tooltip(name + ": " + Texts.count(count, "example")));
        return bar;
    }
}
