package io.layerloom.app.page;

import static io.layerloom.graph.language.Language.tr;

import io.layerloom.app.form.FieldRow;
import io.layerloom.app.form.Mending;
import io.layerloom.app.form.ParamForm;
import io.layerloom.app.window.Texts;
import io.layerloom.app.window.Watch;
import io.layerloom.app.workbench.Exporting;
import io.layerloom.app.workbench.Shelf;
import io.layerloom.app.workbench.Tasks;
import io.layerloom.app.workbench.Workbench;
import io.layerloom.engine.RunFolder;
import io.layerloom.graph.Document;
import io.layerloom.graph.Param;
import io.layerloom.graph.Values;
import io.layerloom.monitor.RunSeries;
import io.layerloom.themes.FxThread;
import io.layerloom.themes.Icons;
import io.layerloom.themes.Measure;
import io.layerloom.themes.Styles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Takes the trained network away as a Maven project of its own, and proves that it computes the same bits. */
public final class ExportPage extends BorderPane {

    private static final double FORM = 380;
    private static final Param<String> FOLDER = Param.folder("folder")
            .label("Folder")
            .help("Where the project is written; made if need be, and empty or an earlier export.");

    private final Workbench workbench;
    private final Shelf shelf;
    private final Exporting exporting;
    private final Tasks tasks;
    private final ObjectProperty<Optional<Path>> chosen;
    private final RunChoice runs;
    private final ParamForm form;
    private final Button export = new Button(tr("Export"), Icons.EXPORT.node());
    private final Button verify = new Button(tr("Export and verify"), Icons.CHECK.node());
    private final VBox result = new VBox(12);
    private final Label reason = Texts.wrapped("", Styles.MUTED);
    private final FolderNote folderNote;
    private final CodeView code = new CodeView();
    private final ObservableValue<String> name;
    private Values values = Values.EMPTY;

    /** The folder as it stands in the field, finished or not. */
    private String typed = "";

    /** The folder that the page proposed; one that a person chose is not replaced by another proposal. */
    private String proposed = "";

    private Optional<Tasks.Job> previewing = Optional.empty();
    private boolean busy;

    /**
     * A page over the finished runs of a project.
     *
     * @param name what the project is called
     */
    public ExportPage(
            Workbench workbench,
            Shelf shelf,
            Exporting exporting,
            Tasks tasks,
            ObjectProperty<Optional<Path>> chosen,
            ObservableValue<String> name) {
        this.workbench = workbench;
        this.shelf = shelf;
        this.exporting = exporting;
        this.tasks = tasks;
        this.chosen = chosen;
        this.name = name;
        this.runs = new RunChoice(run -> chosen.set(Optional.of(run.folder())));
        folderNote = new FolderNote(exporting, tasks, this::judge);
        setId("export-page");
        form = new ParamForm(
                new ParamForm.Sink() {
                    @Override
                    public <T> void set(Param<T> param, T value) {
                        values = values.with(param, value);
                        typed = values.get(FOLDER);
                        refresh();
                    }

                    @Override
                    public <T> void typing(Param<T> param, T value) {
                        typed = String.valueOf(value);
                        folderNote.look(typed);
                        judge();
                    }
                },
                Mending.NONE);
        setLeft(side());
        BorderPane preview = new BorderPane(code);
        HBox head = new HBox(Texts.line("Model.java", Styles.MONO, Styles.MUTED));
        head.getStyleClass().addAll(Styles.PANEL, Styles.EDGE_BOTTOM, "ll-page-bar");
        preview.setTop(head);
        setCenter(preview);
        Watch.on(shelf.runs(), this, ExportPage::refresh);
        Watch.on(chosen, this, ExportPage::choose);
        Watch.on(workbench.inferenceProperty(), this, ExportPage::preview);
        Watch.on(workbench.documentProperty(), this, ExportPage::preview);
        Watch.on(name, this, ExportPage::preview);
        Watch.on(name, this, ExportPage::propose);
        sceneProperty().addListener((observable, before, after) -> preview());
        propose();
        preview();
    }

