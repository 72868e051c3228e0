package io.layerloom.app.page;

import io.layerloom.app.form.ChoiceEditor;
import io.layerloom.app.window.Texts;
import io.layerloom.app.workbench.Shelf;
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

    RunChoice(Consumer<RunSeries> choose) {
        super(12);
        this.choose = choose;
        setAlignment(Pos.CENTER_LEFT);
        setId("run-choice");
    }

    /** The runs that have learned something. */
    static List<RunSeries> finished(Shelf shelf) {
        return shelf.runs().stream()
                .filter(run -> !Double.isNaN(run.finalLoss()))
                .toList();
    }

    /** The chosen run, or the newest. */
    static Optional<RunSeries> of(Shelf shelf, Optional<Path> chosen) {
        List<RunSeries> runs = finished(shelf);
        return chosen.flatMap(path ->
                        runs.stream().filter(run -> run.folder().equals(path)).findFirst())
                .or(() -> runs.stream().findFirst());
    }

    void show(List<RunSeries> runs, Optional<RunSeries> run) {
        getChildren().clear();
        run.ifPresent(one -> {
            ChoiceEditor<RunSeries> choice = new ChoiceEditor<>(runs, RunSeries::name, one);
            choice.onCommit(choose);
            getChildren().addAll(Texts.line("Run", Styles.MUTED), choice.node());
        });
    }
}
