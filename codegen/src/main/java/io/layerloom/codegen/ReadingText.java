package io.layerloom.codegen;

import io.layerloom.graph.Objective;
import io.layerloom.graph.Shape;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How an exported program reads its data, and what its network is asked. */
final class ReadingText {

    /**
     * One example for the network, as it is asked on the command line.
     *
     * @param words what it is, for people
     * @param example one of them, for a shell
     */
    private record Question(String words, String example) {

        static final Question PICTURE = new Question("a picture file", "picture.png");
        static final Question NUMBERS = new Question("numbers", "0.1,0.2");
        static final Question TEXT = new Question("a text", "\"a text\"");
        static final Question ROW = new Question("a row of cells", "\"cell,cell,…\"");

        /** A second one of the same kind. */
        Question another() {
            String others = equals(NUMBERS) ? "others" : words.replaceFirst("^a ", "another ");
            return new Question(others, example.replace("picture", "other"));
        }
    }

    private final ExportRequest request;
    private final DataReading reading;

    ReadingText(ExportRequest request) {
        this.request = request;
        this.reading = request.reading();
    }

    void putInto(Gaps gaps) {
        putKind(gaps);
        putPlace(gaps);
        putSettings(gaps);
        gaps.put("dataSentence", sentence());
        Question question = question();
        gaps.put("question", question.words());
        gaps.put("inputExample", question.example());
        putOther(gaps, reading.hasRow() ? Question.ROW : question.another());
    }

    private void putKind(Gaps gaps) {
        gaps.flag("images", is(DataReading.Images.class, DataReading.ImagePart.class));
        gaps.flag("part", is(DataReading.ImagePart.class));
        gaps.flag("shapes", is(DataReading.Shapes.class));
        gaps.flag("boxes", is(DataReading.Boxes.class));
        gaps.flag("masks", is(DataReading.Masks.class));
        gaps.flag("shapeBoxes", reading instanceof DataReading.Shapes shapes && !shapes.masked());
        gaps.flag("shapeMasks", reading instanceof DataReading.Shapes shapes && shapes.masked());
        gaps.flag("table", is(DataReading.Table.class));
        gaps.flag("pictureTable", is(DataReading.PictureTable.class));
        gaps.flag("questions", is(DataReading.Questions.class));
        gaps.flag("rowed", reading.hasRow());
        gaps.flag("texts", is(DataReading.Texts.class));
        gaps.flag("corpus", is(DataReading.Corpus.class));
        gaps.flag("pairs", is(DataReading.Pairs.class));
        gaps.flag("tokens", is(DataReading.Texts.class, DataReading.Corpus.class));
        gaps.flag("question", is(DataReading.Texts.class) && (learns(Objective.SUPERVISED) || isOfPairs()));
        if (isOfSchemasImages()) {
            gaps.flag("grey", channels() == 1);
            gaps.flag("colours", channels() == 3);
            gaps.flag("pictures", hasPictures());
            gaps.flag("numbers", !hasPictures());
        }
    }

    /** Where the data lie: drawn by the program itself, copied beside it, or wherever the person says. */
    private void putPlace(Gaps gaps) {
        boolean drawn = is(DataReading.Shapes.class, DataReading.Questions.class);
        gaps.flag("drawn", drawn);
        gaps.flag("copied", !request.files().isEmpty());
        gaps.flag("elsewhere", request.files().isEmpty() && !drawn);
        gaps.flag(
                "named",
                is(
                        DataReading.Table.class,
                        DataReading.PictureTable.class,
                        DataReading.Texts.class,
                        DataReading.Pairs.class,
                        DataReading.Corpus.class));
    }

