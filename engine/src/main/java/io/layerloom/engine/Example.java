package io.layerloom.engine;

import java.util.List;

/**
 * One example of a data set in a form that people can look at.
 *
 * @param label its class, or its numbers separated by commas
 */
public record Example(String label, Content content) {

    /** What an example holds. */
    public sealed interface Content {}

    /** A picture, channel by channel and row by row, from 0 (black) to 1 (white). */
    public record Picture(int height, int width, int channels, float[] pixels) implements Content {}

    /** A picture with boxes around the objects on it. */
    public record Scene(Picture picture, List<Found> objects) implements Content {
        public Scene {
            objects = List.copyOf(objects);
        }
    }

    /** A picture with the class of each of its pixels. */
    public record Masked(Picture picture, Mask mask) implements Content {}

    /** A picture and the cells of its row in a table. */
    public record PictureRow(Picture picture, Cells cells) implements Content {}

    /** A text. */
    public record Sentence(String text) implements Content {}

    /** A text and the target that belongs to it. */
    public record Pair(String source, String target) implements Content {}

    /** The cells of a row of a table, without the target. */
    public record Cells(List<String> columns, List<String> cells) implements Content {
        public Cells {
            columns = List.copyOf(columns);
            cells = List.copyOf(cells);
        }
    }
}
