package io.layerloom.app.window;

import static io.layerloom.graph.language.Language.tr;

import io.layerloom.app.workbench.Shelf;
import io.layerloom.app.workbench.TrainingDesk;
import io.layerloom.engine.Provenance;
import io.layerloom.monitor.RunSeries;
import io.layerloom.monitor.RunTable;
import io.layerloom.themes.Icons;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.MenuItem;

/** What can be done with the run that is selected in a table: as buttons above it, and as the menu of its rows. */
public final class RunActions {

    private final RunTable table;
    private final List<Action> all = new ArrayList<>();

    /**
     * One thing that can be done.
     *
     * @param id for the button; empty where none is needed
     * @param help what it does, or why it cannot be done now
     * @param blocked whether it cannot be done now
     */
    public record Action(
            String id,
            ObservableValue<String> word,
            Icons icon,
            ObservableValue<String> help,
            ObservableValue<Boolean> blocked,
            Runnable run) {}

    /**
     * Actions on the runs of a table.
     *
     * @param desk where a run that broke off goes on
     * @param opener shows a run
     */
    public RunActions(RunTable table, Shelf shelf, TrainingDesk desk, Questions questions, RunOpener opener) {
        this.table = table;
        goOn(desk, opener);
        add(tr("Show curves"), Icons.CHART, RunSeries::damage, opener::curves);
        add(tr("Show insight"), Icons.INSIGHT, RunActions::unlearned, opener::insight);
        add(
                tr("Rename"),
                Icons.EDIT,
                RunActions::atWork,
                run -> questions.rename(run.name()).ifPresent(name -> shelf.rename(run.folder(), name)));
        add(tr("Delete"), Icons.DELETE, RunActions::atWork, run -> {
            if (questions.delete(run.name())) {
                shelf.delete(run.folder());
            }
        });
    }

    /** All of them, in their order. */
    public List<Action> all() {
        return List.copyOf(all);
    }

    /** Lets the rows of the table offer them. */
    public void offer() {
        table.setMenu(all.stream().map(RunActions::item).toList());
    }

    private static MenuItem item(Action action) {
        MenuItem item = new MenuItem();
        item.setMnemonicParsing(false);
        item.textProperty().bind(action.word());
        item.disableProperty().bind(action.blocked());
        item.setOnAction(event -> action.run().run());
        return item;
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
    private void goOn(TrainingDesk desk, RunOpener opener) {
        add(
                "run-go-on",
                table.selectedProperty()
                        .map(run -> run.extensible() ? tr("Train further…") : tr("Resume"))
                        .orElse(tr("Resume")),
                Icons.RESUME,
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

    private void add(
            String word, Icons icon, Function<RunSeries, Optional<String>> whyNot, Consumer<RunSeries> action) {
        add("", new SimpleObjectProperty<>(word), icon, whyNot, run -> word + ": " + run.name(), action);
    }

    private void add(
            String id,
            ObservableValue<String> word,
            Icons icon,
            Function<RunSeries, Optional<String>> whyNot,
            Function<RunSeries, String> help,
            Consumer<RunSeries> action,
            Observable... others) {
        ReadOnlyObjectProperty<RunSeries> selected = table.selectedProperty();
        List<Observable> causes = new ArrayList<>(List.of(others));
        causes.add(selected);
        ObservableValue<Optional<String>> reason = Bindings.createObjectBinding(
                () -> Optional.ofNullable(selected.get()).map(whyNot).orElse(Optional.of(tr("No run is selected."))),
                causes.toArray(Observable[]::new));
        all.add(new Action(
                id,
                word,
                icon,
                reason.map(why -> why.orElseGet(
                        () -> Optional.ofNullable(selected.get()).map(help).orElse(""))),
                reason.map(Optional::isPresent),
                () -> Optional.ofNullable(selected.get()).ifPresent(action)));
    }
}
