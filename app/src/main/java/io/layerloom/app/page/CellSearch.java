package io.layerloom.app.page;

import io.layerloom.app.workbench.Learned;
import io.layerloom.app.workbench.Oracle;
import io.layerloom.app.workbench.Tasks;
import io.layerloom.engine.Example;
import io.layerloom.engine.Input;
import io.layerloom.engine.SampleStore;
import io.layerloom.graph.Objective;
import io.layerloom.monitor.CellSource;
import io.layerloom.themes.FxThread;
import java.io.IOException;
import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** Finds the examples of a cell of a confusion matrix by asking the network again about those of a class in the test part: a run keeps how many there were, not which. */
final class CellSearch implements CellSource {

    /** Of a class with more examples than that, the first ones are asked about. */
    private static final int ASKED = 1000;

    private final Learned learned;
    private final SampleStore samples;
    private final Oracle oracle;
    private final Tasks tasks;

    private CellSearch(Learned learned, SampleStore samples, Oracle oracle, Tasks tasks) {
        this.learned = learned;
        this.samples = samples;
        this.oracle = oracle;
        this.tasks = tasks;
    }

    /** A search in the data of a run; empty where they cannot be read or hold nothing to be asked about one by one. */
    static Optional<CellSource> in(Learned learned, SampleStore samples, Oracle oracle, Tasks tasks) {
        boolean possible = learned.objective() == Objective.SUPERVISED
                && learned.examples().stream()
                        .limit(1)
                        .anyMatch(example -> Input.of(example.content()).isPresent());
        return possible ? Optional.of(new CellSearch(learned, samples, oracle, tasks)) : Optional.empty();
    }

    @Override
    public CompletableFuture<Void> find(int actual, int predicted, int most, Consumer<Example> found) {
        CompletableFuture<Void> search = new CompletableFuture<>();
        String name = learned.evaluation().classes().get(actual);
        tasks.of("Looking for examples of " + name, () -> Learned.tested(learned.run(), samples, name, ASKED))
                .onSuccess(examples -> ask(examples.iterator(), predicted, most, found, search))
                .onFailure(
                        IOException.class,
                        failure -> search.completeExceptionally(new IOException(Tasks.sentence(failure), failure)))
                .start();
        return search;
    }

    /** One after the other, so that somebody who draws a digit meanwhile does not wait for all. */
    private void ask(
            Iterator<Example> rest, int predicted, int left, Consumer<Example> found, CompletableFuture<Void> search) {
        if (search.isDone()) {
            return;
        }
        if (left == 0 || !rest.hasNext()) {
            search.complete(null);
            return;
        }
        Example example = rest.next();
        var unused = oracle.ask(Input.of(example.content()).orElseThrow())
                .whenComplete((values, failure) -> FxThread.run(() -> {
                    if (failure != null) {
                        search.completeExceptionally(failure);
                        return;
                    }
                    boolean hit = taken(values) == predicted;
                    if (hit && !search.isDone()) {
                        found.accept(example);
                    }
                    ask(rest, predicted, hit ? left - 1 : left, found, search);
                }));
    }

    /** The likeliest class; a single number is the probability of the second of two. */
    private static int taken(float[] values) {
        if (values.length == 1) {
            return values[0] >= 0.5 ? 1 : 0;
        }
        int best = 0;
        for (int at = 1; at < values.length; at++) {
            best = values[at] > values[best] ? at : best;
        }
        return best;
    }
}
