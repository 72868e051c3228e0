package io.layerloom.canvas;

import io.layerloom.graph.Catalog;
import io.layerloom.graph.Document;
import io.layerloom.graph.History;
import io.layerloom.graph.Inference;
import io.layerloom.graph.LayerType;
import io.layerloom.graph.NodeId;
import io.layerloom.graph.Problem;
import io.layerloom.graph.ProjectFile;
import io.layerloom.graph.ProjectFileException;
import io.layerloom.graph.Remedies;
import io.layerloom.graph.Remedy;
import io.layerloom.nodes.NodeLibrary;
import io.layerloom.themes.Theme;
import io.layerloom.themes.Themes;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.animation.AnimationTimer;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.BorderPane;
import javafx.stage.Stage;

/**
 * The canvas on its own, to look at: {@code --theme=dark --size=1920x1080 --net=digits|empty|residual|large|some.loom --fps --fit}. Ctrl+Z and Ctrl+Y undo and redo, Ctrl+T switches the theme.
 */
public final class CanvasDemo extends Application {

    private Catalog catalog = TestCatalog.CATALOG;
    private History history = History.of(Document.EMPTY);
    private GraphCanvas canvas = new GraphCanvas(catalog);

    @Override
    public void start(Stage stage) throws ProjectFileException {
        Map<String, String> options = getParameters().getNamed();
        String[] size = options.getOrDefault("size", "1280x800").split("x", -1);
        if (options.getOrDefault("net", "").endsWith(ProjectFile.EXTENSION)) {
            catalog = NodeLibrary.CATALOG;
            canvas = new GraphCanvas(catalog);
        }
        canvas.onEditProperty().set(edit -> show(history.apply(edit)));
        canvas.remediesProperty().set((problem, then) -> then.accept(remedies(problem)));
        show(History.of(document(options.getOrDefault("net", "digits"))));
        BorderPane root = new BorderPane(canvas);
        root.setLeft(palette());
        Scene scene = new Scene(root, Integer.parseInt(size[0]), Integer.parseInt(size[1]));
        use(scene, "dark".equals(options.get("theme")) ? Theme.DARK : Theme.LIGHT);
        keys(scene);
        stage.setScene(scene);
        stage.setX(0);
        stage.setY(0);
        stage.show();
        canvas.requestFocus();
        if (getParameters().getUnnamed().contains("--fit")) {
            canvas.fitAll();
        }
        if (getParameters().getUnnamed().contains("--fps")) {
            new Meter(canvas).start();
        }
    }

    private void use(Scene scene, Theme theme) {
        Themes.apply(scene, theme);
        canvas.themeProperty().set(theme);
    }

    private void keys(Scene scene) {
        scene.getAccelerators()
                .put(new KeyCodeCombination(KeyCode.Z, KeyCombination.SHORTCUT_DOWN), () -> show(history.undo()));
        scene.getAccelerators()
                .put(new KeyCodeCombination(KeyCode.Y, KeyCombination.SHORTCUT_DOWN), () -> show(history.redo()));
        scene.getAccelerators()
                .put(
                        new KeyCodeCombination(KeyCode.T, KeyCombination.SHORTCUT_DOWN),
                        () -> use(scene, Themes.current().get().other()));
    }

    private void show(History now) {
        history = now;
        canvas.documentProperty().set(now.present());
        canvas.inferenceProperty().set(Inference.of(now.present().graph(), catalog));
    }

    private List<Remedy> remedies(Problem problem) {
        return Remedies.of(history.present(), problem, catalog, Optional.empty());
    }

    private ListView<LayerType> palette() {
        ListView<LayerType> list = new ListView<>();
        list.getItems().setAll(catalog.layers());
        list.setPrefWidth(160);
        list.setCellFactory(view -> new ListCell<>() {
            {
                LayerDrag.from(this, this::getItem);
                setOnMouseClicked(event -> {
                    if (event.getClickCount() == 2 && getItem() != null) {
                        canvas.addAtCentre(getItem());
                    }
                });
            }

            @Override
            protected void updateItem(LayerType item, boolean empty) {
                super.updateItem(item, empty);
                setText(item == null ? null : item.name());
            }
        });
        return list;
    }

