package io.layerloom.engine.kit;

import java.util.List;

/** What is to be learned from {@link Examples}. */
sealed interface Lesson {

    /** The class of each example, if it has one. */
    default int[] classes() {
        return new int[0];
    }

    /** The classes that examples, objects or pixels belong to, if to any. */
    default List<String> classNames() {
        return List.of();
    }

    /** The objects of each picture, if there are any to find. */
    default List<List<Box>> boxes() {
        return List.of();
    }

    /** The class of each pixel, picture after picture and row by row, if it has one. */
    default byte[] masks() {
        return new byte[0];
    }

    /** Nothing, before it is said what. */
    record Nothing() implements Lesson {}

    record Classes(int[] classes, List<String> classNames) implements Lesson {}

    record Numbers(float[] values, int columns) implements Lesson {}

    record Objects(List<List<Box>> boxes, List<String> classNames) implements Lesson {}

    record Pixels(byte[] masks, List<String> classNames) implements Lesson {}

    record NextToken() implements Lesson {}

    /** What stood at steps that random numbers of this seed choose. */
    record MaskedToken(int mask, long seed) implements Lesson {}

    /**
     * What comes next in the second text of a pair.
     *
     * @param end the number of the token behind the last one
     */
    record TargetToken(int end) implements Lesson {}

    /**
     * Whether the two of a pair are of the same class.
     *
     * @param classes 1 where they are, 0 where not
     * @param seed of the random numbers that drew the pairs
     */
    record SameClass(ClassPairs pairs, int[] classes, long seed) implements Lesson {
        @Override
        public List<String> classNames() {
            return ClassPairs.NAMES;
        }
    }

    record Itself() implements Lesson {}

    /** Whether an example is one of these or was generated. */
    record Genuineness() implements Lesson {}
}
