package io.layerloom.engine.kit;

import java.util.Arrays;
import java.util.Optional;
import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.deeplearning4j.nn.conf.graph.PreprocessorVertex;
import org.deeplearning4j.nn.conf.graph.ReshapeVertex;
import org.deeplearning4j.nn.conf.graph.ScaleVertex;
import org.deeplearning4j.nn.conf.preprocessor.CnnToFeedForwardPreProcessor;
import org.deeplearning4j.nn.conf.preprocessor.FeedForwardToCnnPreProcessor;
import org.deeplearning4j.nn.conf.preprocessor.RnnToFeedForwardPreProcessor;

/** What lies between layers and leaves all numbers as and where they are: only the shape in which they are read changes. */
final class Passage {

    private Passage() {}

    /** A vertex of our own that is a passage. */
    interface Through {
        /** The shape in which the numbers of an example are read behind it. */
        long[] shapeBehind();
    }

    /** The shape behind a vertex, of one example; empty if it is more than a passage. */
    static Optional<long[]> behind(GraphVertex vertex, long[] given) {
        if (vertex instanceof PreprocessorVertex between) {
            return behind(between.getPreProcessor(), given);
        }
        if (vertex instanceof Through through) {
            return same(through.shapeBehind(), given);
        }
        if (vertex instanceof ScaleVertex scale && scale.getScaleFactor() == 1) {
            return Optional.of(given);
        }
        if (vertex instanceof ReshapeVertex reshape && reshape.getReshapeOrder() == 'c') {
            int[] sizes = reshape.getNewShape();
            return same(Arrays.stream(sizes).skip(1).asLongStream().toArray(), given);
        }
        return Optional.empty();
    }

    /** The shape behind what DL4J puts between two layers. */
    static Optional<long[]> behind(InputPreProcessor between, long[] given) {
        if (between.getClass() == CnnToFeedForwardPreProcessor.class) {
            return Optional.of(new long[] {elements(given)});
        }
        if (between instanceof FeedForwardToCnnPreProcessor unfolded) {
            return same(
                    new long[] {unfolded.getNumChannels(), unfolded.getInputHeight(), unfolded.getInputWidth()}, given);
        }
        if (between instanceof RnnToFeedForwardPreProcessor && given.length == 1) {
            // DL4J puts it behind layers that leave no steps, too, where it does nothing.
            return Optional.of(given);
        }
        return Optional.empty();
    }

    /** A shape, if it holds as many numbers as the one before. */
    private static Optional<long[]> same(long[] shape, long[] given) {
        return Optional.of(shape).filter(sizes -> elements(sizes) == elements(given));
    }

    private static long elements(long[] shape) {
        return Arrays.stream(shape).reduce(1, (a, b) -> a * b);
    }
}
