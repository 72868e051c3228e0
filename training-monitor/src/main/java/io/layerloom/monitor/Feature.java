package io.layerloom.monitor;

import java.util.List;

/** A column of a table whose value a person can change to see what the network makes of it. */
public sealed interface Feature {

    /** The name of the column. */
    String name();

    /** A number between the least and the greatest that the data has. */
    record Numeric(String name, double least, double greatest, double initial) implements Feature {}

    /** One of the words that the data has. */
    record Choice(String name, List<String> words, String initial) implements Feature {
        public Choice {
            words = List.copyOf(words);
        }
    }
}
