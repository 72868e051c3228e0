package io.layerloom.app.window;

import static io.layerloom.graph.language.Language.tr;

import io.layerloom.app.workbench.Notice;
import io.layerloom.app.workbench.Notices;
import io.layerloom.app.workbench.Tasks;
import io.layerloom.app.workbench.Workbench;
import io.layerloom.canvas.GraphCanvas;
import io.layerloom.canvas.GraphPicture;
import io.layerloom.canvas.PictureFormat;
import io.layerloom.graph.DataSchema;
import io.layerloom.graph.Document;
import io.layerloom.graph.Inference;
import io.layerloom.graph.NodeId;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;

/** Asks where to, and writes the network or what is selected of it as a picture for print. */
public final class PictureExport {

    private final Workbench workbench;
    private final GraphCanvas canvas;
    private final FileDialogs dialogs;
    private final Supplier<String> title;
    private final Tasks tasks;
    private final Notices notices;
    private final Consumer<Runnable> settled;

    /**
     * @param title what the project is called
     * @param settled does something once what the data are called is known in the language of now
     */
    public PictureExport(
            Workbench workbench,
            GraphCanvas canvas,
            FileDialogs dialogs,
            Supplier<String> title,
            Tasks tasks,
            Notices notices,
            Consumer<Runnable> settled) {
        this.workbench = workbench;
        this.canvas = canvas;
        this.dialogs = dialogs;
        this.title = title;
        this.tasks = tasks;
        this.notices = notices;
        this.settled = settled;
    }

    void whole() {
        export(Set.of());
    }

    void selection() {
        if (workbench.selection().isEmpty()) {
            notices.failure(
                    tr("Nothing is selected. Select the layers that the picture is to show."),
                    Bindings.isEmpty(workbench.selection()));
        } else {
            export(Set.copyOf(workbench.selection()));
        }
    }

    private void export(Set<NodeId> only) {
        String suggested = title.get()
                        .replaceFirst("\\.loom$", "")
                        .replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]", " ")
                        .strip()
                + PictureFormat.SVG.ending();
        dialogs.savePicture(suggested).ifPresent(file -> settled.accept(() -> draw(only, file)));
    }

    private void draw(Set<NodeId> only, Path file) {
        Document document = workbench.drawing().document();
        Inference inference = workbench.drawing().inference();
        String data = canvas.dataProperty().get().map(DataSchema::name).orElse("");
        tasks.of("Drawing a picture", () -> {
                    GraphPicture.of(workbench.catalog(), document, inference, data, only)
                            .save(file);
                    return file;
                })
                .onSuccess(written -> notices.show(new Notice(
                        Notice.Tone.DONE,
                        tr("The picture is in %s.", shown(written)),
                        Optional.of(new Notice.Action(
                                tr("Show in folder"), () -> FolderOpener.reveal(written, notices::failure))))))
                .onFailure(IOException.class, failure -> notices.failure(Tasks.sentence(failure)))
                .start();
    }

    /** The whole path; what lies in the person's own folder begins with ~. */
    static String shown(Path file) {
        Path whole = file.toAbsolutePath().normalize();
        Path own = Path.of(System.getProperty("user.home", "")).toAbsolutePath();
        return whole.startsWith(own) && !whole.equals(own)
                ? Path.of("~").resolve(own.relativize(whole)).toString()
                : whole.toString();
    }
}
