package io.layerloom.codegen;

import java.util.List;

/** How an exported project reads its data: the settings of the reader that the training used. */
public sealed interface DataReading {

    /** Whether each example has a picture and a row of a table. */
    default boolean hasRow() {
        return this instanceof PictureTable || this instanceof Questions;
    }

    /** Images and labels in IDX files. */
    record Images() implements DataReading {}

    /**
     * Some classes of the images in IDX files.
     *
     * @param first the first class
     * @param last the last class
     * @param most how many examples of each class are there to be learned from
     */
    record ImagePart(int first, int last, int most) implements DataReading {}

    /**
     * A table in a CSV file.
     *
     * @param firstRow {@code AUTO}, {@code NAMES} or {@code VALUES}
     * @param target the column to predict; empty for the last one
     * @param task {@code AUTO}, {@code CLASSES} or {@code NUMBERS}
     * @param ignored columns that are left out
     */
    record Table(String file, String firstRow, String target, String task, List<String> ignored)
            implements DataReading {
        public Table {
            ignored = List.copyOf(ignored);
        }
    }

    /**
     * A table in a CSV file, in whose rows one column names a picture.
     *
     * @param picture that column
     * @param target the column to predict; empty for the last one
     * @param task {@code AUTO}, {@code CLASSES} or {@code NUMBERS}
     * @param ignored columns that are left out
     * @param side height and width in pixels to which the pictures are scaled
     */
    record PictureTable(String file, String picture, String target, String task, List<String> ignored, int side)
            implements DataReading {
        public PictureTable {
            ignored = List.copyOf(ignored);
        }
    }

    /**
     * Pictures of shapes with a question about each, which the project draws itself.
     *
     * @param count how many pictures
     * @param side height and width in pixels
     * @param seed for the random numbers behind them
     */
    record Questions(int count, int side, long seed) implements DataReading {}

    /**
     * Labelled texts, one a line.
     *
     * @param unit {@code CHARACTERS} or {@code WORDS}
     * @param maxLength characters or words that are read of a text
     * @param vocabulary how many of them are told apart
     */
    record Texts(String file, String unit, int maxLength, int vocabulary) implements DataReading {}

    /**
     * Pairs of texts, one a line.
     *
     * @param unit {@code EXACT}, {@code CHARACTERS} or {@code WORDS}
     * @param longestSource characters or words that are read of a source
     * @param sourceVocabulary how many of them are told apart
     * @param longestTarget characters or words that a target has at most
     * @param targetVocabulary how many of them are told apart, without the marks of beginning and end
     */
    record Pairs(
            String file, String unit, int longestSource, int sourceVocabulary, int longestTarget, int targetVocabulary)
            implements DataReading {}

    /**
     * Pictures of shapes with boxes or masks, which the project draws itself.
     *
     * @param count how many pictures
     * @param side height and width in pixels
     * @param most how many shapes a picture has at most
     * @param seed for the random numbers behind them
     * @param masked whether they have masks instead of boxes
     */
    record Shapes(int count, int side, int most, long seed, boolean masked) implements DataReading {}

    /**
     * A folder of pictures with boxes.
     *
     * @param side height and width in pixels to which they are scaled
     */
    record Boxes(int side) implements DataReading {}

    /**
     * A folder of pictures with masks.
     *
     * @param side height and width in pixels to which they are scaled
     */
    record Masks(int side) implements DataReading {}

    /**
     * A text without labels, in pieces.
     *
     * @param unit {@code EXACT}, {@code CHARACTERS} or {@code WORDS}
     * @param steps characters or words in a piece
     * @param vocabulary how many of them are told apart
     */
    record Corpus(String file, String unit, int steps, int vocabulary) implements DataReading {}
}
