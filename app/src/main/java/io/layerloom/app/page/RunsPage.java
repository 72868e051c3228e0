package io.layerloom.app.page;

import static io.layerloom.graph.language.Language.tr;

import io.layerloom.app.form.FieldRow;
import io.layerloom.app.window.Questions;
import io.layerloom.app.window.RunOpener;
import io.layerloom.app.window.Texts;
import io.layerloom.app.window.Watch;
import io.layerloom.app.workbench.Shelf;
import io.layerloom.app.workbench.TrainingDesk;
import io.layerloom.engine.Provenance;
import io.layerloom.monitor.RunSeries;
import io.layerloom.monitor.RunsView;
import io.layerloom.themes.Icons;
import io.layerloom.themes.Styles;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/** The runs of the project: look at one again, compare several, rename or delete them. */
public final class RunsPage extends BorderPane {

    private final RunsView view = new RunsView();
    private final ContextMenu menu = new ContextMenu();

    /**
     * A page over the runs of a project.
     *
     * @param desk where a run that broke off goes on
     * @param opener shows a run
     */
    public RunsPage(Shelf shelf, TrainingDesk desk, Questions questions, RunOpener opener) {
        setId("runs-page");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox bar = new HBox(
                8,
                Texts.line(tr("Runs"), Styles.PAGE_TITLE),
                gap,
                goOn(desk, opener),
                button(tr("Show curves"), Icons.CHART, RunSeries::damage, opener::curves),
                button(tr("Show insight"), Icons.INSIGHT, RunsPage::unlearned, opener::insight),
                button(
                        tr("Rename"),
                        Icons.EDIT,
                        RunsPage::atWork,
                        run -> questions.rename(run.name()).ifPresent(name -> shelf.rename(run.folder(), name))),
                button(tr("Delete"), Icons.DELETE, RunsPage::atWork, run -> {
                    if (questions.delete(run.name())) {
                        shelf.delete(run.folder());
                    }
                }));
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().addAll(Styles.PANEL, Styles.EDGE_BOTTOM, "ll-page-bar");
        setTop(bar);
        setCenter(view);
        view.table().setOnOpen(opener::insight);
        view.table().setMenu(menu);

        Watch.on(shelf.runs(), view.table(), table -> table.show(shelf.runs()));
        view.table().show(shelf.runs());
    }

    private static Optional<String> unlearned(RunSeries run) {
        return run.damage()
                .or(() -> run.hasWeights() ? Optional.empty() : Optional.of(tr("Nothing of what it learned is kept.")));
    }

    private static Optional<String> atWork(RunSeries run) {
        return run.state() == Provenance.State.RUNNING
                ? Optional.of(tr("It is being trained now. Wait for its end, or stop it."))
                : Optional.empty();
    }

    /** What a run that broke off is resumed with, and one that is finished trained further. */
    private Node goOn(TrainingDesk desk, RunOpener opener) {
        Button button = new Button(tr("Resume"), Icons.RESUME.node());
        button.setId("run-go-on");
        ObservableValue<RunSeries> selected = view.table().selectedProperty();
        button.textProperty()
                .bind(selected.map(run -> run.extensible() ? tr("Train further…") : tr("Resume"))
                        .orElse(tr("Resume")));
        return explained(
                button,
                run -> run.whyOver()
                        .or(() -> desk.isBusy()
                                ? Optional.of(tr("Another training goes on. Wait for its end, or stop it."))
                                : Optional.empty()),
                run -> run.extensible()
                        ? tr("All epochs of its plan are trained. Train it for more, from where it ended.")
                        : tr("Go on from its last checkpoint."),
                opener::goOn,
                desk.stateProperty());
    }

    private Node button(
            String word, Icons icon, Function<RunSeries, Optional<String>> whyNot, Consumer<RunSeries> action) {
        return explained(new Button(word, icon.node()), whyNot, run -> word + ": " + run.name(), action);
    }

    /** The button once more, in the menu of a run. */
    private static MenuItem item(Button button) {
        MenuItem item = new MenuItem();
        item.setMnemonicParsing(false);
        item.textProperty().bind(button.textProperty());
        item.disableProperty().bind(button.disableProperty());
        item.setOnAction(event -> button.fire());
        return item;
    }

    /** A button about the selected run, and around it, because one that is switched off shows none itself, a tooltip that says what it does or why it is switched off. */
    private Node explained(
            Button button,
            Function<RunSeries, Optional<String>> whyNot,
            Function<RunSeries, String> help,
            Consumer<RunSeries> action,
            Observable... others) {
        ReadOnlyObjectProperty<RunSeries> selected = view.table().selectedProperty();
        List<Observable> all = new ArrayList<>(List.of(others));
        all.add(selected);
        ObservableValue<Optional<String>> reason = Bindings.createObjectBinding(
                () -> Optional.ofNullable(selected.get()).map(whyNot).orElse(Optional.of(tr("No run is selected."))),
                all.toArray(Observable[]::new));
        button.disableProperty().bind(reason.map(Optional::isPresent));
        button.setOnAction(event -> Optional.ofNullable(selected.get()).ifPresent(action));
        Tooltip tooltip = FieldRow.help("");
        tooltip.textProperty()
                .bind(reason.map(why -> why.orElseGet(
                        () -> Optional.ofNullable(selected.get()).map(help).orElse(""))));
        StackPane around = new StackPane(button);
        Tooltip.install(around, tooltip);
        menu.getItems().add(item(button));
        return around;
    }
}
