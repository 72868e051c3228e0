package io.layerloom.app.page;

import io.layerloom.app.window.Texts;
import io.layerloom.app.workbench.DataLook;
import io.layerloom.app.workbench.DataLook.View;
import io.layerloom.graph.Labels;
import io.layerloom.graph.Shape;
import io.layerloom.monitor.EmptyState;
import io.layerloom.themes.Icons;
import io.layerloom.themes.Styles;
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
                32,
                figure("Examples", Texts.count(ready.train() + ready.validation() + ready.test())),
                figure("Each", form(ready.schema().features())),
                figure("Training", Texts.count(ready.train())),
                figure("Validation", Texts.count(ready.validation())),
                figure("Test", Texts.count(ready.test())));
        VBox top = new VBox(16, Texts.line(ready.schema().name(), Styles.PAGE_TITLE), figures);
        if (ready.schema().labels() instanceof Labels.Classes classes
                && !ready.classCounts().isEmpty()) {
            top.getChildren()
                    .addAll(Texts.line("CLASSES", Styles.SECTION), new ClassBars(classes.names(), ready.classCounts()));
        }
        top.getChildren().add(Texts.line("FIRST EXAMPLES", Styles.SECTION));
        Node preview = Previews.of(ready.preview());
        VBox.setVgrow(preview, Priority.ALWAYS);
        top.getChildren().add(preview);
        return top;
    }

    private static String form(Shape shape) {
        return shape instanceof Shape.Vector ? shape.label() + " values" : shape.label();
    }

    private static VBox figure(String what, String figure) {
        return new VBox(Texts.line(what, Styles.FIGURE_LABEL), Texts.line(figure, Styles.FIGURE));
    }
}
