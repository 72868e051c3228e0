package io.layerloom.engine;

import static io.layerloom.graph.language.Language.tr;

import io.layerloom.graph.Labelled;
import io.layerloom.graph.Param;
import java.util.List;

/** The kinds of data and their settings, as files and editors have them. */
final class DataSettings {

    private DataSettings() {}

    /** The data sets that ship with the program. */
    enum SampleName implements Labelled {
        MNIST("MNIST digits"),
        MNIST_LOW("MNIST digits 0 to 4"),
        MNIST_HIGH("A few MNIST digits 5 to 9"),
        IRIS("Iris flowers"),
        SENTIMENT_ZH("Feeling of Chinese sentences"),
        SENTIMENT_EN("Feeling of English sentences"),
        FABLES("Little fables"),
        FABLES_WORDS("Little fables, word by word"),
        SHAPES("Shapes with boxes"),
        SHAPES_MASKS("Shapes with masks"),
        DATES("Dates as people write them"),
        SHAPE_QUESTIONS("Questions about shapes");

        private final String label;

        SampleName(String label) {
            this.label = label;
        }

        @Override
        public String label() {
            return tr(label);
        }
    }

    /** What a target column is taken for. */
    enum Task implements Labelled {
        AUTO("By its content"),
        CLASSES("Classes"),
        NUMBERS("Numbers"),
        NONE("Nothing, all columns are inputs");

        private final String label;

        Task(String label) {
            this.label = label;
        }

        @Override
        public String label() {
            return tr(label);
        }
    }

    /** What the first row of a table is. */
    enum FirstRow implements Labelled {
        AUTO("By its content"),
        NAMES("Names of the columns"),
        VALUES("Values");

        private final String label;

        FirstRow(String label) {
            this.label = label;
        }

        @Override
        public String label() {
            return tr(label);
        }
    }

    /** What texts are divided into. */
    enum Unit implements Labelled {
        CHARACTERS("Characters"),
        WORDS("Words"),
        EXACT("Characters as they stand");

        private final String label;

        Unit(String label) {
            this.label = label;
        }

        @Override
        public String label() {
            return tr(label);
        }
    }

    static final Param<SampleName> NAME = Param.choice("name", SampleName.MNIST)
            .label("Data set")
            .help("A small real data set that ships with the program; its page of sources names authors and licence.");
    static final Param<String> FOLDER = Param.folder("folder")
            .label("Folder")
            .help(
                    "Holds train-images-idx3-ubyte and train-labels-idx1-ubyte, each as it is or with .gz, and the same with t10k for the test part if there is one.");
    static final Param<String> BOX_FOLDER = Param.folder("folder")
            .label("Folder")
            .help(
                    "Holds PNG, JPEG or BMP files, each with a text file of the same name beside it, or two folders images and labels. The file classes.txt or obj.names has the names of the classes, one a line.");
    static final Param<String> MASK_FOLDER = Param.folder("folder")
            .label("Folder")
            .help(
                    "Holds a folder images with PNG, JPEG or BMP files, and a folder masks with a PNG file of the same name for each; JPEGImages and SegmentationClass, as PASCAL VOC has them, will do as well. The file classes.txt has the names of the classes, one a line, that of number 0 first.");
    static final Param<Integer> SIDE = Param.integer("side", 64, 8, 2048)
            .label("Height and width")
            .help("To how many pixels squared each picture is scaled, whatever its form is.");
    static final Param<String> FILE = Param.file("file").label("File");
    static final Param<FirstRow> FIRST_ROW = Param.choice("firstRow", FirstRow.AUTO)
            .label("First row")
            .help(
                    "Names of the columns, or values already; then the columns are called column 1, column 2 and so on. By its content: a number above a column of numbers is a value.");
    static final Param<String> TARGET = Param.text("target", "", 500)
            .label("Target column")
            .help("The column to predict, by its name in the first row. Left empty: the last one.");
    static final Param<Task> TASK = Param.choice("task", Task.AUTO)
            .label("Target holds")
            .help(
                    "Classes to tell apart, numbers to predict, or nothing where the network learns something else than labels. By its content: texts and up to 20 different whole numbers are classes.");
    static final Param<String> TARGET_SHOWN = TARGET.shownWhen(values -> values.get(TASK) != Task.NONE);
    static final Param<String> IGNORE = Param.text("ignore", "", 5000)
            .label("Leave out")
            .help("Names of columns to leave out, separated by commas, such as a number that only names the row.");
    static final Param<String> PICTURE = Param.text("picture", "picture", 500)
            .label("Picture column")
            .help(
                    "The column that names the picture of each row: a PNG, JPEG or BMP file, seen from the folder of the table.");
    static final Param<Unit> UNIT = Param.choice("unit", Unit.CHARACTERS)
            .label("Divide into")
            .help(
                    "Characters suit Chinese, Japanese and short texts; words suit languages that put blanks between them. Characters as they stand keep blanks and capitals.");
    static final Param<Integer> MAX_LENGTH = Param.integer("maxLength", 24, 1, 10_000)
            .label("Longest text")
            .help(
                    "How many characters or words of a text are read; shorter ones are padded and the padding is masked.");
    static final Param<Integer> VOCABULARY = Param.integer("vocabulary", 1000, 3, 1_000_000)
            .label("Vocabulary")
            .help(
                    "How many different characters or words the network knows, the most frequent first; 0 stands for padding and 1 for anything else.");

