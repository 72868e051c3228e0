package io.layerloom.engine;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** One example to predict, in the terms of the data that a network was trained on. */
public sealed interface Input {

    /** An example as a question; empty for one that a network is not asked about by itself: with boxes, with a mask, or with a target. */
    static Optional<Input> of(Example.Content content) {
        if (content instanceof Example.Picture picture) {
            return Optional.of(new Numbers(picture.pixels()));
        }
        if (content instanceof Example.Cells cells) {
            return Optional.of(Row.of(cells));
        }
        if (content instanceof Example.PictureRow both) {
            return Optional.of(new Pair(new Numbers(both.picture().pixels()), Row.of(both.cells())));
        }
        return content instanceof Example.Sentence sentence ? Optional.of(new Text(sentence.text())) : Optional.empty();
    }

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

        static Row of(Example.Cells cells) {
            Map<String, String> row = new HashMap<>();
            for (int i = 0; i < cells.columns().size(); i++) {
                row.put(cells.columns().get(i), cells.cells().get(i));
            }
            return new Row(row);
        }
    }
}
