package io.layerloom.engine;

import static io.layerloom.graph.language.Language.plural;
import static io.layerloom.graph.language.Language.tr;

import io.layerloom.engine.kit.OneDnn;
import java.util.Optional;

/** What computes a run, in words for people; can be told before a worker has started, because the worker decides by the same rules. */
public final class Backend {

    private static final String SEPARATOR = " · ";
    private static final String GPU = "GPU";

    private Backend() {}

    /** What computes in this process: "CPU · oneDNN", or "GPU · NVIDIA T4" in a worker that has woken a card. Loads nothing of the numerical library. */
    static String name() {
        return CardWorker.awake()
                .map(Backend::onCard)
                .orElseGet(() -> OneDnn.isAvailable() ? "CPU" + SEPARATOR + "oneDNN" : "CPU");
    }

    /** What computes on a card of this name: "GPU · NVIDIA T4". */
    public static String onCard(String card) {
        return GPU + SEPARATOR + card;
    }

    /** Whether what {@link RunEvent.Started} and {@link Provenance} call the back end is a card. */
    public static boolean isGpu(String name) {
        return name.startsWith(GPU);
    }

    /** What computes, with so many threads: "CPU · oneDNN · 2 threads"; on a card their number says nothing. */
    public static String words(String name, int threads) {
        return isGpu(name) ? name : name + SEPARATOR + plural(threads, "%,d thread", "%,d threads");
    }

    /**
     * What the next run would compute on without a card.
     *
     * @param threads how many are wanted; 0 for the fastest number, which is measured when the run starts
     */
    public static String expected(int threads) {
        int known = threads == 0 && Machine.cores() == 1 ? 1 : threads;
        return known == 0 ? name() + SEPARATOR + tr("threads: auto") : words(name(), known);
    }

    /** How many threads can compute at the same time on this machine, as far as this process may use it. */
    public static int mostThreads() {
        return Math.min(RunSpec.MOST_THREADS, Runtime.getRuntime().availableProcessors());
    }

    /** Said when a run goes on elsewhere than it began; empty if it does not. */
    static Optional<String> change(String began, String goesOn) {
        return began.isEmpty() || began.equals(goesOn)
                ? Optional.empty()
                : Optional.of(tr(
                        "This run began on %s and goes on on %s, so its numbers can differ in their last digits from those of a run in one go.",
                        began, goesOn));
    }
}
