package io.layerloom.app.window;

import static io.layerloom.graph.language.Language.tr;

import io.layerloom.app.workbench.Workbench;
import io.layerloom.graph.Edits;
import io.layerloom.graph.ProjectFile;
import io.layerloom.graph.TrainingPlan;
import io.layerloom.monitor.RunSeries;
import io.layerloom.samples.Sample;
import io.layerloom.samples.Samples;
import io.layerloom.themes.Icons;
import io.layerloom.themes.Styles;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.geometry.Insets;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.VBox;

/** Where the first weights of a training are from: drawn, or those of an earlier run of this project or another. */
public final class StartPane extends VBox {

    /** More are found on the page of runs. */
    private static final int MOST_RUNS = 8;

    private final Workbench workbench;
    private final Supplier<List<RunSeries>> runs;
    private final FileDialogs dialogs;
    private final Consumer<Sample> openSample;
    private final Label name = Texts.wrapped("", Styles.TITLE);
    private final Label facts = Texts.wrapped("", Styles.MUTED, Styles.CAPTION);
    private final MenuButton choose = new MenuButton(tr("Start from"));

    /**
     * @param runs those of the open project, the newest first
     * @param openSample opens the sample whose run is wanted
     */
    public StartPane(
            Workbench workbench, Supplier<List<RunSeries>> runs, FileDialogs dialogs, Consumer<Sample> openSample) {
        super(4);
        this.workbench = workbench;
        this.runs = runs;
        this.dialogs = dialogs;
        this.openSample = openSample;
        setId("plan-start");
        getStyleClass().add(Styles.WELL);
        choose.setId("plan-start-choose");
        choose.setGraphic(Icons.LAYERS.node());
        choose.getItems().add(new MenuItem("…"));
        choose.setOnShowing(event -> choose.getItems().setAll(items()));
        VBox.setMargin(choose, new Insets(4, 0, 0, 0));
        getChildren().addAll(name, facts, choose);
    }

    void refresh() {
        Optional<String> start = plan().start();
        name.setText(words(start));
        facts.setText(
                start.isEmpty()
                        ? tr("All weights are drawn anew before training.")
                        : tr(
                                "Layers that have the same name and size there take their weights over; all others are drawn by the seed."));
    }

    /** Where first weights are from, as people read it. */
    static String words(Optional<String> start) {
        return start.map(StartPane::title).orElse(tr("Drawn by the seed"));
    }

    private static String title(String start) {
        if (start.startsWith(TrainingPlan.SAMPLE)) {
            return tr("The latest run of %s", sample(start).map(Sample::title).orElse(start));
        }
        try {
            Path path = Path.of(start);
            String last = String.valueOf(path.getFileName());
            if (last.endsWith(ProjectFile.EXTENSION)) {
                return tr("The latest run of %s", last);
            }
            Path around = path.getParent();
            return around == null
                    ? last
                    : tr(
                            "%s of the project %s",
                            last, String.valueOf(around.getFileName()).replaceFirst("\\.runs$", ""));
        } catch (InvalidPathException strange) {
            return start;
        }
    }

    private static Optional<Sample> sample(String start) {
        return Samples.byId(start.substring(TrainingPlan.SAMPLE.length()));
    }

    private List<MenuItem> items() {
        List<MenuItem> items = new ArrayList<>();
        items.add(item(tr("Weights drawn by the seed"), () -> set(tr("Draw the first weights"), Optional.empty())));
        items.add(new SeparatorMenuItem());
        runs.get().stream()
                .filter(RunSeries::hasWeights)
                .limit(MOST_RUNS)
                .forEach(run -> items.add(item(
                        tr("The run %s", run.name()),
                        () -> set(
                                tr("Start from %s", run.name()),
                                Optional.of(run.folder().toAbsolutePath().toString())))));
        items.add(item(
                tr("The latest run of another project…"),
                () -> dialogs.openProject(tr("The project to start from")).ifPresent(this::from)));
        items.add(item(
                tr("A run in a folder…"),
                () -> dialogs.folder(tr("The folder of the run to start from")).ifPresent(this::from)));
        plan().start()
                .filter(start -> start.startsWith(TrainingPlan.SAMPLE))
                .flatMap(StartPane::sample)
                .ifPresent(sample -> {
                    items.add(new SeparatorMenuItem());
                    items.add(item(tr("Open %s", sample.title()), () -> openSample.accept(sample)));
                });
        return items;
    }

    private static MenuItem item(String label, Runnable run) {
        MenuItem item = new MenuItem(label);
        item.setMnemonicParsing(false);
        item.setOnAction(event -> run.run());
        return item;
    }

    private void from(Path path) {
        set(
                tr("Start from %s", path.getFileName()),
                Optional.of(path.toAbsolutePath().normalize().toString()));
    }

    private void set(String label, Optional<String> start) {
        workbench.apply(Edits.plan(label, plan().withStart(start)));
    }

    private TrainingPlan plan() {
        return workbench.document().plan();
    }
}
