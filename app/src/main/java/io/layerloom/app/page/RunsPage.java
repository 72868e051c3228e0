package io.layerloom.app.page;

import io.layerloom.app.window.Questions;
import io.layerloom.app.window.RunOpener;
import io.layerloom.app.window.Texts;
import io.layerloom.app.workbench.Shelf;
import io.layerloom.app.workbench.TrainingDesk;
import io.layerloom.engine.Provenance;
import io.layerloom.monitor.RunSeries;
import io.layerloom.monitor.RunsView;
import io.layerloom.themes.Icons;
import io.layerloom.themes.Styles;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
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
     * @param desk where a run that broke off goes on
     * @param opener shows a run
     */
    public RunsPage(Shelf shelf, TrainingDesk desk, Questions questions, RunOpener opener) {
        setId("runs-page");
        BooleanBinding none = isNot(run -> true);
        BooleanBinding training = isNot(run -> run.state() != Provenance.State.RUNNING);
        BooleanBinding stuck =
                isNot(RunSeries::resumable).or(desk.stateProperty().isNotEqualTo(TrainingDesk.State.IDLE));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox bar = new HBox(
                8,
                Texts.line("Runs", Styles.PAGE_TITLE),
                gap,
                button("Resume", Icons.RESUME, stuck, opener::resume),
                button("Show curves", Icons.CHART, none, opener::curves),
                button("Show insight", Icons.INSIGHT, isNot(RunSeries::hasWeights), opener::insight),
                button(
                        "Rename",
                        Icons.EDIT,
                        training,
                        run -> questions.rename(run.name()).ifPresent(name -> shelf.rename(run.folder(), name))),
                button("Delete", Icons.DELETE, training, run -> {
                    if (questions.delete(run.name())) {
                        shelf.delete(run.folder());
                    }
                }));
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().addAll(Styles.PANEL, Styles.EDGE_BOTTOM, "ll-page-bar");
        setTop(bar);
        setCenter(view);
        view.table().setOnOpen(opener::insight);
        shelf.runs().addListener((ListChangeListener<RunSeries>)
                change -> view.table().show(shelf.runs()));
        view.table().show(shelf.runs());
    }

    /** Whether no run is selected, or one that is not like this. */
    private BooleanBinding isNot(Predicate<RunSeries> wanted) {
        ReadOnlyObjectProperty<RunSeries> selected = view.table().selectedProperty();
        return Bindings.createBooleanBinding(
                () -> Optional.ofNullable(selected.get()).filter(wanted).isEmpty(), selected);
    }

    private Button button(String word, Icons icon, BooleanBinding off, Consumer<RunSeries> action) {
        Button button = new Button(word, icon.node());
        button.disableProperty().bind(off);
        button.setOnAction(event ->
                Optional.ofNullable(view.table().selectedProperty().get()).ifPresent(action));
        return button;
    }
}
