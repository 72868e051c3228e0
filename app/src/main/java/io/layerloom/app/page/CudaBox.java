package io.layerloom.app.page;

import static io.layerloom.graph.language.Language.tr;

import io.layerloom.app.window.Texts;
import io.layerloom.app.window.Watch;
import io.layerloom.app.workbench.GpuDesk;
import io.layerloom.engine.gpu.Gpu;
import io.layerloom.engine.gpu.GpuCheck;
import io.layerloom.themes.Icons;
import io.layerloom.themes.Styles;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The CUDA libraries: whether they are there, and how they come and go. Not in view where no card could use them. */
final class CudaBox extends VBox {

    private final GpuDesk gpu;
    private final Label state = Texts.wrapped("", Styles.MUTED);
    private final Button install = new Button(tr("Install"), Icons.DOWNLOAD.node());
    private final Button remove = new Button(tr("Remove"), Icons.DELETE.node());
    private final Button cancel = new Button(tr("Cancel"));
    private final ProgressBar bar = new ProgressBar(0);
    private final Label figure = Texts.line("", Styles.MONO);
    private final HBox progress = new HBox(16, bar, figure, cancel);
    private final VBox failure = new VBox();
    private final HBox buttons = new HBox(8, install, remove);

    CudaBox(GpuDesk gpu) {
        this.gpu = gpu;
        getStyleClass().add(Styles.CARD);
        setId("cuda");
        setSpacing(12);
        install.getStyleClass().add(Styles.PRIMARY);
        install.setId("cuda-install");
        install.setOnAction(event -> gpu.install());
        remove.setId("cuda-remove");
        remove.setOnAction(event -> gpu.remove());
        // Whoever trains on a card has them open.
        remove.disableProperty().bind(gpu.readingProperty().map(Optional::isPresent));
        cancel.setId("cuda-cancel");
        cancel.setOnAction(event -> gpu.cancel());
        bar.getStyleClass().add(Styles.SLIM_PROGRESS);
        bar.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(bar, Priority.ALWAYS);
        progress.setAlignment(Pos.CENTER_LEFT);
        figure.setId("cuda-progress");
        figure.setMinWidth(USE_PREF_SIZE);
        cancel.setMinWidth(USE_PREF_SIZE);
        failure.getStyleClass().add(Styles.PROBLEM);
        getChildren().addAll(Texts.line(tr("CUDA 11.6 libraries"), Styles.TITLE), state, failure, progress, buttons);
        Watch.on(gpu.checkProperty(), this, CudaBox::show);
        Watch.on(gpu.installingProperty(), this, CudaBox::show);
        show();
    }

    private void show() {
        Optional<GpuCheck> check = gpu.checkProperty().get();
        boolean installed = check.map(found -> found.facts().installed()).orElse(false);
        boolean wanted =
                check.map(found -> !(found.verdict() instanceof Gpu.Unusable)).orElse(false);
        GpuDesk.Installing installing = gpu.installingProperty().get();
        boolean running = installing instanceof GpuDesk.Installing.Running;
        in(this, installed || wanted || running);
        in(progress, running);
        in(install, !installed && !running);
        in(remove, installed && !running && !gpu.cuda().isBuiltIn());
        in(buttons, install.isManaged() || remove.isManaged());
        in(failure, installing instanceof GpuDesk.Installing.Failed);
        if (installing instanceof GpuDesk.Installing.Failed failed) {
            failure.getChildren().setAll(Texts.wrapped(failed.sentence()));
        }
        if (installing instanceof GpuDesk.Installing.Running coming) {
            long total = Math.max(1, gpu.downloadBytes());
            // What was published may be a little larger than what is known of it.
            double part = Math.min(0.99, (double) coming.bytes() / total);
            bar.setProgress(coming.bytes() == 0 ? ProgressBar.INDETERMINATE_PROGRESS : part);
            figure.setText(CardFigures.download(Math.min(coming.bytes(), total), total));
        }
        state.setText(installed ? installed() : missing());
    }

    private String installed() {
        return gpu.cuda().isBuiltIn()
                ? tr("This build of Layerloom holds them.")
                : tr("Installed in %s.", gpu.cuda().libraries());
    }

    private String missing() {
        return tr(
                "Maven downloads %s from Maven Central and checks it; with what is unpacked later, about 8 GB of disk are needed. The libraries are NVIDIA's, under the licences of the CUDA Toolkit and of cuDNN, which you accept by installing them.",
                CardFigures.size(gpu.downloadBytes()));
    }

    private static void in(javafx.scene.Node node, boolean view) {
        node.setVisible(view);
        node.setManaged(view);
    }
}
