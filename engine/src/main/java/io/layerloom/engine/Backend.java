package io.layerloom.engine;

import io.layerloom.engine.kit.OneDnn;
import io.layerloom.graph.Document;
import io.layerloom.graph.Inference;

/** What computes a run, in words for people; can be told before a worker has started, because the worker decides by the same rules. */
public final class Backend {

    private static final String SEPARATOR = " · ";

    private Backend() {}

    /** What computes on this machine: "CPU · oneDNN". Loads nothing of the numerical library. */
    static String name() {
        return OneDnn.isAvailable() ? "CPU" + SEPARATOR + "oneDNN" : "CPU";
    }

    /** What computes, with so many threads: "CPU · oneDNN · 2 threads". */
    public static String words(String name, int threads) {
        return name + SEPARATOR + threads + (threads == 1 ? " thread" : " threads");
    }

    /** What a run of this document would compute on; the number of threads follows from the size of the network. */
    public static String expected(Document document, Inference inference) {
        boolean nothingYet = document.graph().nodes().isEmpty();
        return words(name(), nothingYet ? Machine.cores() : ThreadChoice.of(document, inference));
    }
}
