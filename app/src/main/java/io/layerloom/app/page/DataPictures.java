package io.layerloom.app.page;

import io.layerloom.app.window.Texts;
import io.layerloom.app.workbench.ColumnFacts;
import io.layerloom.app.workbench.ShippedData.Glimpse;
import io.layerloom.engine.Example;
import io.layerloom.graph.Labels;
import io.layerloom.monitor.MaskPicture;
import io.layerloom.monitor.Pixels;
import io.layerloom.themes.Measure;
import io.layerloom.themes.Styles;
import io.layerloom.themes.Themes;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Circle;

/** What a data set looks like at a glance: some of its images, its two last measurements against each other, or a sentence of each kind. */
final class DataPictures {

    static final double WIDTH = 136;
    static final double HEIGHT = 56;

    private static final double IMAGE = 27;
    private static final int IMAGES = 10;
    private static final double DOT = 1.8;

    private DataPictures() {}

    static Node of(Glimpse glimpse) {
        List<Example> examples = glimpse.examples();
        Example.Content first = examples.get(0).content();
        if (first instanceof Example.Picture
                || first instanceof Example.Scene
                || first instanceof Example.Masked
                || first instanceof Example.PictureRow) {
            return images(examples, glimpse.schema().labels() instanceof Labels.Mask mask ? mask.classes() : List.of());
        }
        if (first instanceof Example.Pair pair) {
            return lines(List.of(pair.source(), "→ " + pair.target()));
        }
        return first instanceof Example.Sentence ? sentences(examples) : scatter(glimpse);
    }

    private static Node images(List<Example> examples, List<String> classes) {
        Pane rows = still();
        for (int at = 0; at < Math.min(IMAGES, examples.size()); at++) {
            Node view = look(examples.get(at).content(), classes);
            view.relocate(at % (IMAGES / 2) * IMAGE, at / (IMAGES / 2) * (IMAGE + 1));
            rows.getChildren().add(view);
        }
        return rows;
    }

    private static Node look(Example.Content content, List<String> classes) {
        if (content instanceof Example.Masked masked) {
            return MaskPicture.of(masked, classes, IMAGE - 1);
        }
        ImageView view = new ImageView(Pixels.image(picture(content)));
        view.setFitWidth(IMAGE - 1);
        view.setFitHeight(IMAGE - 1);
        view.setPreserveRatio(true);
        return view;
    }

    private static Example.Picture picture(Example.Content content) {
        if (content instanceof Example.PictureRow row) {
            return row.picture();
        }
        return content instanceof Example.Scene scene ? scene.picture() : (Example.Picture) content;
    }

    private static Pane still() {
        Pane pane = new Pane();
        pane.setMinSize(WIDTH, HEIGHT);
        pane.setPrefSize(WIDTH, HEIGHT);
        pane.setMaxSize(WIDTH, HEIGHT);
        return pane;
    }

    /** The first example of each class, as far as there is room. */
    private static Node sentences(List<Example> examples) {
        List<String> seen = new ArrayList<>();
        List<String> texts = new ArrayList<>();
        for (Example example : examples) {
            if (seen.size() < 2 && !seen.contains(example.label())) {
                seen.add(example.label());
                texts.add(((Example.Sentence) example.content()).text());
            }
        }
        return lines(texts);
    }

    private static Node lines(List<String> texts) {
        VBox lines = new VBox(Measure.SPACE_4);
        for (String text : texts) {
            Label line = Texts.line(text, Styles.WELL, Styles.CAPTION);
            line.setMaxWidth(WIDTH);
            lines.getChildren().add(line);
        }
        return lines;
    }

    private static Node scatter(Glimpse glimpse) {
        List<ColumnFacts> columns = ColumnFacts.of(glimpse.examples());
        List<Integer> numeric = new ArrayList<>();
        for (int at = 0; at < columns.size(); at++) {
            if (columns.get(at) instanceof ColumnFacts.Numbers) {
                numeric.add(at);
            }
        }
        Pane plot = still();
        if (numeric.size() < 2) {
            return plot;
        }
        int across = numeric.get(numeric.size() - 2);
        int up = numeric.get(numeric.size() - 1);
        List<String> classes = glimpse.schema().labels() instanceof Labels.Classes named ? named.names() : List.of();
        for (Example example : glimpse.examples()) {
            List<String> cells = ((Example.Cells) example.content()).cells();
            Circle dot = new Circle(
                    DOT + part(columns.get(across), cells.get(across)) * (WIDTH - 2 * DOT),
                    HEIGHT - DOT - part(columns.get(up), cells.get(up)) * (HEIGHT - 2 * DOT),
                    DOT);
            int group = Math.max(0, classes.indexOf(example.label()));
            dot.fillProperty()
                    .bind(Themes.current().map(theme -> Themes.tokens().series(group)));
            plot.getChildren().add(dot);
        }
        return plot;
    }

    /** Where a cell lies between the least and the greatest of its column, from 0 to 1. */
    private static double part(ColumnFacts column, String cell) {
        ColumnFacts.Numbers numbers = (ColumnFacts.Numbers) column;
        double span = numbers.greatest() - numbers.least();
        return span == 0 ? 0.5 : (Double.parseDouble(cell) - numbers.least()) / span;
    }
}
