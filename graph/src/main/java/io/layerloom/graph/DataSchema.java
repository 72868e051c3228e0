package io.layerloom.graph;

import java.util.Optional;

/**
 * What a data set holds, as far as the design of a network depends on it.
 *
 * @param name what people call it, such as "MNIST digits"
 * @param features the shape of one example; of its first part, where examples are pairs
 * @param second the shape of the second part of a pair; empty where examples are no pairs
 * @param labels what is to be predicted
 * @param examples how many examples there are in all
 * @param ownTest how many of them are a test set that the data bring along; 0 if the test part is taken from all
 */
public record DataSchema(
        String name, Shape features, Optional<Shape> second, Labels labels, long examples, long ownTest) {

    /** A data set whose examples are no pairs. */
    public DataSchema(String name, Shape features, Labels labels, long examples, long ownTest) {
        this(name, features, Optional.empty(), labels, examples, ownTest);
    }

    /** A data set without a test set of its own. */
    public DataSchema(String name, Shape features, Labels labels, long examples) {
        this(name, features, labels, examples, 0);
    }

    /** The same data with other labels. */
    public DataSchema with(Labels other) {
        return new DataSchema(name, features, second, other, examples, ownTest);
    }

    /** The same data in pairs, with other labels. */
    DataSchema paired(Shape other, Labels ofPairs) {
        return new DataSchema(name, features, Optional.of(other), ofPairs, examples, ownTest);
    }

    /** How many examples are trained on, where a plan holds parts back. */
    public long trainedOn(TrainingPlan.Split split) {
        long rest = examples - (ownTest > 0 ? ownTest : Math.round(examples * split.test()));
        return rest - Math.round(rest * split.validation());
    }

    /** The shape of a part of an example; empty if there is no such part. */
    public Optional<Shape> part(LayerType.Part part) {
        return part == LayerType.Part.FIRST ? Optional.of(features) : second;
    }
}
