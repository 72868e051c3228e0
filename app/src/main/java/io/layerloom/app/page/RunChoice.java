package io.layerloom.app.page;

import static io.layerloom.graph.language.Language.tr;

import io.layerloom.app.form.ChoiceEditor;
import io.layerloom.app.window.Texts;
import io.layerloom.app.workbench.Shelf;
import io.layerloom.engine.Provenance;
import io.layerloom.monitor.RunSeries;
import io.layerloom.themes.Styles;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.layout.HBox;

/** The list of finished runs from which one is chosen. */
final class RunChoice extends HBox {

    private final Consumer<RunSeries> choose;
    private List<RunSeries> listed = List.of();
    private Optional<ChoiceEditor<RunSeries>> editor = Optional.empty();

    RunChoice(Consumer<RunSeries> choose) {
        super(12);
        this.choose = choose;
        setAlignment(Pos.CENTER_LEFT);
        setId("run-choice");
    }

    /** The runs whose weights are kept. */
    static List<RunSeries> finished(Shelf shelf) {
        return shelf.runs().stream().filter(RunSeries::hasWeights).toList();
    }

    /** Whether a run of the project goes on, whose weights come at its end. */
    static boolean isLearning(Shelf shelf) {
        return shelf.runs().stream().anyMatch(run -> run.state() == Provenance.State.RUNNING);
    }

    /** The chosen run, or the newest. */
    static Optional<RunSeries> of(Shelf shelf, Optional<Path> chosen) {
        List<RunSeries> runs = finished(shelf);
        return chosen.flatMap(path ->
                        runs.stream().filter(run -> run.folder().equals(path)).findFirst())
                .or(() -> runs.stream().findFirst());
    }

    /** Lists these runs and shows the chosen one; the same runs keep their list, and so the focus. */
    void show(List<RunSeries> runs, Optional<RunSeries> run) {
        if (!runs.equals(listed) || editor.isPresent() != run.isPresent()) {
            listed = List.copyOf(runs);
            getChildren().clear();
            editor = run.map(this::list);
        }
        run.ifPresent(one -> editor.ifPresent(shown -> shown.show(one)));
    }

    private ChoiceEditor<RunSeries> list(RunSeries first) {
        ChoiceEditor<RunSeries> choice = new ChoiceEditor<>(listed, RunSeries::name, first);
        choice.onCommit(choose);
        getChildren().addAll(Texts.line(tr("Run"), Styles.MUTED), choice.node());
        return choice;
    }
}
