package io.layerloom.monitor;

import static io.layerloom.graph.language.Language.tr;

import io.layerloom.engine.Example;
import io.layerloom.engine.Input;
import io.layerloom.themes.Icons;
import io.layerloom.themes.Measure;
import io.layerloom.themes.Styles;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** One example of several, shown with its label, and a way to choose another. */
final class ExampleChoice extends VBox {

    private static final double SIDE = 132;
    private static final double SMALL = 24;
    private static final int CHOICES = 12;

    private final List<Example> examples;
    private final StackPane place = new StackPane();
    private final Label label = new Label();
    private Runnable onChosen = () -> {};
    private int chosen;

    /**
     * A choice.
     *
     * @param caption what the example is for
     * @param examples at least one
     * @param first the place of the one that is chosen at first
     */
    ExampleChoice(String caption, List<Example> examples, int first) {
        super(Measure.SPACE_8);
        this.examples = List.copyOf(examples);
        Label title = new Label(caption);
        title.getStyleClass().add(Styles.FIGURE_LABEL);
        label.getStyleClass().add(Styles.MUTED);
        Button next = new Button("", Icons.REFRESH.node());
        next.getStyleClass().addAll(Styles.QUIET, Styles.ICON_BUTTON);
        next.setTooltip(new Tooltip(tr("Another example")));
        next.setAccessibleText(tr("Another example"));
        next.setOnAction(event -> choose(chosen + 1));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox below = new HBox(Measure.SPACE_4, label, gap, next);
        below.setAlignment(Pos.CENTER_LEFT);
        place.setAlignment(Pos.TOP_LEFT);
        place.setMinSize(SIDE, SIDE);
        setPrefWidth(SIDE);
        setMinWidth(SIDE);
        setMaxWidth(SIDE);
        getChildren().addAll(title, place, below);
        if (picture(content(0)).isPresent()) {
            getChildren().add(pictures());
        }
        choose(first);
    }

    private Example.Content content(int at) {
        return examples.get(at).content();
    }

    private static Optional<Example.Picture> picture(Example.Content content) {
        if (content instanceof Example.PictureRow row) {
            return Optional.of(row.picture());
        }
        return content instanceof Example.Picture picture ? Optional.of(picture) : Optional.empty();
    }

    private FlowPane pictures() {
        FlowPane all = new FlowPane(2, 2);
        all.setPrefWrapLength(SIDE);
        IntStream.range(0, Math.min(CHOICES, examples.size())).forEach(at -> {
            Button choice = new Button(
                    "", ReconstructedPictures.view(picture(content(at)).orElseThrow(), SMALL));
            choice.getStyleClass().addAll(Styles.QUIET, Styles.ICON_BUTTON);
            choice.setAccessibleText(tr("Take the example %s", examples.get(at).label()));
            choice.setOnAction(event -> choose(at));
            all.getChildren().add(choice);
        });
        return all;
    }

    private void choose(int at) {
        chosen = Math.floorMod(at, examples.size());
        place.getChildren().setAll(look(content(chosen)));
        label.setText(examples.get(chosen).label());
        onChosen.run();
    }

    private static Node look(Example.Content content) {
        Optional<Example.Picture> picture = picture(content);
        if (picture.isPresent()) {
            return ReconstructedPictures.view(picture.get(), SIDE);
        }
        Label words = new Label(
                content instanceof Example.Cells cells
                        ? row(cells).entrySet().stream()
                                .map(cell -> cell.getKey() + " " + cell.getValue())
                                .collect(Collectors.joining("\n"))
                        : ((Example.Sentence) content).text());
        words.setWrapText(true);
        return words;
    }

    private static Map<String, String> row(Example.Cells cells) {
        Map<String, String> row = new LinkedHashMap<>();
        for (int i = 0; i < cells.columns().size(); i++) {
            row.put(cells.columns().get(i), cells.cells().get(i));
        }
        return row;
    }

    /** Says who is told that another example was chosen. */
    void setOnChosen(Runnable told) {
        onChosen = told;
    }

    /** The chosen example as a question. */
    Input input() {
        Example.Content content = content(chosen);
        Optional<Example.Picture> picture = picture(content);
        if (picture.isPresent()) {
            return new Input.Numbers(picture.get().pixels());
        }
        return Input.of(content).orElseThrow();
    }
}
