package io.layerloom.app.page;

import io.layerloom.app.window.Texts;
import io.layerloom.app.workbench.Learned;
import io.layerloom.app.workbench.Notices;
import io.layerloom.app.workbench.Oracle;
import io.layerloom.app.workbench.Shelf;
import io.layerloom.app.workbench.Tasks;
import io.layerloom.engine.Evaluation;
import io.layerloom.engine.RunFolder;
import io.layerloom.engine.SampleStore;
import io.layerloom.monitor.EvaluationView;
import io.layerloom.monitor.RunSeries;
import io.layerloom.themes.Icons;
import io.layerloom.themes.Styles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What a run has learned: how well it does on examples it has not seen, and what it makes of one that you give it. */
public final class InsightPage extends BorderPane {

    private final Shelf shelf;
    private final SampleStore samples;
    private final Oracle oracle;
    private final Tasks tasks;
    private final Notices notices;
    private final ObjectProperty<Optional<Path>> chosen;
    private final RunChoice runs;
    private Optional<Path> shown = Optional.empty();

    /** A page over the finished runs of a project; {@code chosen} is the run to show, or the newest if none is chosen. */
    public InsightPage(
            Shelf shelf,
            SampleStore samples,
            Oracle oracle,
            Tasks tasks,
            Notices notices,
            ObjectProperty<Optional<Path>> chosen) {
        this.shelf = shelf;
        this.samples = samples;
        this.oracle = oracle;
        this.tasks = tasks;
        this.notices = notices;
        this.chosen = chosen;
        setId("insight-page");
        runs = new RunChoice(run -> chosen.set(Optional.of(run.folder())));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox bar = new HBox(12, Texts.line("Insight", Styles.PAGE_TITLE), gap, runs);
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().addAll(Styles.PANEL, Styles.EDGE_BOTTOM, "ll-page-bar");
        setTop(bar);
        shelf.runs().addListener((ListChangeListener<RunSeries>) change -> refresh());
        chosen.addListener((observable, before, after) -> refresh());
        refresh();
    }

    private void refresh() {
        Optional<RunSeries> run = RunChoice.of(shelf, chosen.get());
        runs.show(RunChoice.finished(shelf), run);
        if (run.isEmpty()) {
            shown = Optional.empty();
            oracle.close();
            setCenter(empty());
        } else if (!shown.equals(Optional.of(run.get().folder()))) {
            shown = Optional.of(run.get().folder());
            open(run.get().folder());
        }
    }

    private static Node empty() {
        VBox box = new VBox(
                Icons.INSIGHT.node(32),
                Texts.line("Nothing is learned yet", Styles.TITLE),
                Texts.wrapped(
                        "Train the network; then see here which examples it takes for what, and give it one of your own.",
                        Styles.MUTED));
        box.getStyleClass().add(Styles.EMPTY);
        return box;
    }

    private void open(Path folder) {
        tasks.of("Opening " + folder.getFileName(), () -> Learned.of(RunFolder.open(folder), samples))
                .onSuccess(learned -> {
                    if (shown.equals(Optional.of(folder))) {
                        show(learned);
                    }
                })
                .onFailure(
                        IOException.class,
                        failure -> notices.failure("The run cannot be opened: " + Tasks.sentence(failure)))
                .start();
    }

    private void show(Learned learned) {
        oracle.use(learned.run());
        BorderPane page = new BorderPane(evaluation(learned.evaluation()));
        page.setRight(new TryPane(learned, oracle));
        setCenter(page);
    }

    private static Node evaluation(Evaluation evaluation) {
        if (evaluation.equals(Evaluation.NONE)) {
            VBox box = new VBox(Texts.wrapped(
                    "This run was not measured on a test part. Hold one back on the data page.", Styles.MUTED));
            box.getStyleClass().add(Styles.EMPTY);
            return box;
        }
        return new EvaluationView(evaluation);
    }
}
