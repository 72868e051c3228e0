package io.layerloom.graph;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;

/**
 * The memory that the training of a network takes, in 32-bit numbers: its weights with their slopes and what the optimizer keeps of each, and for each example of a mini-batch what every layer gives and remembers with
 * the slopes along it, and what the layer works with that needs most for that.
 *
 * <p>On the processor, each thread adds up slopes for itself; the weights of convolutions lie once more in the order of the library that convolves, forward and backward, and their slopes as well; a second network is made to find out
 * how many threads are best; and a checkpoint gathers weights and optimizer in the heap of Java. What lies in that heap takes twice its size, since it is swept only when full: checkpoints, and the numbers of all layers but those that
 * give images, which lie outside. Of six networks whose process was measured to take 1 to 10 GB at its peak, five took within a seventh of this, and a language model that trained for a moment only two thirds of it. The data set comes on top.
 *
 * @param fixed bytes for weights and optimizer, whatever the batch
 * @param perThread bytes for each thread that computes
 * @param threads how many do, of at least as many examples
 * @param own bytes of the process itself
 * @param perExample bytes for each example of a mini-batch
 * @param largest numbers of the largest array of one example
 */
public record TrainingMemory(long fixed, long perThread, int threads, long own, long perExample, long largest) {

    /** Arrays of Java, and of the engine's libraries with it, count their numbers by an int and keep a few for themselves. */
    public static final int MOST_NUMBERS = Integer.MAX_VALUE - 8;

    /** How much of a heap there is for each byte that lies in it. */
    private static final int HEAP = 2;

    /** Of a network; layers whose shapes are not known yet count for nothing, nor do those that lead to no output. */
    public static TrainingMemory of(Document document, Inference inference, Catalog catalog, Capacity capacity) {
        List<Inference.Report> reports =
                trained(inference).stream().map(inference::report).toList();
        int state = catalog.optimizer(document.plan().optimizer().type())
                .map(OptimizerType::state)
                .orElse(0);
        long learned = sum(reports, report -> report.count().trainable());
        long all = learned
                + sum(
                        reports,
                        report -> report.count().frozen() + report.count().buffers());
        long largest = reports.stream()
                .mapToLong(report -> report.footprint().largest())
                .max()
                .orElse(0);
        long perExample = perExample(footprint(reports, report -> !inHeap(report, capacity)))
                + HEAP * perExample(footprint(reports, report -> inHeap(report, capacity)));
        if (capacity.processor().isEmpty()) {
            return new TrainingMemory(Float.BYTES * (all + learned * (1 + state)), 0, 0, 0, perExample, largest);
        }
        long convolved =
                sum(reports, report -> givesImages(report) ? report.count().trainable() : 0);
        // A training that stops early keeps its best weights, and its checkpoints hold them, too.
        int best = document.plan().earlyStopping().enabled() ? 1 : 0;
        long checkpoint = (1 + best) * all + state * learned;
        return new TrainingMemory(
                Float.BYTES * ((2 + best) * all + state * learned + 2 * convolved + HEAP * checkpoint),
                Float.BYTES * (all + convolved),
                capacity.processor().get().threads(),
                capacity.processor().get().own(),
                perExample,
                largest);
    }

    private static long sum(List<Inference.Report> reports, ToLongFunction<Inference.Report> numbers) {
        return reports.stream().mapToLong(numbers).sum();
    }

    private static Footprint footprint(List<Inference.Report> reports, Predicate<Inference.Report> which) {
        return reports.stream().filter(which).map(Inference.Report::footprint).reduce(Footprint.NONE, Footprint::plus);
    }

    private static boolean givesImages(Inference.Report report) {
        return report.output().filter(Shape.Image.class::isInstance).isPresent();
    }

    private static boolean inHeap(Inference.Report report, Capacity capacity) {
        return capacity.processor().isPresent() && !givesImages(report);
    }

    /** The layers that are trained: those that lead to an output. */
    static Set<NodeId> trained(Inference inference) {
        Set<NodeId> ids = new LinkedHashSet<>(inference.reports().keySet());
        inference.problems().stream()
                .filter(problem -> problem.cause() == Problem.Cause.UNUSED)
                .forEach(problem -> problem.node().ifPresent(ids::remove));
        return ids;
    }

    /** Bytes that a layer takes for each example: what it keeps with the slopes along it, what it notes, and what it works with. */
    public static long perExample(Footprint footprint) {
        return Float.BYTES * (2 * footprint.kept() + footprint.noted() + footprint.working());
    }

    /** Bytes that a layer takes for each example where such a capacity trains. */
    static long perExample(Inference.Report report, Capacity capacity) {
        return (inHeap(report, capacity) ? HEAP : 1) * perExample(report.footprint());
    }

    /** Bytes for weights with their slopes, optimizer and checkpoint, in mini-batches of a size. */
    public long weights(int batch) {
        return fixed + Math.min(threads, batch) * perThread;
    }

    /** Bytes for what layers hold of the examples, in mini-batches of a size. */
    public long activations(int batch) {
        return batch * perExample;
    }

    /** Bytes in all, in mini-batches of a size. */
    public long bytes(int batch) {
        return own + weights(batch) + activations(batch);
    }

    /** How many examples a mini-batch can have at most; 0 if there is not even room for one. */
    public int mostExamples(Capacity capacity) {
        long room = Math.max(0, capacity.bytes() - own - fixed);
        long most = Math.max(0, room - threads * perThread) / Math.max(1, perExample);
        if (most < threads) {
            most = room / Math.max(1, perThread + perExample);
        }
        return (int) Math.min(Math.min(most, MOST_NUMBERS / Math.max(1, largest)), Integer.MAX_VALUE);
    }

    /** An amount of memory in words: {@code 850 KB}, {@code 12 MB}, {@code 11.4 GB}, {@code 222 GB}; powers of 1024. */
    public static String words(long bytes) {
        double rest = bytes / 1024.0;
        String[] units = {"KB", "MB", "GB", "TB"};
        int unit = 0;
        while (rest >= 999.5 && unit < units.length - 1) {
            rest /= 1024;
            unit++;
        }
        return String.format(Locale.ROOT, rest < 99.95 && unit > 1 ? "%.1f %s" : "%,.0f %s", rest, units[unit]);
    }
}
