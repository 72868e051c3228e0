package io.layerloom.app.page;

import io.layerloom.app.window.Questions;
import io.layerloom.app.window.Texts;
import io.layerloom.app.workbench.Shelf;
import io.layerloom.monitor.RunSeries;
import io.layerloom.monitor.RunsView;
import io.layerloom.themes.Icons;
import io.layerloom.themes.Styles;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** The runs of the project: look at one again, compare several, rename or delete them. */
public final class RunsPage extends BorderPane {

    private final RunsView view = new RunsView();

    /**
     * A page over the runs of a project.
     *
     * @param open shows the curves of a run
     * @param insight shows what a run has learned
     */
    public RunsPage(Shelf shelf, Questions questions, Consumer<RunSeries> open, Consumer<RunSeries> insight) {
        setId("runs-page");
        BooleanBinding none = Bindings.isNull(view.table().selectedProperty());
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox bar = new HBox(
                8,
                Texts.line("Runs", Styles.PAGE_TITLE),
                gap,
                button("Show curves", Icons.CHART, none, open),
                button("Show insight", Icons.INSIGHT, none, insight),
                button(
                        "Rename",
                        Icons.EDIT,
                        none,
                        run -> questions.rename(run.name()).ifPresent(name -> shelf.rename(run.folder(), name))),
                button("Delete", Icons.DELETE, none, run -> {
                    if (questions.delete(run.name())) {
                        shelf.delete(run.folder());
                    }
                }));
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().addAll(Styles.PANEL, Styles.EDGE_BOTTOM, "ll-page-bar");
        setTop(bar);
        setCenter(view);
        view.table().setOnOpen(insight);
        shelf.runs().addListener((ListChangeListener<RunSeries>)
                change -> view.table().show(shelf.runs()));
        view.table().show(shelf.runs());
    }

    private Button button(String word, Icons icon, BooleanBinding none, Consumer<RunSeries> action) {
        Button button = new Button(word, icon.node());
        button.disableProperty().bind(none);
        button.setOnAction(event ->
                Optional.ofNullable(view.table().selectedProperty().get()).ifPresent(action));
        return button;
    }
}
