package io.layerloom.monitor;

import io.layerloom.engine.Provenance;
import io.layerloom.engine.RunEvent;
import io.layerloom.themes.Theme;
import io.layerloom.themes.Themes;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import javafx.application.Application;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;

/**
 * Plays a run that looks like a real one, or shows one of the other views.
 *
 * <p>Arguments: light or dark; then what to show; then width and height.
 */
public final class MonitorDemo {

    private MonitorDemo() {}

    /** Shows the demo. */
    public static void main(String... arguments) {
        Application.launch(Window.class, arguments);
    }

    static RunSeries earlier(String name, double slowness, long seed) {
        List<RunEvent> events = new ScriptedRun(8, 700, slowness, seed).events();
        return RunSeries.of(
                Path.of("runs", name),
                Instant.parse("2026-03-04T10:00:00Z").plusSeconds(seed * 4000),
                Provenance.State.COMPLETED,
                "MNIST digits",
                events);
    }

    /** The window; not the main class, so that it starts from a plain class path. */
    public static final class Window extends Application {
        private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();

        @Override
        public void start(Stage stage) {
            List<String> args = getParameters().getRaw();
            double width = Double.parseDouble(args.get(2));
            double height = Double.parseDouble(args.get(3));
            Parent view = view(args.get(1));
            Scene scene = new Scene(new BorderPane(view), width, height);
            Themes.apply(scene, Theme.valueOf(args.get(0).toUpperCase(java.util.Locale.ROOT)));
            stage.setTitle("Layerloom: " + args.get(1));
            stage.setScene(scene);
            stage.setX(0);
            stage.setY(0);
            stage.show();
        }

        private Parent view(String what) {
            return switch (what) {
                case "evaluation" -> new EvaluationView(ScriptedRun.evaluation());
                case "norun" -> new RunsView();
                case "runs" -> runs();
                case "try" -> tryOut();
                case "words" -> words();
                default -> monitor(what);
            };
        }

        private static Parent runs() {
            RunsView view = new RunsView();
            List<RunSeries> runs = IntStream.rangeClosed(1, 5)
                    .mapToObj(i -> earlier("digits-cnn " + i, 0.8 + 0.5 * i, i))
                    .toList();
            view.table().show(runs);
            List.of(0, 2, 4).forEach(i -> view.table().compare(runs.get(i), true));
            return view;
        }

        private static Parent tryOut() {
            PredictionView digits = PredictionView.digits(
                    28,
                    28,
                    1,
                    List.of("0", "1", "2", "3", "4", "5", "6", "7", "8", "9"),
                    input -> CompletableFuture.completedFuture(
                            new float[] {0.01f, 0.02f, 0.03f, 0.05f, 0, 0.06f, 0, 0.81f, 0.01f, 0.01f}));
            PredictionView flowers = PredictionView.columns(
                    List.of(
                            new Feature.Numeric("sepal length", 4.3, 7.9, 5.8),
                            new Feature.Numeric("petal width", 0.1, 2.5, 1.2),
                            new Feature.Choice("garden", List.of("north", "south"), "north")),
                    List.of("setosa", "versicolor", "virginica"),
                    input -> CompletableFuture.completedFuture(new float[] {0.02f, 0.93f, 0.05f}));
            VBox page = new VBox(32, digits, flowers);
            page.setPadding(new Insets(24));
            return page;
        }

        private static Parent words() {
            VBox page = new VBox(PredictionView.sentences(
                    List.of("这部电影非常好看，演员很棒", "剧情无聊，浪费时间"),
                    List.of("negative", "positive"),
                    input -> CompletableFuture.failedFuture(
                            new IllegalStateException("The worker ended. Open the run again to try it."))));
            page.setPadding(new Insets(24));
            return page;
        }

        private Parent monitor(String what) {
            TrainingMonitor monitor = new TrainingMonitor();
            switch (what) {
                case "idle" -> {}
                case "half" -> play(monitor, 0.43);
                case "short" -> play(monitor, 0.012);
                case "overlays" -> {
                    play(monitor, 0.43);
                    monitor.showOverlay(earlier("digits 2", 1.6, 2));
                    monitor.showOverlay(earlier("digits 3", 3, 3));
                }
                case "finished" -> {
                    monitor.setOnShowEvaluation(() -> {});
                    play(monitor, 1);
                }
                case "failed" -> {
                    monitor.setOnResumeFromCheckpoint(() -> {});
                    play(monitor, 0.43);
                    monitor.accept(new RunEvent.Failed(
                            "The loss is no longer a number since iteration 3,014. Lower the learning rate (0.1 now) and resume.",
                            "io.layerloom.engine.TrainingException: loss is NaN\n\tat io.layerloom.engine.Trainer.step(Trainer.java:88)",
                            true));
                }
                default -> live(monitor);
            }
            SplitPane split = new SplitPane(new BorderPane(), monitor);
            split.setOrientation(Orientation.VERTICAL);
            split.setDividerPositions(what.startsWith("live") ? 0.1 : 0.0);
            return split;
        }

        private static void play(TrainingMonitor monitor, double part) {
            List<RunEvent> events = new ScriptedRun(10, 700, 2, 1).events();
            monitor.begin("digits 4");
            events.subList(0, (int) (events.size() * part)).forEach(monitor::accept);
        }

        private void live(TrainingMonitor monitor) {
            Iterator<RunEvent> events = new ScriptedRun(10, 700, 2, 1).events().iterator();
            monitor.begin("digits 4");
            boolean[] paused = {false};
            monitor.setOnPause(() -> {
                paused[0] = true;
                monitor.accept(new RunEvent.Paused(1234));
            });
            monitor.setOnResume(() -> {
                paused[0] = false;
                monitor.accept(new RunEvent.Resumed(1234));
            });
            var ticking = clock.scheduleAtFixedRate(
                    () -> {
                        for (int i = 0; i < 4 && events.hasNext() && !paused[0]; i++) {
                            monitor.accept(events.next());
                        }
                    },
                    500,
                    20,
                    TimeUnit.MILLISECONDS);
            monitor.setOnStop(() -> ticking.cancel(false));
        }

        @Override
        public void stop() {
            clock.shutdownNow();
        }
    }
}
