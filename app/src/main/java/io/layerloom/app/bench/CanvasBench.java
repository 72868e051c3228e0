package io.layerloom.app.bench;

import io.layerloom.app.workbench.Workbench;
import io.layerloom.canvas.GraphCanvas;
import io.layerloom.graph.Catalog;
import io.layerloom.graph.Document;
import io.layerloom.graph.Edits;
import io.layerloom.graph.History;
import io.layerloom.graph.NodeId;
import io.layerloom.graph.Point;
import io.layerloom.themes.FxThread;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import javafx.geometry.Point2D;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;

/**
 * Measures the canvas in a real window: panning, zooming and dragging by pointer events, opening, tidying, an edit by a key, and the memory of a long history. The toolkit must
 * run as fast as it can, see {@link #unbounded}; then the length of a frame is what the frame costs.
 */
public final class CanvasBench {

    private static final double MIDDLE_X = BenchWindow.WIDTH / 2;
    private static final double MIDDLE_Y = BenchWindow.HEIGHT / 2;
    private static final int MEASURED = 120;
    private static final int EDITS = 90;
    private static final int LAYOUTS = 3;
    private static final int OPENINGS = 5;
    private static final int STEPS = 10_000;

    private final Catalog catalog;
    private final Workbench bench;
    private final GraphCanvas canvas;
    private final Document document;
    private final Hand hand;
    private final BenchWindow window;

    /**
     * How fast something moves.
     *
     * @param fps frames a second, from the median length of a frame
     * @param p99Ms the length in milliseconds that 99 of 100 frames stay below
     * @param fxMs processor time of the JavaFX thread for each frame, in milliseconds
     * @param renderMs processor time of the render thread for each frame, in milliseconds
     * @param visible share of the nodes that lay in the window, on average, 0 to 1
     * @param changed share of the frames that showed another picture than the one before, 0 to 1
     */
    public record Pace(double fps, double p99Ms, double fxMs, double renderMs, double visible, double changed) {}

    /** Median and 99th percentile in milliseconds. */
    public record Spread(double median, double p99) {
        static Spread of(List<Long> nanos) {
            long[] sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
            return new Spread(sorted[sorted.length / 2] / 1e6, sorted[(int) Math.ceil(sorted.length * 0.99) - 1] / 1e6);
        }
    }

    /**
     * All figures of one size.
     *
     * @param pan at 100 %, where a part of the network is in sight
     * @param panAll with the whole network in sight, as far as the zoom allows
     * @param zoom between about 15 and 120 %
     * @param drag one node moves, at 60 %
     * @param drag100 a hundred nodes move together
     * @param open from the document to its first frame
     * @param layout tidy layout in the background, up to the edit
     * @param edit from a key to the end of drawing its frame
     * @param editFx the processor time of the JavaFX thread for that
     * @param historyMegabytes what 10,000 steps of undo hold
     */
    public record Result(
            int nodes,
            int wires,
            Pace pan,
            Pace panAll,
            Pace zoom,
            Pace drag,
            Pace drag100,
            Spread open,
            Spread layout,
            Spread edit,
            Spread editFx,
            double historyMegabytes) {}

    private CanvasBench(Catalog catalog, int nodes) {
        this.catalog = catalog;
        this.bench = new Workbench(catalog);
        this.canvas = new GraphCanvas(catalog);
        this.document = BenchGraph.of(nodes, catalog);
        this.hand = new Hand(canvas.lookup("#canvas-surface"));
        this.window = new BenchWindow(canvas, document, hand);
    }

    /** Lets the toolkit draw frames as fast as it can; before it is started. */
    public static void unbounded() {
        System.setProperty("javafx.animation.fullspeed", "true");
    }

    /** Measures a network of so many nodes; the toolkit runs, and the caller is not on its thread. */
    public static Result of(Catalog catalog, int nodes) {
        CanvasBench bench = CompletableFuture.supplyAsync(() -> new CanvasBench(catalog, nodes), FxThread::run)
                .join();
        return bench.measure();
    }

    private Result measure() {
        BenchWindow.fx(() -> window.show(bench));
        window.awaitSize();
        Spread open = open();
        Pace panAll = pan();
        BenchWindow.fx(() -> {
            canvas.zoomTo(1);
            canvas.reveal(BenchGraph.id(document.graph().nodes().size() / 2));
            bench.selection().clear();
        });
        Pace pan = pan();
        Pace zoom = zoom();
        BenchWindow.fx(() -> {
            canvas.zoomTo(0.6);
            canvas.reveal(BenchGraph.id(0));
        });
        Pace one = drag(1);
        Pace hundred = drag(Math.min(100, document.graph().nodes().size()));
        Edited edit = edit();
        Spread layout = layout();
        BenchWindow.fx(window::close);
        return new Result(
                document.graph().nodes().size(),
                document.graph().wires().size(),
                pan,
                panAll,
                zoom,
                one,
                hundred,
                open,
                layout,
                edit.clock,
                edit.processor,
                history());
    }

    private Pace pan() {
        BenchWindow.fx(() -> hand.press(MouseButton.MIDDLE, MIDDLE_X, MIDDLE_Y));
        Pace pace = window.frames(MEASURED, frame -> {
            double t = frame / 60.0;
            hand.drag(MouseButton.MIDDLE, MIDDLE_X + 900 * Math.sin(1.3 * t), MIDDLE_Y + 500 * (Math.cos(0.9 * t) - 1));
        });
        BenchWindow.fx(() -> hand.release(MouseButton.MIDDLE, MIDDLE_X, MIDDLE_Y));
        return pace;
    }