    private void putSettings(Gaps gaps) {
        if (reading instanceof DataReading.ImagePart classes) {
            gaps.put("firstClass", classes.first());
            gaps.put("lastClass", classes.last());
            gaps.put("mostOfClass", classes.most());
        } else if (reading instanceof DataReading.Shapes shapes) {
            gaps.put("pictureCount", shapes.count());
            gaps.put("pictureSide", shapes.side());
            gaps.put("mostShapes", shapes.most());
            gaps.put("shapeSeed", shapes.seed() + "L");
        } else if (reading instanceof DataReading.Boxes boxes) {
            gaps.put("pictureSide", boxes.side());
        } else if (reading instanceof DataReading.Masks masks) {
            gaps.put("pictureSide", masks.side());
        } else if (reading instanceof DataReading.Questions drawn) {
            gaps.put("pictureCount", drawn.count());
            gaps.put("pictureSide", drawn.side());
            gaps.put("shapeSeed", drawn.seed() + "L");
        } else if (reading instanceof DataReading.PictureTable table) {
            putFile(gaps, table.file());
            gaps.put("pictureColumn", ExprPrinter.quoted(table.picture()));
            gaps.put("pictureSide", table.side());
            putColumns(gaps, table.target(), table.task(), table.ignored());
        } else if (reading instanceof DataReading.Table table) {
            putFile(gaps, table.file());
            gaps.put("firstRow", table.firstRow());
            putColumns(gaps, table.target(), table.task(), table.ignored());
        } else if (reading instanceof DataReading.Texts texts) {
            putFile(gaps, texts.file());
            putTokens(gaps, texts.unit(), texts.maxLength(), texts.vocabulary());
        } else if (reading instanceof DataReading.Corpus corpus) {
            putFile(gaps, corpus.file());
            putTokens(gaps, corpus.unit(), corpus.steps(), corpus.vocabulary());
        } else if (reading instanceof DataReading.Pairs pairs) {
            putFile(gaps, pairs.file());
            gaps.put("unit", pairs.unit());
            gaps.put("longestSource", pairs.longestSource());
            gaps.put("sourceVocabulary", pairs.sourceVocabulary());
            gaps.put("longestTarget", pairs.longestTarget());
            gaps.put("targetVocabulary", pairs.targetVocabulary());
        }
    }

    private static void putFile(Gaps gaps, String file) {
        gaps.put("file", ExprPrinter.quoted(file));
        gaps.put("plainFile", file);
    }

    private static void putTokens(Gaps gaps, String unit, int longest, int vocabulary) {
        gaps.put("unit", unit);
        gaps.put("maxLength", longest);
        gaps.put("vocabulary", vocabulary);
    }

    private static void putColumns(Gaps gaps, String target, String task, List<String> ignored) {
        gaps.put("target", ExprPrinter.quoted(target));
        gaps.put("targetWords", target.isEmpty() ? "the last one" : "the target");
        gaps.put("task", task);
        gaps.put("ignored", ignored.stream().map(ExprPrinter::quoted).collect(Collectors.joining(", ")));
    }

    /** What is asked of the network together with the question, where it takes two. */
    private void putOther(Gaps gaps, Question other) {
        gaps.flag("paired", isOfPairs() || reading.hasRow());
        gaps.flag("withRow", reading.hasRow());
        gaps.put("other", other.words());
        gaps.put("otherExample", other.example());
    }

    private Question question() {
        if (isOfSchemasImages()) {
            return hasPictures() ? Question.PICTURE : Question.NUMBERS;
        }
        if (is(DataReading.Table.class)) {
            return Question.ROW;
        }
        return is(DataReading.Texts.class, DataReading.Pairs.class, DataReading.Corpus.class)
                ? Question.TEXT
                : Question.PICTURE;
    }

    /** Whether examples are of a shape that only the data themselves tell. */
    private boolean isOfSchemasImages() {
        return is(DataReading.Images.class, DataReading.ImagePart.class, DataReading.Shapes.class);
    }

    /** Grey ones and those of three colours can be drawn. */
    private boolean hasPictures() {
        return channels() == 1 || channels() == 3;
    }

    private long channels() {
        return request.schema().features() instanceof Shape.Image image ? image.channels() : 0;
    }

    private boolean isOfPairs() {
        return learns(Objective.SAME_CLASS);
    }

    private boolean learns(Objective objective) {
        return request.document().plan().objective() == objective;
    }

    private boolean is(Class<?>... any) {
        return Stream.of(any).anyMatch(kind -> kind.isInstance(reading));
    }

    private String sentence() {
        return String.format(
                Locale.ROOT,
                "%s: %,d examples, each %s",
                javadoc(request.schema().name()),
                request.schema().examples(),
                request.schema().features().described());
    }

    /** Foreign words that cannot end the comment that they stand in. */
    private static String javadoc(String text) {
        return text.replaceAll("\\R", " ").replace("*/", "* /").replace("\\u", "\\ u");
    }
}
