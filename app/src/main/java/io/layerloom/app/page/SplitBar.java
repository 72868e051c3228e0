package io.layerloom.app.page;

import static io.layerloom.graph.language.Language.tr;

import io.layerloom.app.window.Texts;
import io.layerloom.themes.Measure;
import io.layerloom.themes.Styles;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** How many examples are trained on, measured after each epoch, and tested at the end: as one bar in three parts, with the figures below. */
final class SplitBar extends VBox {

    private record Part(String words, String style, int count) {}

    SplitBar(int train, int validation, int test) {
        super(Measure.SPACE_8);
        setId("split-bar");
        int all = Math.max(1, train + validation + test);
        List<Part> parts = List.of(
                new Part(tr("%,d training · %.0f %%", train, share(train, all)), "ll-part-training", train),
                new Part(
                        tr("%,d validation · %.0f %%", validation, share(validation, all)),
                        "ll-part-validation",
                        validation),
                new Part(tr("%,d test · %.0f %%", test, share(test, all)), "ll-part-test", test));
        FlowPane legend = new FlowPane(Measure.SPACE_16, Measure.SPACE_4);
        parts.forEach(part -> legend.getChildren().add(entry(part)));
        getChildren().addAll(new Bar(parts, all), legend);
    }

    private static double share(int count, int all) {
        return 100.0 * count / all;
    }

    private static Label entry(Part part) {
        Region swatch = new Region();
        swatch.getStyleClass().addAll("ll-swatch", part.style());
        Label label = Texts.line(part.words(), Styles.CAPTION, Styles.MUTED);
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