    private static Document document(String net) throws ProjectFileException {
        if (net.endsWith(ProjectFile.EXTENSION)) {
            return ProjectFile.read(Path.of(net));
        }
        return switch (net) {
            case "empty" -> Document.EMPTY;
            case "residual" -> TestCatalog.residual();
            case "large" -> TestCatalog.large(1000, 1500);
            default -> TestCatalog.digits();
        };
    }

    /** Pans and zooms by itself and prints frames per second. */
    private static final class Meter extends AnimationTimer {
        private final GraphCanvas canvas;
        private final String[] phases = {
            "pan at 100 %", "pan at 60 %", "pan at 35 %", "pan, all visible", "zoom 15-120 %", "drag a node"
        };
        private static final int FRAMES = 200;
        private int phase = -1;
        private long began;
        private int frames;
        private long worst;
        private long last;
        private long fxCpu;
        private long renderCpu;

        Meter(GraphCanvas canvas) {
            this.canvas = canvas;
        }

        @Override
        public void handle(long now) {
            double seconds = (now - began) / 1e9;
            if (phase < 0 || frames >= FRAMES) {
                if (phase >= 0) {
                    System.out.printf(
                            Locale.ROOT,
                            "%-18s %5.1f fps, worst frame %d ms, CPU per frame: FX %.1f ms, render %.1f ms%n",
                            phases[phase],
                            frames / seconds,
                            worst / 1_000_000,
                            (cpu("JavaFX Application Thread") - fxCpu) / 1e6 / frames,
                            (cpu("QuantumRenderer-0") - renderCpu) / 1e6 / frames);
                }
                phase++;
                if (phase == phases.length) {
                    stop();
                    javafx.application.Platform.exit();
                    return;
                }
                began = now;
                fxCpu = cpu("JavaFX Application Thread");
                renderCpu = cpu("QuantumRenderer-0");
                frames = 0;
                worst = 0;
                last = now;
                seconds = 0;
            }
            frames++;
            worst = Math.max(worst, now - last);
            last = now;
            step();
        }

        private static long cpu(String thread) {
            java.lang.management.ThreadMXBean threads = java.lang.management.ManagementFactory.getThreadMXBean();
            for (java.lang.management.ThreadInfo info : threads.getThreadInfo(threads.getAllThreadIds())) {
                if (info != null && info.getThreadName().equals(thread)) {
                    return threads.getThreadCpuTime(info.getThreadId());
                }
            }
            return 0;
        }

        private void step() {
            double t = frames / 60.0;
            Editor editor = canvas.editor();
            double x = -3000 + 1500 * Math.sin(t * 1.3);
            double y = -1200 + 700 * Math.cos(t * 0.9);
            switch (phase) {
                case 0 -> editor.show(new Viewport(1, x, y));
                case 1 -> editor.show(new Viewport(0.6, x * 0.6, y * 0.6));
                case 2 -> editor.show(new Viewport(0.35, x * 0.35, y * 0.35));
                case 3 -> editor.show(new Viewport(0.13, 20 + 20 * Math.sin(t * 3), 20 + 20 * Math.cos(t * 3)));
                case 4 ->
                    editor.show(new Viewport(0.15 * Math.pow(8, 0.5 - 0.5 * Math.cos(t * 2)), 0, 0)
                            .centred(new io.layerloom.graph.Point(3000, 1200), editor.width(), editor.height()));
                default -> {
                    editor.show(new Viewport(0.6, -1500, -700));
                    editor.override(
                            Map.of(
                                    new NodeId("n500"),
                                    new io.layerloom.graph.Point(
                                            3500 + 300 * Math.sin(t * 3), 1700 + 200 * Math.cos(t * 2))),
                            List.of());
                }
            }
        }
    }

    public static void main(String[] args) {
        launch(args);
    }
}
