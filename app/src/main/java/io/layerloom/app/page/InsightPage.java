package io.layerloom.app.page;

import static io.layerloom.graph.language.Language.tr;

import io.layerloom.app.window.NextStep;
import io.layerloom.app.window.Texts;
import io.layerloom.app.window.Watch;
import io.layerloom.app.workbench.Learned;
import io.layerloom.app.workbench.Oracle;
import io.layerloom.app.workbench.Shelf;
import io.layerloom.app.workbench.Tasks;
import io.layerloom.engine.Evaluation;
import io.layerloom.engine.RunFolder;
import io.layerloom.engine.SampleStore;
import io.layerloom.graph.Objective;
import io.layerloom.monitor.DetectionView;
import io.layerloom.monitor.EmptyState;
import io.layerloom.monitor.EvaluationView;
import io.layerloom.monitor.RunSeries;
import io.layerloom.monitor.SegmentationView;
import io.layerloom.themes.Icons;
import io.layerloom.themes.Styles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** What a run has learned: how well it does on examples it has not seen, and what it makes of one that you give it. */
public final class InsightPage extends BorderPane {

    private final Shelf shelf;
    private final SampleStore samples;
    private final Oracle oracle;
    private final Tasks tasks;
    private final ObjectProperty<Optional<Path>> chosen;
    private final Supplier<NextStep> next;
    private final RunChoice runs;
    private Optional<Version> opened = Optional.empty();

    /** A run as far as it has come; one that went on is shown anew. */
    private record Version(Path folder, int epochs, double loss) {
        static Version of(RunSeries run) {
            return new Version(run.folder(), run.epochs(), run.finalLoss());
        }
    }

    /** A page over the finished runs of a project; {@code chosen} is the run to show, or the newest if none is chosen; {@code next} leads to a first run. */
    public InsightPage(
            Shelf shelf,
            SampleStore samples,
            Oracle oracle,
            Tasks tasks,
            ObjectProperty<Optional<Path>> chosen,
            Supplier<NextStep> next) {
        this.shelf = shelf;
        this.samples = samples;
        this.oracle = oracle;
        this.tasks = tasks;
        this.chosen = chosen;
        this.next = next;
        setId("insight-page");
        runs = new RunChoice(run -> chosen.set(Optional.of(run.folder())));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox bar = new HBox(12, Texts.line(tr("Insight"), Styles.PAGE_TITLE), gap, runs);
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().addAll(Styles.PANEL, Styles.EDGE_BOTTOM, "ll-page-bar");
        setTop(bar);
        Watch.on(shelf.runs(), this, InsightPage::refresh);
        Watch.on(chosen, this, InsightPage::refresh);
        refresh();
    }

    private void refresh() {
        Optional<RunSeries> run = RunChoice.of(shelf, chosen.get());
        runs.show(RunChoice.finished(shelf), run);
        if (run.isEmpty()) {
            opened = Optional.empty();
            oracle.close();
            setCenter(nothing(RunChoice.isLearning(shelf)));
        } else if (!opened.equals(run.map(Version::of))) {
            opened = run.map(Version::of);
            open(Version.of(run.get()));
        }
    }

    private Node nothing(boolean learning) {
        return learning
                ? new EmptyState(
                        Icons.INSIGHT,
                        tr("The network is learning"),
                        tr(
                                "When its training ends or is stopped, it is tested on examples that it has not seen, and the result appears here."))
                : new EmptyState(
                        Icons.INSIGHT,
                        tr("Nothing is learned yet"),
                        tr(
                                "Train the network; then see here which examples it takes for what, and give it one of your own."),
                        next.get());
    }

    private void open(Version wanted) {
        Path folder = wanted.folder();
        setCenter(new Waiting(tr("Opening %s", folder.getFileName())));
        tasks.of("Opening " + folder.getFileName(), () -> Learned.of(RunFolder.open(folder), samples))
                .onSuccess(learned -> showIf(wanted, () -> show(learned)))
                .onFailure(IOException.class, failure -> showIf(wanted, () -> refuse(wanted, Tasks.sentence(failure))))
                .onFinish(() -> showIf(wanted, () -> settle(wanted)))
                .start();
    }

    /** Nothing waits for a run that never came, be it through a mistake in the program that is shown elsewhere. */
    private void settle(Version wanted) {
        if (getCenter() instanceof Waiting) {
            refuse(wanted, tr("Layerloom made a mistake as it read the run. Report the details if it stays so."));
        }
    }

    /** Another run may have been chosen meanwhile. */
    private void showIf(Version stillWanted, Runnable shown) {
        if (opened.equals(Optional.of(stillWanted))) {
            shown.run();
        }
    }

    private void show(Learned learned) {
        oracle.use(learned.run());
        BorderPane page = new BorderPane(evaluation(learned));
        if (!learned.isOfPictures()) {
            page.setRight(new TryOut(learned, oracle, this::reopen));
        }
        setCenter(page);
    }

    /** Reads the run that is shown anew, as after its data were put back where they were. */
    private void reopen() {
        opened.ifPresent(this::open);
    }

    private void refuse(Version wanted, String why) {
        oracle.close();
        EmptyState refused = new EmptyState(
                Icons.PROBLEM,
                tr("%s cannot be opened", wanted.folder().getFileName()),
                why,
                TryOut.again(this::reopen));
        refused.setId("insight-problem");
        setCenter(refused);
    }

    private Node evaluation(Learned learned) {
        Evaluation evaluation = learned.evaluation();
        if (evaluation.equals(Evaluation.NONE)) {
            return new EmptyState(
                    Icons.TARGET,
                    tr("Not measured"),
                    tr(
                            "This run had no test part, or ended before it was measured. Hold a part back on the data page and train again."));
        }
        return learned.isOfPictures()
                ? new EvaluationView(evaluation, pictures(learned))
                : new EvaluationView(evaluation, learned.learning(), CellSearch.in(learned, samples, oracle, tasks));
    }

    private Node pictures(Learned learned) {
        return learned.missing()
                .<Node>map(why -> TryOut.missing(why, this::reopen))
                .orElseGet(() -> learned.objective() == Objective.DETECTION
                        ? new DetectionView(learned.heldBack(), learned.classes(), oracle::ask)
                        : new SegmentationView(learned.heldBack(), learned.classes(), oracle::ask));
    }
}
