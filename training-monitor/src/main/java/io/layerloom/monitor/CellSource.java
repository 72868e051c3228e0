package io.layerloom.monitor;

import io.layerloom.engine.Example;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** Where the examples of a cell of a confusion matrix come from. */
@FunctionalInterface
public interface CellSource {

    /**
     * Looks for examples of a class, by its index, that the network takes for another one, or rightly for the same.
     *
     * @param most after so many the search ends
     * @param found gets each as it is found, on the JavaFX thread
     * @return completed on the JavaFX thread when the search ends, exceptionally with a sentence for people if it breaks off; one that is cancelled finds no more
     */
    CompletableFuture<Void> find(int actual, int predicted, int most, Consumer<Example> found);
}
