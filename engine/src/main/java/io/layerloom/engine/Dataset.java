package io.layerloom.engine;

import io.layerloom.graph.DataSchema;
import java.util.List;

/** A data set that has been read, checked and split. */
public interface Dataset {

    /** What it holds, as far as the design of a network depends on it. */
    DataSchema schema();

    /** The first examples of the training part, at most {@code n}. */
    List<Example> preview(int n);

    /** The first examples of the validation part, or else of the test part, at most {@code n}: what the network did not learn from. */
    List<Example> heldBack(int n);

    /** The first examples of a class in the test part, at most {@code n}: those that were measured once at the end. */
    List<Example> tested(String className, int n);

    /** Examples per class over all parts, or objects where these have boxes, or pictures with any such pixel where these have masks, in the order of the class names; empty where numbers are to be predicted. */
    List<Integer> classCounts();

    /** How many examples are trained on. */
    int trainSize();

    /** How many examples are measured after each epoch. */
    int validationSize();

    /** How many examples are measured once at the end. */
    int testSize();

    /** The SHA-256 of the examples, features and labels alike. */
    String sha256();
}
