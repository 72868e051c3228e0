package io.layerloom.app.page;

import static io.layerloom.graph.language.Language.plural;
import static io.layerloom.graph.language.Language.tr;

import io.layerloom.app.window.Lessons;
import io.layerloom.app.window.Texts;
import io.layerloom.app.window.Watch;
import io.layerloom.app.workbench.DataLook;
import io.layerloom.app.workbench.DataLook.View;
import io.layerloom.graph.Labels;
import io.layerloom.graph.Objective;
import io.layerloom.monitor.ClassLegend;
import io.layerloom.monitor.EmptyState;
import io.layerloom.themes.Icons;
import io.layerloom.themes.Measure;
import io.layerloom.themes.Styles;
import java.util.List;
import java.util.Locale;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** What the chosen data hold: how many, of what form, how often each class, and some of them to look at. */
final class DataView extends BorderPane {

    private final DataLook look;
    private final ObservableValue<Objective> objective;

    /** @param objective what is to be learned of the data */
    DataView(DataLook look, ObservableValue<Objective> objective) {
        this.objective = objective;
        getStyleClass().add(Styles.PAGE);

        this.look = look;
        Watch.on(look.viewProperty(), this, DataView::refresh);
        Watch.on(objective, this, DataView::refresh);
        refresh();
    }

    private void refresh() {
        setCenter(show(look.viewProperty().get()));
    }

    private Node show(View view) {
        if (view instanceof View.Ready ready) {
            return ready(ready, objective.getValue());
        }
        if (view instanceof View.Refused refused) {
            HBox row = new HBox(12, Icons.PROBLEM.node(Icons.MEDIUM), Texts.wrapped(refused.sentence()));
            row.getStyleClass().add(Styles.PROBLEM);
            row.setId("data-problem");
            return new VBox(row);
        }
        return view instanceof View.Reading
                ? new Waiting(tr("Reading data"))
                : new EmptyState(
                        Icons.DATA,
                        tr("No data are chosen"),
                        tr("Choose a shipped data set on the left to begin with, or your own images, table or texts."));
    }

    private static Node ready(View.Ready ready, Objective objective) {
        HBox figures = new HBox(
                Measure.SPACE_32,
                figure(tr("Examples"), Texts.count(ready.train() + ready.validation() + ready.test())),
                figure(tr("Each"), Lessons.example(ready.schema())),
                figure(tr("To learn"), capital(Lessons.of(ready.schema(), objective))));
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
            boolean masks = ready.schema().labels() instanceof Labels.Mask;
            String counted = boxes ? tr("OBJECTS") : masks ? tr("CLASSES, BY PICTURES THAT HAVE ANY") : tr("CLASSES");
            boolean aside = Lessons.leavesLabelsAside(ready.schema(), objective);
            page.getChildren()
                    .addAll(
                            Texts.line(aside ? tr("%s, LEFT ASIDE", counted) : counted, Styles.SECTION),
                            new ClassBars(
                                    classes,
                                    ready.classCounts(),
                                    count -> boxes
                                            ? plural(count, "%,d object", "%,d objects")
                                            : masks
                                                    ? plural(count, "%,d picture", "%,d pictures")
                                                    : plural(count, "%,d example", "%,d examples")));
            if (boxes) {
                page.getChildren().add(new ClassLegend(classes));
            }
            if (masks) {
                page.getChildren().add(ClassLegend.ofMasks(classes));
            }
        }
        page.getChildren().addAll(Texts.line(previewed(ready), Styles.SECTION), preview);
        return page;
    }

    private static String previewed(View.Ready ready) {
        int shown = ready.preview().size();
        return shown < ready.train() ? tr("THE FIRST %,d TO TRAIN ON", shown) : tr("ALL TO TRAIN ON");
    }

    private static List<String> classes(Labels labels) {
        if (labels instanceof Labels.Boxes boxes) {
            return boxes.classes();
        }
        if (labels instanceof Labels.Mask mask) {
            return mask.classes();
        }
        return labels instanceof Labels.Classes named ? named.names() : List.of();
    }

    private static String capital(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private static VBox figure(String what, String figure) {
        return new VBox(Texts.line(what, Styles.FIGURE_LABEL), Texts.line(figure, Styles.FIGURE));
    }
}
