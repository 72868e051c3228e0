package io.layerloom.graph;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The memory that the training of a network takes, in 32-bit numbers: its weights with their slopes and what the optimizer keeps of each, and for each example of a mini-batch what every layer gives and remembers with
 * the slopes along it, and what the layer works with that needs most for that. What the process takes by itself, some 370 MB, and the data set come on top.
 *
 * @param weights bytes for weights, their slopes and the optimizer, whatever the batch
 * @param perExample bytes for each example of a mini-batch
 * @param largest numbers of the largest array of one example
 */
public record TrainingMemory(long weights, long perExample, long largest) {

    /** Arrays of Java, and of the engine's libraries with it, count their numbers by an int and keep a few for themselves. */
    public static final int MOST_NUMBERS = Integer.MAX_VALUE - 8;

    /** Of a network; layers whose shapes are not known yet count for nothing, nor do those that lead to no output. */
    public static TrainingMemory of(Document document, Inference inference, Catalog catalog) {
        List<Inference.Report> reports =
                trained(inference).stream().map(inference::report).toList();
        Footprint all = reports.stream().map(Inference.Report::footprint).reduce(Footprint.NONE, Footprint::plus);
        int state = catalog.optimizer(document.plan().optimizer().type())
                .map(OptimizerType::state)
                .orElse(0);
        long numbers = reports.stream()
                .map(Inference.Report::count)
                .mapToLong(count -> count.trainable() * (2 + state) + count.frozen() + count.buffers())
                .sum();
        return new TrainingMemory(numbers * Float.BYTES, perExample(all), all.largest());
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

    /** Bytes for all but weights and optimizer, in mini-batches of a size. */
    public long activations(int batch) {
        return batch * perExample;
    }

    /** Bytes in all, in mini-batches of a size. */
    public long bytes(int batch) {
        return weights + activations(batch);
    }

    /** How many examples a mini-batch can have at most; 0 if there is not even room for one. */
    public int mostExamples(Capacity capacity) {
        long room = Math.max(0, capacity.bytes() - weights) / Math.max(1, perExample);
        return (int) Math.min(Math.min(room, MOST_NUMBERS / Math.max(1, largest)), Integer.MAX_VALUE);
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
