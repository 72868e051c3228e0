package io.layerloom.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.layerloom.app.window.FileDialogs;
import io.layerloom.app.workbench.AppHome;
import io.layerloom.app.workbench.SettingsFile;
import io.layerloom.app.workbench.Workbench;
import io.layerloom.canvas.CanvasProbe;
import io.layerloom.canvas.GraphCanvas;
import io.layerloom.engine.Launcher;
import io.layerloom.engine.gpu.CudaFolder;
import io.layerloom.engine.gpu.NvidiaSmi;
import io.layerloom.graph.Document;
import io.layerloom.graph.Node;
import io.layerloom.graph.NodeId;
import io.layerloom.graph.language.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import javafx.geometry.Point2D;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.awaitility.Awaitility;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/** The whole program in a window of its own and a home of its own, with file choosers that answer by themselves. */
final class AppFixture implements FileDialogs {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** What the program took for a bug in itself since this window was opened. */
    private final Bugs bugs = new Bugs();

    final Path home;
    final App app;
    Optional<Path> opening = Optional.empty();
    Optional<Path> saving = Optional.empty();
    Optional<Path> picture = Optional.empty();
    Optional<Path> shown = Optional.empty();

    /** On a computer without a graphics card. */
    AppFixture(Stage stage) throws IOException {
        this(stage, NvidiaSmi.at(Path.of("there-is-no-nvidia-smi")));
    }

    /** On a computer with the cards that this one sees. */
    AppFixture(Stage stage, NvidiaSmi smi) throws IOException {
        home = Files.createTempDirectory("layerloom-test");
        AppHome own = AppHome.in(home);
        // A process for each window, of which most train nothing, would keep the machine busy.
        new SettingsFile(own.settings())
                .update(initial -> initial.withHeadStart(false).withLanguage(Optional.of(Language.ENGLISH)));
        Launcher launcher = new Launcher(WorkerProcess.command(), CudaFolder.of(own.cuda()), smi);
        app = new App(stage, own, (window, settings) -> this, launcher, Optional.empty());
        stage.setX(0);
        stage.setY(0);
        app.show(Optional.empty());
    }

    /** Closes the program; fails if it has told of a bug in itself. */
    void close() throws IOException {
        app.close();
        bugs.close();
        try (Stream<Path> files = Files.walk(home)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
        assertThat(bugs.told()).as("bugs that the program told of").isEmpty();
    }

    Workbench bench() {
        return app.workbench();
    }

    Document document() {
        return fx(() -> bench().document());
    }

    static <T> T fx(Callable<T> question) {
        return WaitForAsyncUtils.waitForAsyncFx(30_000, question);
    }

    /** Waits, as a person would, until something has become true. */
    static void until(Callable<Boolean> condition) {
        until(PATIENCE, condition);
    }

    static void until(Duration patience, Callable<Boolean> condition) {
        Awaitility.await().atMost(patience).until(() -> fx(condition));
    }

    NodeId id(String name) {
        return document().graph().named(name).map(Node::id).orElseThrow();
    }

    GraphCanvas canvas(FxRobot robot) {
        return robot.lookup(GraphCanvas.class::isInstance).query();
    }

    /** A place on the canvas, as parts of its width and height. */
    Point2D place(FxRobot robot, double across, double down) {
        GraphCanvas canvas = canvas(robot);
        return fx(() -> canvas.localToScreen(across * canvas.getWidth(), down * canvas.getHeight()));
    }

    /** Draws a wire from one layer to another with the mouse. */
    void wire(FxRobot robot, String from, String to) {
        GraphCanvas canvas = canvas(robot);
        NodeId start = id(from);
        NodeId end = id(to);
        Point2D output = fx(() -> CanvasProbe.output(canvas, start));
        Point2D input = fx(() -> CanvasProbe.input(canvas, end, 0));
        drag(robot, output, input);
    }

    static void drag(FxRobot robot, Point2D from, Point2D to) {
        robot.moveTo(from)
                .press(MouseButton.PRIMARY)
                .moveTo(from.add(10, 6))
                .moveTo(to.add(4, 2))
                .moveTo(to)
                .release(MouseButton.PRIMARY);
        WaitForAsyncUtils.waitForFxEvents();
    }

    @Override
    public Optional<Path> openPicture() {
        return shown;
    }

    @Override
    public Optional<Path> openProject(String title) {
        return opening;
    }

    @Override
    public Optional<Path> saveProject(String suggested) {
        return saving;
    }

    @Override
    public Optional<Path> savePicture(String suggested) {
        return picture;
    }

    @Override
    public Optional<Path> folder(String title) {
        return Optional.empty();
    }
}
