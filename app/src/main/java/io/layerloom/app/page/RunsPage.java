package io.layerloom.app.page;

import static io.layerloom.graph.language.Language.tr;

import io.layerloom.app.form.FieldRow;
import io.layerloom.app.window.NextStep;
import io.layerloom.app.window.Questions;
import io.layerloom.app.window.RunActions;
import io.layerloom.app.window.RunOpener;
import io.layerloom.app.window.Texts;
import io.layerloom.app.window.Watch;
import io.layerloom.app.workbench.Shelf;
import io.layerloom.app.workbench.TrainingDesk;
import io.layerloom.monitor.RunsView;
import io.layerloom.themes.Styles;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/** The runs of the project: look at one again, compare several, rename or delete them. */
public final class RunsPage extends BorderPane {

    private final RunsView view = new RunsView();

    /**
     * A page over the runs of a project.
     *
     * @param desk where a run that broke off goes on
     * @param opener shows a run
     * @param next leads to a first run
     */
    public RunsPage(Shelf shelf, TrainingDesk desk, Questions questions, RunOpener opener, NextStep next) {
        setId("runs-page");
        RunActions actions = new RunActions(view.table(), shelf, desk, questions, opener);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox bar = new HBox(8, Texts.line(tr("Runs"), Styles.PAGE_TITLE), gap);
        actions.all().stream().map(RunsPage::button).forEach(bar.getChildren()::add);
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().addAll(Styles.PANEL, Styles.EDGE_BOTTOM, "ll-page-bar");
        setTop(bar);
        setCenter(view);
        view.table().setOnOpen(opener::insight);
        actions.offer();
        view.table().offer(next);

        Watch.on(shelf.runs(), view.table(), table -> table.show(shelf.runs()));
        view.table().show(shelf.runs());
    }

    /** A button about the selected run, and around it, because one that is switched off shows none itself, a tooltip that says what it does or why it is switched off. */
    private static Node button(RunActions.Action action) {
        Button button = new Button(null, action.icon().node());
        if (!action.id().isEmpty()) {
            button.setId(action.id());
        }
        button.textProperty().bind(action.word());
        button.disableProperty().bind(action.blocked());
        button.setOnAction(event -> action.run().run());
        Tooltip tooltip = FieldRow.help("");
        tooltip.textProperty().bind(action.help());
        StackPane around = new StackPane(button);
        Tooltip.install(around, tooltip);
        return around;
    }
}
