package io.layerloom.engine;

import io.layerloom.engine.kit.Batches;
import io.layerloom.engine.kit.BlasThreads;
import io.layerloom.engine.kit.DataException;
import io.layerloom.engine.kit.TeamSize;
import io.layerloom.engine.kit.TrainingStep;
import io.layerloom.engine.kit.Waiting;
import io.layerloom.graph.Catalog;
import io.layerloom.graph.Document;
import io.layerloom.graph.Inference;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.nd4j.linalg.api.rng.Random;
import org.nd4j.linalg.dataset.MultiDataSet;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Finds out how many threads train a network fastest, and how they had best wait for each other, by a few steps with one thread and with all, and with each way to wait. A second network takes these steps, so the one that is to be trained, its data
 * and its random numbers stay as they are.
 */
final class ThreadProbe {

    /** A network that takes less than this for a mini-batch is done before a second thread has woken. */
    private static final long WORTH_TRYING = 1_000_000;

    /** One that takes more has steps of a tenth of a second and longer, in which sharing never costs more than it gains. */
    private static final long CLEARLY_WORTH_IT = 1_000_000_000;

    private static final int FEWEST_ROUNDS = 3;
    private static final int ROUNDS = 18;
    /** For the numbers of threads, and as much again for the ways to wait. */
    private static final long BUDGET_NANOS = 300_000_000L;

    /**
     * For candidates that lie close together: the first steps run code that is still being compiled, and by threads that take the cores for themselves, so they speak for fewer threads than later steps do.
     */
    private static final long CLOSE_BUDGET_NANOS = 900_000_000L;

    private static final double CLOSE = 1.5;

    /** More threads must be so much faster to be taken, since they keep more of the machine busy. */
    private static final double GAIN = 0.95;

    private ThreadProbe() {}

    /**
     * A number of threads and a way in which they wait for each other, and why.
     *
     * @param millis what a step took with each number that was tried; empty if none was
     * @param waitingMillis what it took with this number and each way to wait; empty if none was tried
     */
    record Choice(int threads, Map<Integer, Double> millis, Waiting waiting, Map<Waiting, Double> waitingMillis) {

        Choice {
            millis = new TreeMap<>(millis);
            waitingMillis = new TreeMap<>(waitingMillis);
        }

        /** A choice that needs no measurement. */
        static Choice of(int threads) {
            return new Choice(threads, Map.of(), Waiting.LOOK_BRIEFLY, Map.of());
        }

        /** Lets this process compute so. What OpenBLAS may start by itself is set, too, because measuring the loss uses it. */
        void use() {
            TeamSize.use(threads);
            Nd4j.getEnvironment().setMaxThreads(threads);
            BlasThreads.use(threads);
            waiting.use();
        }
    }

    /** Chooses for the training of a document on these data. */
    static Choice of(Document document, Catalog catalog, LoadedDataset data) throws DataException {
        int[] train = data.loaded().split().train();
        if (train.length == 0) {
            return Choice.of(ThreadChoice.of(document, catalog));
        }
        BuiltNetwork shape = BuiltNetwork.of(document, catalog);
        shape.requireFits(data.schema());
        Batches batches = Batches.of(data.examples(), train, document.plan().batchSize(), shape.feed());
        return of(document, catalog, batches.get(0));
    }

    /** Chooses for the training of a document with mini-batches like this one. */
    static Choice of(Document document, Catalog catalog, MultiDataSet batch) throws DataException {
        long multiplyAdds = ThreadChoice.multiplyAdds(document, Inference.of(document.graph(), catalog));
        if (Machine.cores() == 1 || multiplyAdds < WORTH_TRYING || multiplyAdds > CLEARLY_WORTH_IT) {
            return Choice.of(ThreadChoice.of(document, catalog));
        }
        Random random = Nd4j.getRandom();
        long root = random.rootState();
        long node = random.nodeState();
        try {
            BuiltNetwork trial = BuiltNetwork.of(document, catalog);
            // Where DL4J computes, the environment decides how many threads do, and that is fixed by now.
            return trial.net().whyLeft(batch).isPresent()
                    ? Choice.of(ThreadChoice.of(document, catalog))
                    : measured(trial, batch);
        } finally {
            random.setStates(root, node);
        }
    }

