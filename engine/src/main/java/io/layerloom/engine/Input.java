package io.layerloom.engine;

import java.util.Map;

/** One example to predict, in the terms of the data that a network was trained on. */
public sealed interface Input {

    /** The numbers of an image (row by row, from 0 to 1) or of a vector. */
    record Numbers(float[] values) implements Input {}

    /** A text, divided and numbered as the training texts were. */
    record Text(String text) implements Input {}

    /** Two questions in one, for a network of two Inputs. */
    record Pair(Input first, Input second) implements Input {}

    /** Cells by column name, as they would stand in the table. */
    record Row(Map<String, String> columns) implements Input {
        public Row {
            columns = Map.copyOf(columns);
        }
    }
}
