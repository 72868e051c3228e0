package io.layerloom.app.bench;

import io.layerloom.app.window.CanvasLink;
import io.layerloom.app.workbench.Workbench;
import io.layerloom.canvas.GraphCanvas;
import io.layerloom.graph.Document;
import io.layerloom.graph.NodeId;
import io.layerloom.graph.Point;
import io.layerloom.themes.FxThread;
import io.layerloom.themes.Theme;
import io.layerloom.themes.Themes;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import javafx.animation.AnimationTimer;
import javafx.geometry.Point2D;
import javafx.scene.Scene;
import javafx.scene.layout.BorderPane;
import javafx.stage.Stage;

/**
 * The window in which a canvas is measured: runs frames in it, and says what was in sight. It is made, shown and closed on the JavaFX thread; {@link #frames} and {@link #awaitSize} wait for that thread and are
 * called from another.
 */
final class BenchWindow {

    static final double WIDTH = 1600;
    static final double HEIGHT = 1000;

    /** Frames before those that are measured. */
    static final int WARM = 30;

    private static final int LONGEST_SECONDS = 60;

    private final GraphCanvas canvas;
    private final Document document;
    private final Hand hand;
    private final Stage stage = new Stage();

    /** @param document whose layout tells which nodes are in sight */
    BenchWindow(GraphCanvas canvas, Document document, Hand hand) {
        this.canvas = canvas;
        this.document = document;
        this.hand = hand;
    }

    /** Does something on the JavaFX thread and waits for it. */
    static void fx(Runnable action) {
        CompletableFuture.runAsync(action, FxThread::run).join();
    }

    /** What the window answers; one that does not is not waited for without end. */
    static long inTime(CompletableFuture<Long> answer) {
        return answer.orTimeout(LONGEST_SECONDS, TimeUnit.SECONDS).join();
    }

    void show(Workbench bench) {
        CanvasLink.bind(canvas, bench, (problem, then) -> {});
        canvas.reducedMotionProperty().set(true);
        Scene scene = new Scene(new BorderPane(canvas), WIDTH, HEIGHT);
        Themes.apply(scene, Theme.LIGHT);
        stage.setScene(scene);
        stage.setTitle("Layerloom");
        stage.show();
        stage.setWidth(WIDTH + stage.getWidth() - scene.getWidth());
        stage.setHeight(HEIGHT + stage.getHeight() - scene.getHeight());
        canvas.requestFocus();
    }

    /** A window manager may take its time to make the window as large as it was asked to. */
    void awaitSize() {
        frames(60, frame -> {
            if (!hasSize()) {
                stage.setWidth(WIDTH + stage.getWidth() - canvas.getWidth());
                stage.setHeight(HEIGHT + stage.getHeight() - canvas.getHeight());
            }
        });
        if (!hasSize()) {
            throw new IllegalStateException(
                    "The canvas must be %.0f×%.0f to be measured, but the screen gives it %.0f×%.0f."
                            .formatted(WIDTH, HEIGHT, canvas.getWidth(), canvas.getHeight()));
        }
    }

    private boolean hasSize() {
        return Math.abs(canvas.getWidth() - WIDTH) <= 1 && Math.abs(canvas.getHeight() - HEIGHT) <= 1;
    }

    void close() {
        canvas.dispose();
        stage.hide();
    }

    /** Does a step before each of so many frames, and some before them to warm up; waits for the last. */
    CanvasBench.Pace frames(int count, IntConsumer step) {
        CompletableFuture<Frames> done = new CompletableFuture<>();
        fx(() -> new Loop(count, step, done).start());
        Frames frames = done.join();
        return frames.pace(visible(frames.sights()));
    }

    /** Calls back when the next frame has been drawn. */
    static void onNextFrame(Runnable then) {
        new AnimationTimer() {
            private int frames;

            @Override
            public void handle(long now) {
                // The first comes before the frame is drawn, the second once the renderer is done with it.
                if (++frames == 2) {
                    stop();
                    then.run();
                }
            }
        }.start();
    }

    private Frames.Sight sight() {
        Point2D first = canvas.placeOf(BenchGraph.id(0)).orElse(Point2D.ZERO);
        return new Frames.Sight(
                first.getX(), first.getY(), canvas.zoomProperty().get(), hand.x(), hand.y());
    }

    /** The share of the nodes that were in the window, on average. */
    private double visible(List<Frames.Sight> sights) {
        Map<NodeId, Point> places = document.layout().positions();
        Point origin = document.layout().of(BenchGraph.id(0));
        double share = 0;
        for (Frames.Sight sight : sights) {
            share += (double) places.values().stream()
                            .filter(at -> inWindow(
                                    sight.x() + (at.x() - origin.x()) * sight.zoom(),
                                    sight.y() + (at.y() - origin.y()) * sight.zoom()))
                            .count()
                    / places.size();
        }
        return share / Math.max(1, sights.size());
    }

    private static boolean inWindow(double x, double y) {
        return x > 0 && x < WIDTH && y > 0 && y < HEIGHT;
    }

    private final class Loop extends AnimationTimer {
        private final int count;
        private final IntConsumer step;
        private final CompletableFuture<Frames> done;
        private Frames frames = new Frames();
        private int frame;
        private long last;

        Loop(int count, IntConsumer step, CompletableFuture<Frames> done) {
            this.count = count;
            this.step = step;
            this.done = done;
        }

        @Override
        public void handle(long now) {
            long at = System.nanoTime();
            int warm = Math.min(WARM, count);
            if (frame == warm) {
                frames = new Frames();
            } else if (frame > warm) {
                frames.add(at - last, sight());
            }
            last = at;
            if (frame == warm + count) {
                stop();
                frames.end();
                done.complete(frames);
                return;
            }
            try {
                step.accept(frame++);
            } catch (RuntimeException failure) {
                stop();
                done.completeExceptionally(failure);
            }
        }
    }
}