    private static Choice measured(BuiltNetwork trial, MultiDataSet batch) {
        Map<Integer, Double> millis = measure(trial, batch, List.of(1, Machine.cores()));
        int threads = fastest(millis, 1);
        if (threads == 1) {
            return new Choice(1, millis, Waiting.LOOK_BRIEFLY, Map.of());
        }
        Map<Waiting, Double> waitingMillis = measureWaiting(trial, batch, threads);
        return new Choice(threads, millis, fastest(waitingMillis, Waiting.LOOK_BRIEFLY), waitingMillis);
    }

    /** What a step takes with each number of threads, in milliseconds. */
    static Map<Integer, Double> measure(BuiltNetwork trial, MultiDataSet batch, List<Integer> candidates) {
        int before = TeamSize.chosen();
        try {
            return measure(trial, batch, candidates, CLOSE_BUDGET_NANOS, TeamSize::use);
        } finally {
            TeamSize.use(before);
        }
    }

    /** What a step takes with so many threads and each way to wait, in milliseconds. */
    static Map<Waiting, Double> measureWaiting(BuiltNetwork trial, MultiDataSet batch, int threads) {
        int before = TeamSize.chosen();
        Waiting used = Waiting.chosen();
        try {
            TeamSize.use(threads);
            return measure(trial, batch, List.of(Waiting.values()), BUDGET_NANOS, Waiting::use);
        } finally {
            TeamSize.use(before);
            used.use();
        }
    }

    /** What a step takes in each way, in milliseconds: the median of the later half of some, in turn. */
    private static <T extends Comparable<T>> Map<T, Double> measure(
            BuiltNetwork trial, MultiDataSet batch, List<T> candidates, long closeBudget, Consumer<T> use) {
        long begun = System.nanoTime();
        Map<T, List<Double>> taken = new TreeMap<>();
        candidates.forEach(candidate -> taken.put(candidate, new ArrayList<>()));
        for (int round = 1; true; round++) {
            taken.forEach((candidate, all) -> {
                use.accept(candidate);
                all.add(step(trial, batch));
            });
            long spent = System.nanoTime() - begun;
            boolean enough = round >= FEWEST_ROUNDS && (round >= ROUNDS || spent > BUDGET_NANOS);
            if (enough && (spent > closeBudget || isClear(taken.values()))) {
                Map<T, Double> medians = new TreeMap<>();
                taken.forEach((candidate, all) -> medians.put(candidate, late(all)));
                return medians;
            }
        }
    }

    private static boolean isClear(Collection<List<Double>> taken) {
        double[] sorted = taken.stream().mapToDouble(ThreadProbe::late).sorted().toArray();
        return sorted[1] > CLOSE * sorted[0];
    }

    /** The median of the later half. */
    private static double late(List<Double> millis) {
        return median(millis.subList(millis.size() / 2, millis.size()));
    }

    private static double step(BuiltNetwork trial, MultiDataSet batch) {
        long begun = System.nanoTime();
        TrainingStep.take(trial.net(), batch);
        return (System.nanoTime() - begun) / 1e6;
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().skip(values.size() / 2).findFirst().orElse(Double.NaN);
    }

    /** The fastest, where one must be clearly faster than that which is usual, and one with more threads than the best with fewer. */
    static <T extends Comparable<T>> T fastest(Map<T, Double> millis, T usual) {
        T best = usual;
        for (Map.Entry<T, Double> entry : new TreeMap<>(millis).entrySet()) {
            if (entry.getValue() < GAIN * millis.getOrDefault(best, Double.POSITIVE_INFINITY)) {
                best = entry.getKey();
            }
        }
        return best;
    }
}
