package io.layerloom.app.bench;

import io.layerloom.app.bench.CanvasBench.Spread;
import io.layerloom.app.workbench.Workbench;
import io.layerloom.canvas.GraphCanvas;
import io.layerloom.graph.Catalog;
import io.layerloom.graph.Document;
import io.layerloom.graph.Inference;
import io.layerloom.themes.FxThread;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;

/** Measures how long a person waits for a project: reading its file, working out all shapes, and the way from the file to the first frame of a window. */
public final class OpeningBench {

    private static final int ROUNDS = 20;

    private final Catalog catalog;
    private final Callable<Document> file;
    private final Workbench bench;
    private final GraphCanvas canvas;
    private final BenchWindow window;

    /**
     * Of each, how long the first time took, when next to nothing is compiled, and median and 99th percentile of the times after it, in milliseconds.
     *
     * @param read from the file to the document
     * @param infer shapes, parameters and problems of the whole network, from nothing
     * @param open from the file to the first frame with the whole network in sight
     */
    public record Result(int layers, Times read, Times infer, Times open) {}

    /** Times of one thing that was done again and again. */
    public record Times(double first, Spread others) {
        static Times of(List<Long> nanos) {
            return new Times(nanos.get(0) / 1e6, Spread.of(nanos.subList(1, nanos.size())));
        }
    }

    private OpeningBench(Catalog catalog, Callable<Document> file) {
        this.catalog = catalog;
        this.file = file;
        this.bench = new Workbench(catalog);
        this.canvas = new GraphCanvas(catalog);
        this.window = new BenchWindow(canvas, Document.EMPTY, new Hand(canvas.lookup("#canvas-surface")));
    }

    /**
     * Measures a project; the toolkit runs, and the caller is not on its thread.
     *
     * @param file reads the project
     */
    public static Result of(Catalog catalog, Callable<Document> file) throws Exception {
        OpeningBench bench = CompletableFuture.supplyAsync(() -> new OpeningBench(catalog, file), FxThread::run)
                .join();
        return bench.measure();
    }

    private Result measure() throws Exception {
        List<Long> read = new ArrayList<>();
        List<Long> infer = new ArrayList<>();
        Document document = Document.EMPTY;
        for (int round = 0; round <= ROUNDS; round++) {
            long began = System.nanoTime();
            document = file.call();
            long known = System.nanoTime();
            Inference.of(document.graph(), catalog);
            read.add(known - began);
            infer.add(System.nanoTime() - known);
        }
        BenchWindow.fx(() -> window.show(bench));
        window.awaitSize();
        List<Long> open = new ArrayList<>();
        for (int round = 0; round <= ROUNDS; round++) {
            open.add(opened());
        }
        BenchWindow.fx(window::close);
        return new Result(document.graph().nodes().size(), Times.of(read), Times.of(infer), Times.of(open));
    }

    private long opened() throws Exception {
        BenchWindow.fx(() -> bench.open(Document.EMPTY));
        window.frames(1, frame -> {});
        CompletableFuture<Long> drawn = new CompletableFuture<>();
        long began = System.nanoTime();
        Document fresh = file.call();
        BenchWindow.fx(() -> {
            bench.open(fresh);
            canvas.fitAll();
            FxThread.later(() -> BenchWindow.onNextFrame(() -> drawn.complete(System.nanoTime() - began)));
        });
        return BenchWindow.inTime(drawn);
    }
}
