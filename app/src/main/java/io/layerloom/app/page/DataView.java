package io.layerloom.app.page;

import io.layerloom.app.window.Texts;
import io.layerloom.app.workbench.DataLook;
import io.layerloom.app.workbench.DataLook.View;
import io.layerloom.graph.Labels;
import io.layerloom.graph.Shape;
import io.layerloom.monitor.EmptyState;
import io.layerloom.themes.Icons;
import io.layerloom.themes.Measure;
import io.layerloom.themes.Styles;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** What the chosen data hold: how many, of what form, how often each class, and some of them to look at. */
final class DataView extends BorderPane {

    DataView(DataLook look) {
        getStyleClass().add(Styles.PAGE);
        look.viewProperty().addListener((observable, before, view) -> setCenter(show(view)));
        setCenter(show(look.viewProperty().get()));
    }

    private static Node show(View view) {
        if (view instanceof View.Ready ready) {
            return ready(ready);
        }
        if (view instanceof View.Refused refused) {
            HBox row = new HBox(12, Icons.PROBLEM.node(Icons.MEDIUM), Texts.wrapped(refused.sentence()));
            row.getStyleClass().add(Styles.PROBLEM);
            row.setId("data-problem");
            return new VBox(row);
        }
        return view instanceof View.Reading
                ? new Waiting("Reading data")
                : new EmptyState(
                        Icons.DATA,
                        "No data are chosen",
                        "Choose a shipped data set on the left to begin with, or your own images, table or texts.");
    }

    private static Node ready(View.Ready ready) {
        HBox figures = new HBox(
                Measure.SPACE_32,
                figure("Examples", Texts.count(ready.train() + ready.validation() + ready.test())),
                figure("Each", form(ready.schema().features())),
                figure("To learn", labels(ready.schema().labels())));
        List<String> classes = classes(ready.schema().labels());
        Node preview = Previews.of(ready.preview(), classes, ready.table());
        VBox.setVgrow(preview, Priority.ALWAYS);
        VBox page = new VBox(
                Measure.SPACE_16,
                Texts.line(ready.schema().name(), Styles.PAGE_TITLE),
                figures,
                new SplitBar(ready.train(), ready.validation(), ready.test()));
        if (!classes.isEmpty() && !ready.classCounts().isEmpty()) {
            boolean boxes = ready.schema().labels() instanceof Labels.Boxes;
            page.getChildren()
                    .addAll(
                            Texts.line(boxes ? "OBJECTS" : "CLASSES", Styles.SECTION),
                            new ClassBars(classes, ready.classCounts(), boxes ? "object" : "example"));
        }
        page.getChildren().addAll(Texts.line(previewed(ready), Styles.SECTION), preview);
        return page;
    }

    private static String previewed(View.Ready ready) {
        int shown = ready.preview().size();
        return shown < ready.train() ? "THE FIRST " + Texts.count(shown) + " TO TRAIN ON" : "ALL TO TRAIN ON";
    }

    private static String form(Shape shape) {
        return shape instanceof Shape.Vector ? shape.label() + " values" : shape.label();
    }

    private static List<String> classes(Labels labels) {
        if (labels instanceof Labels.Boxes boxes) {
            return boxes.classes();
        }
        return labels instanceof Labels.Classes named ? named.names() : List.of();
    }

    private static String labels(Labels labels) {
        if (labels instanceof Labels.Boxes boxes) {
            return "Boxes of " + Texts.count(boxes.classes().size()) + " classes";
        }
        return labels instanceof Labels.Classes classes
                ? Texts.count(classes.names().size()) + " classes"
                : labels instanceof Labels.Numbers numbers ? Texts.count(numbers.columns(), "number") : "No labels";
    }

    private static VBox figure(String what, String figure) {
        return new VBox(Texts.line(what, Styles.FIGURE_LABEL), Texts.line(figure, Styles.FIGURE));
    }
}