    static final Param<Unit> CORPUS_UNIT = Param.choice("unit", Unit.EXACT)
            .label("Divide into")
            .help(
                    "Characters as they stand, with blanks, capitals and line ends, let the network write a text that looks like what it read. Words make longer stretches fit, but need far more text.");
    static final Param<Integer> STEPS = Param.integer("steps", 64, 2, 10_000)
            .label("Steps of a piece")
            .help("How many characters or words the network reads at once; it cannot know of anything further back.");
    static final Param<Integer> CORPUS_VOCABULARY = Param.integer("vocabulary", 100, 3, 1_000_000)
            .label("Vocabulary")
            .help(
                    "How many different characters or words the network knows, the most frequent first; 0 stands for padding and 1 for anything else.");

    static final Param<Unit> PAIR_UNIT = Param.choice("unit", Unit.EXACT)
            .label("Divide into")
            .help(
                    "Characters as they stand, with blanks and capitals, suit short texts such as names, dates and numbers; words suit sentences, but need far more pairs.");
    static final Param<Integer> LONGEST_SOURCE = Param.integer("longestSource", 32, 1, 10_000)
            .label("Longest source")
            .help("How many characters or words of a source are read; the padding of shorter ones is masked.");
    static final Param<Integer> SOURCE_VOCABULARY = Param.integer("sourceVocabulary", 100, 3, 1_000_000)
            .label("Vocabulary of the sources")
            .help(
                    "How many different characters or words of sources the network knows, the most frequent first; 0 stands for padding and 1 for anything else.");
    static final Param<Integer> LONGEST_TARGET = Param.integer("longestTarget", 32, 1, 10_000)
            .label("Longest target")
            .help(
                    "How many characters or words a target has at most. A target enters the network with one step more, for the mark of its beginning.");
    static final Param<Integer> TARGET_VOCABULARY = Param.integer("targetVocabulary", 100, 3, 1_000_000)
            .label("Vocabulary of the targets")
            .help(
                    "How many different characters or words of targets the network knows, as for the sources. The marks of beginning and end are two more.");

    static final List<DataSourceType> ALL = List.of(
            new DataSourceType("sample", "Shipped data set", "A data set that ships with the program.", List.of(NAME)),
            new DataSourceType(
                    "idx",
                    "Images in IDX files",
                    "A folder of IDX files, the format of MNIST and its relatives.",
                    List.of(FOLDER)),
            new DataSourceType(
                    "boxes",
                    "Pictures with boxes",
                    "A folder of pictures with a box around each object, in the format of darknet and YOLO: for each picture a text file with a line for each box, class x y width height. All pictures are scaled to one square.",
                    List.of(BOX_FOLDER, SIDE)),
            new DataSourceType(
                    "masks",
                    "Pictures with masks",
                    "A folder of pictures with a mask for each, a PNG file whose palette or greys are the class numbers of the pixels, as in PASCAL VOC; 255 leaves a pixel out. All pictures are scaled to one square.",
                    List.of(MASK_FOLDER, SIDE)),
            new DataSourceType(
                    "csv",
                    "Table in a CSV file",
                    "A table in a text file, with the names of its columns in the first row or without. Numbers are standardised with the mean and deviation of the training part; texts become one input for each text.",
                    List.of(
                            FILE.help("A text file in UTF-8 with one row a line."),
                            FIRST_ROW,
                            TARGET_SHOWN,
                            TASK,
                            IGNORE)),
            new DataSourceType(
                    "picture_table",
                    "Pictures with rows",
                    "A table in a text file, in whose rows one column names a picture. Picture and row enter the network at two Inputs, the picture as the first part and the row as the second. All pictures are scaled to one square.",
                    List.of(
                            FILE.help("A text file in UTF-8 with one row a line, the names of the columns first."),
                            PICTURE,
                            TARGET_SHOWN,
                            TASK,
                            IGNORE,
                            SIDE)),
            new DataSourceType(
                    "text",
                    "Labelled texts",
                    "A text file with one example a line: the label, a tab, the text.",
                    List.of(
                            FILE.help("A text file in UTF-8: label, tab, text on each line."),
                            UNIT,
                            MAX_LENGTH,
                            VOCABULARY)),
            new DataSourceType(
                    "pairs",
                    "Pairs of texts",
                    "A text file with one pair a line: the source, a tab, the target that the network is to write for it, such as a sentence and its translation.",
                    List.of(
                            FILE.help("A text file in UTF-8: source, tab, target on each line."),
                            PAIR_UNIT,
                            LONGEST_SOURCE,
                            SOURCE_VOCABULARY,
                            LONGEST_TARGET,
                            TARGET_VOCABULARY)),
            new DataSourceType(
                    "corpus",
                    "Running text",
                    "A text file in UTF-8 without labels, cut into pieces from which the network learns what comes next.",
                    List.of(FILE.help("A text file in UTF-8."), CORPUS_UNIT, STEPS, CORPUS_VOCABULARY)));
}