    /** In and out between about 15 and 120 %. */
    private Pace zoom() {
        Pace pace = window.frames(
                MEASURED, frame -> hand.scroll(MIDDLE_X, MIDDLE_Y, -20 * Math.sin(2 * Math.PI * frame / 120)));
        BenchWindow.fx(() -> canvas.zoomTo(1));
        return pace;
    }

    /** The first node is dragged, alone or with others that are selected. */
    private Pace drag(int count) {
        double[] at = new double[2];
        BenchWindow.fx(() -> {
            bench.selection().clear();
            for (int i = 0; i < count; i++) {
                bench.selection().add(BenchGraph.id(i));
            }
            Point2D start = canvas.placeOf(BenchGraph.id(0)).orElseThrow();
            at[0] = start.getX();
            at[1] = start.getY();
            hand.press(MouseButton.PRIMARY, at[0], at[1]);
        });
        Pace pace = window.frames(MEASURED, frame -> {
            double t = frame / 60.0;
            hand.drag(MouseButton.PRIMARY, at[0] + 300 + 250 * Math.sin(3 * t), at[1] + 250 + 200 * Math.cos(2 * t));
        });
        BenchWindow.fx(() -> {
            hand.release(MouseButton.PRIMARY, at[0] + 300, at[1] + 250);
            bench.undo();
        });
        return pace;
    }

    private record Edited(Spread clock, Spread processor) {}

    /** A key moves a node, the next one makes a copy of it, the next one deletes that. */
    private Edited edit() {
        BenchWindow.fx(() -> bench.select(BenchGraph.id(1)));
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        List<Long> nanos = new ArrayList<>();
        List<Long> worked = new ArrayList<>();
        long[] began = new long[2];
        boolean[] waiting = new boolean[1];
        Runnable drawn = () -> {
            if (waiting[0]) {
                waiting[0] = false;
                nanos.add(System.nanoTime() - began[0]);
                worked.add(threads.getCurrentThreadCpuTime() - began[1]);
            }
        };
        BenchWindow.fx(() -> canvas.getScene().addPostLayoutPulseListener(drawn));
        window.frames(EDITS, frame -> {
            began[0] = System.nanoTime();
            began[1] = threads.getCurrentThreadCpuTime();
            waiting[0] = true;
            switch (frame % 3) {
                case 0 -> Hand.key(canvas, KeyCode.DOWN, false);
                case 1 -> Hand.key(canvas, KeyCode.D, true);
                default -> {
                    Hand.key(canvas, KeyCode.DELETE, false);
                    bench.select(BenchGraph.id(1));
                }
            }
        });
        BenchWindow.fx(() -> canvas.getScene().removePostLayoutPulseListener(drawn));
        return new Edited(
                Spread.of(nanos.subList(BenchWindow.WARM, nanos.size())),
                Spread.of(worked.subList(BenchWindow.WARM, worked.size())));
    }

    private Spread open() {
        List<Long> nanos = new ArrayList<>();
        for (int i = 0; i < OPENINGS; i++) {
            BenchWindow.fx(() -> bench.open(Document.EMPTY));
            window.frames(1, frame -> {});
            Document fresh = BenchGraph.of(document.graph().nodes().size(), catalog); // the making is not the opening
            CompletableFuture<Long> drawn = new CompletableFuture<>();
            BenchWindow.fx(() -> {
                long began = System.nanoTime();
                bench.open(fresh);
                canvas.fitAll();
                FxThread.later(() -> BenchWindow.onNextFrame(() -> drawn.complete(System.nanoTime() - began)));
            });
            nanos.add(BenchWindow.inTime(drawn));
        }
        return Spread.of(nanos);
    }

    private Spread layout() {
        List<Long> nanos = new ArrayList<>();
        for (int i = 0; i < LAYOUTS; i++) {
            CompletableFuture<Long> tidied = new CompletableFuture<>();
            BenchWindow.fx(() -> {
                bench.open(BenchGraph.of(document.graph().nodes().size(), catalog));
                long began = System.nanoTime();
                canvas.onEditProperty().set(edit -> {
                    bench.apply(edit);
                    tidied.complete(System.nanoTime() - began);
                });
                canvas.tidy();
            });
            nanos.add(BenchWindow.inTime(tidied));
        }
        return Spread.of(nanos);
    }

    /** Moves and changes of single nodes in turn. */
    private double history() {
        History history = History.of(document);
        long before = used();
        for (int i = 0; i < STEPS; i++) {
            NodeId id = BenchGraph.id(i % document.graph().nodes().size());
            history = history.apply(
                    i % 2 == 0 ? Edits.move(Map.of(id, new Point(i + 1, -i - 1))) : Edits.rename(id, "renamed_" + i));
        }
        long after = used();
        if (history.undoLabels().size() != STEPS) {
            throw new IllegalStateException(
                    "Every step must be kept. Kept: " + history.undoLabels().size());
        }
        return (after - before) / 1e6;
    }

    @SuppressWarnings("PMD.DoNotCallGarbageCollectionExplicitly")
    private static long used() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