    /** A folder in the person's own that is named after the project. */
    private void propose() {
        String before = values.get(FOLDER);
        if (before.equals(proposed)) {
            String called =
                    name.getValue().replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]", " ").strip();
            proposed = called.isEmpty()
                    ? ""
                    : Path.of(System.getProperty("user.home"), tr("%s as Java", called))
                            .toString();
            values = values.with(FOLDER, proposed);
        }
        if (!values.get(FOLDER).equals(before)) {
            typed = proposed;
        }
        refresh();
    }

    private Node side() {
        verify.getStyleClass().add(Styles.PRIMARY);
        verify.setId("export-verify");
        export.setId("export");
        verify.setTooltip(
                FieldRow.help(
                        tr(
                                "Compiles and runs the exported project on its own and compares: configuration, outputs of the trained weights, one epoch retrained.")));
        verify.setOnAction(event -> start(true));
        export.setOnAction(event -> start(false));
        VBox side = new VBox(
                16,
                Texts.line(tr("Export as Java"), Styles.PAGE_TITLE),
                Texts.wrapped(
                        tr(
                                "A Maven project with readable source, the data and the trained weights. It needs nothing of Layerloom."),
                        Styles.MUTED),
                runs,
                new VBox(8, form, folderNote),
                new HBox(8, verify, export),
                reason,
                result);
        side.getStyleClass().addAll(Styles.PANEL, Styles.EDGE_RIGHT, "ll-side-form");
        side.setPrefWidth(Measure.panel(FORM));
        side.setMaxWidth(Measure.panel(FORM));
        return side;
    }

    private Optional<RunSeries> run() {
        return RunChoice.of(shelf, chosen.get());
    }

    /** What became of the export of another run says nothing of this one. */
    private void choose() {
        if (!busy) {
            result.getChildren().clear();
        }
        refresh();
    }

    private void refresh() {
        folderNote.look(typed);
        runs.show(RunChoice.finished(shelf), run());
        form.show(List.of(FOLDER), values);
        judge();
    }

    private void judge() {
        boolean ready = run().isPresent() && !typed.isBlank() && !busy && !folderNote.refuses();
        export.setDisable(!ready);
        verify.setDisable(!ready);
        reason.setText(
                run().isEmpty()
                        ? RunChoice.isLearning(shelf)
                                ? tr(
                                        "The network is being trained. Its weights can be exported when the training ends or is stopped.")
                                : tr("Nothing is trained yet. Train the network first; its weights are exported, too.")
                        : typed.isBlank() ? tr("Choose a folder to write into.") : "");
        reason.setManaged(!reason.getText().isEmpty() && !busy);
        reason.setVisible(reason.isManaged());
    }

    /** Only while somebody looks: the source is not worth its cost on every edit. */
    private void preview() {
        if (getScene() == null) {
            return;
        }
        String called = name.getValue();
        Document document = workbench.document();
        previewing.ifPresent(Tasks.Job::cancel);
        previewing = Optional.of(tasks.of("Printing the source", () -> exporting.preview(called, document))
                .onSuccess(source -> code.show(
                        source.orElse(tr("// The source appears here as soon as the network has no problems.\n"))))
                .start());
    }

    private void start(boolean proving) {
        Optional<RunSeries> run = run();
        if (run.isEmpty() || busy) {
            return;
        }
        Path folder = Path.of(typed);
        busy = true;
        ProgressBar wait = new ProgressBar();
        wait.setMaxWidth(Double.MAX_VALUE);
        wait.getStyleClass().add(Styles.SLIM_PROGRESS);
        Label step = Texts.wrapped(tr("Writing the project"), Styles.MUTED);
        HBox.setHgrow(step, Priority.ALWAYS);
        step.setMaxWidth(Double.MAX_VALUE);
        Button cancel = new Button(tr("Cancel"));
        cancel.setMinWidth(USE_PREF_SIZE);
        cancel.setId("export-cancel");
        result.getChildren().setAll(wait, new HBox(8, step, cancel));
        refresh();
        String called = name.getValue();
        Tasks.Job job = tasks.of(
                        tr("Exporting"),
                        () -> exporting.export(
                                RunFolder.open(run.get().folder()),
                                called,
                                folder,
                                proving,
                                words -> FxThread.run(() -> step.setText(words))))
                .onSuccess(proof -> result.getChildren().setAll(ExportResult.of(folder, proof)))
                .onFailure(
                        IOException.class,
                        failure -> result.getChildren().setAll(ExportResult.failed(Tasks.sentence(failure))))
                .onFinish(() -> {
                    busy = false;
                    refresh();
                    folderNote.lookAgain();
                })
                .start();
        cancel.setOnAction(event -> {
            result.getChildren().clear();
            job.cancel();
        });
    }
}
