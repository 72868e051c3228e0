package io.layerloom.graph;

import java.util.List;
import java.util.function.Consumer;

/** Finds ways out of problems; at once, or a little later where each way takes a while to be tried. */
@FunctionalInterface
public interface RemedyFinder {

    /** Hands the ways out of a problem on, on the thread that asked; never, if the document has changed before they were found. */
    void find(Problem problem, Consumer<List<Remedy>> then);
}
