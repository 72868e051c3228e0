package io.layerloom.graph;

/**
 * What a data set holds, as far as the design of a network depends on it.
 *
 * @param name what people call it, such as "MNIST digits"
 * @param features the shape of one example
 * @param labels what is to be predicted
 * @param examples how many examples there are in all
 * @param ownTest how many of them are a test set that the data bring along; 0 if the test part is taken from all
 */
public record DataSchema(String name, Shape features, Labels labels, long examples, long ownTest) {

    /** A data set without a test set of its own. */
    public DataSchema(String name, Shape features, Labels labels, long examples) {
        this(name, features, labels, examples, 0);
    }

    /** The same data with other labels. */
    public DataSchema with(Labels other) {
        return new DataSchema(name, features, other, examples, ownTest);
    }
}
