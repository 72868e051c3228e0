package io.layerloom.app.page;

import io.layerloom.app.window.Texts;
import io.layerloom.themes.Measure;
import io.layerloom.themes.Styles;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** How many examples are trained on, measured after each epoch, and tested at the end: as one bar in three parts, with the figures below. */
final class SplitBar extends VBox {

    private record Part(String name, String style, int count) {}

    SplitBar(int train, int validation, int test) {
        super(Measure.SPACE_8);
        setId("split-bar");
        List<Part> parts = List.of(
                new Part("training", "ll-part-training", train),
                new Part("validation", "ll-part-validation", validation),
                new Part("test", "ll-part-test", test));
        int all = Math.max(1, train + validation + test);
        FlowPane legend = new FlowPane(Measure.SPACE_16, Measure.SPACE_4);
        parts.forEach(part -> legend.getChildren().add(entry(part, all)));
        getChildren().addAll(new Bar(parts, all), legend);
    }

    private static Label entry(Part part, int all) {
        Region swatch = new Region();
        swatch.getStyleClass().addAll("ll-swatch", part.style());
        Label label = Texts.line(
                String.format(Locale.ROOT, "%,d %s · %.0f %%", part.count(), part.name(), 100.0 * part.count() / all),
                Styles.CAPTION,
                Styles.MUTED);
        label.setGraphic(swatch);
        label.setGraphicTextGap(6);
        return label;
    }

    /** The parts side by side, as wide as they are large; none that exists is too narrow to be seen. */
    private static final class Bar extends Region {
        private static final double HEIGHT = 12;
        private static final double GAP = 2;
        private static final double LEAST = 3;

        private final List<Part> parts;
        private final List<Region> pieces = new ArrayList<>();
        private final int all;

        Bar(List<Part> parts, int all) {
            this.parts = parts.stream().filter(part -> part.count() > 0).toList();
            this.all = all;
            this.parts.forEach(part -> {
                Region piece = new Region();
                piece.getStyleClass().addAll("ll-part", part.style());
                pieces.add(piece);
            });
            getChildren().setAll(pieces);
            setMinHeight(HEIGHT);
            setPrefHeight(HEIGHT);
        }

        @Override
        protected void layoutChildren() {
            double room = getWidth() - GAP * (pieces.size() - 1);
            double x = 0;
            for (int at = 0; at < pieces.size(); at++) {
                double width = Math.max(LEAST, Math.rint(room * parts.get(at).count() / all));
                boolean last = at == pieces.size() - 1;
                pieces.get(at).resizeRelocate(x, 0, last ? getWidth() - x : width, HEIGHT);
                x += width + GAP;
            }
        }
    }
}
