package io.layerloom.graph;

/**
 * What a data set holds, as far as the design of a network depends on it.
 *
 * @param name what people call it, such as "MNIST digits"
 * @param features the shape of one example
 * @param labels what is to be predicted
 * @param examples how many examples there are in all
 */
public record DataSchema(String name, Shape features, Labels labels, long examples) {}
