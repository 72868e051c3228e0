package io.layerloom.engine;

import static io.layerloom.graph.language.Language.tr;

import io.layerloom.engine.kit.CsvTable;
import io.layerloom.engine.kit.DataException;
import io.layerloom.engine.kit.LabelledText;
import io.layerloom.engine.kit.RunningText;
import io.layerloom.engine.kit.ShapePictures;
import io.layerloom.engine.kit.ShapeQuestions;
import io.layerloom.engine.kit.TextPairs;
import io.layerloom.engine.kit.Vocabulary;
import io.layerloom.graph.DataSchema;
import io.layerloom.graph.Labels;
import io.layerloom.graph.Shape;
import io.layerloom.graph.Values;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Set;

/** The data that ship with the program. */
final class ShippedSources {

    /** The longest shipped sentence has 22 characters or words, and the rarest fifth of them is left unknown. */
    private static final int SENTENCE_LENGTH = 24;

    private static final int SENTENCE_VOCABULARY = 1000;

    /** A fable has some 200 characters, of 36 different ones in all. */
    private static final int FABLE_STEPS = 64;

    private static final int FABLE_VOCABULARY = 40;

    /** Or some 60 words and marks, of 92 different ones in all. */
    private static final int FABLE_WORDS = 64;

    private static final int FABLE_WORD_VOCABULARY = 99;

    /** So many pictures of so many pixels squared, drawn each time they are needed. */
    private static final int SHAPE_PICTURES = 1500;

    private static final int SHAPE_SIDE = 64;

    /** What people write, with all its characters. */
    private static final PairSource.Side WRITTEN_DATES = new PairSource.Side(28, 60);

    /** Year, month and day in ten characters, of digits and a hyphen. */
    private static final PairSource.Side PLAIN_DATES = new PairSource.Side(10, 13);

    private ShippedSources() {}

    static DataSource of(Values values, SampleStore samples) throws DataException {
        Object plain = values.plain().get(DataSettings.NAME.key());
        DataSettings.SampleName name = plain == null
                ? DataSettings.NAME.initial()
                : DataSettings.NAME
                        .kind()
                        .read(String.valueOf(plain).replace('-', '_'))
                        .orElseThrow(() -> new DataException(tr(
                                "There is no shipped data set \"%s\". It must be %s.",
                                plain, DataSettings.NAME.kind().expected())));
        return switch (name) {
            case MNIST -> new ImageSource(name.label(), file -> open(samples, "mnist", file + ".gz"), List.of());
            case MNIST_LOW ->
                new ImagePartSource(
                        name.label(), file -> open(samples, "mnist", file + ".gz"), 0, 4, Integer.MAX_VALUE);
            case MNIST_HIGH ->
                new ImagePartSource(
                        name.label(), file -> open(samples, "mnist", file + ".gz"), 5, 9, DataSources.FEW_DIGITS);
            case IRIS -> new TableSource(name.label(), () -> iris(samples), List.of());
            case SENTIMENT_ZH -> sentences(name.label(), samples, "zh.tsv", Vocabulary.Unit.CHARACTERS);
            case SENTIMENT_EN -> sentences(name.label(), samples, "en.tsv", Vocabulary.Unit.WORDS);
            case FABLES -> fables(name.label(), samples, Vocabulary.Unit.EXACT, FABLE_STEPS, FABLE_VOCABULARY);
            case FABLES_WORDS ->
                fables(name.label(), samples, Vocabulary.Unit.WORDS, FABLE_WORDS, FABLE_WORD_VOCABULARY);
            case SHAPES ->
                new BoxSource(
                        () -> new DataSchema(
                                name.label(),
                                new Shape.Image(SHAPE_SIDE, SHAPE_SIDE, 3),
                                new Labels.Boxes(ShapePictures.KINDS),
                                SHAPE_PICTURES),
                        () -> ShapePictures.of(SHAPE_PICTURES, SHAPE_SIDE, ShapePictures.MOST, ShapePictures.SEED),
                        List.of());
            case SHAPES_MASKS ->
                new MaskSource(
                        () -> new DataSchema(
                                name.label(),
                                new Shape.Image(SHAPE_SIDE, SHAPE_SIDE, 3),
                                new Labels.Mask(ShapePictures.PIXEL_KINDS, SHAPE_SIDE, SHAPE_SIDE),
                                SHAPE_PICTURES),
                        () -> ShapePictures.masked(SHAPE_PICTURES, SHAPE_SIDE, ShapePictures.MOST, ShapePictures.SEED),
                        List.of());
            case DATES -> dates(name.label(), samples);
            case SHAPE_QUESTIONS ->
                new PictureTableSource(
                        name.label(),
                        () -> ShapeQuestions.of(DataSources.QUESTIONS, DataSources.QUESTION_SIDE, ShapePictures.SEED)
                                .table(),
                        () -> ShapeQuestions.of(DataSources.QUESTIONS, DataSources.QUESTION_SIDE, ShapePictures.SEED),
                        DataSources.QUESTION_SIDE,
                        List.of());
        };
    }

    private static CsvTable iris(SampleStore samples) throws IOException {
        try (InputStream in = open(samples, "iris", "iris.csv")) {
            return CsvTable.read(in, "iris.csv", "species", CsvTable.Task.CLASSES, Set.of());
        }
    }

    private static DataSource sentences(String name, SampleStore samples, String file, Vocabulary.Unit unit) {
        TextSource.Reader reader = () -> {
            try (InputStream in = open(samples, "sentiment", file)) {
                return LabelledText.read(in, file);
            }
        };
        return new TextSource(name, reader, unit, SENTENCE_LENGTH, SENTENCE_VOCABULARY, List.of());
    }

    private static DataSource fables(
            String name, SampleStore samples, Vocabulary.Unit unit, int steps, int vocabulary) {
        CorpusSource.Reader reader = () -> {
            try (InputStream in = open(samples, "fables", "fables.txt")) {
                return RunningText.read(in, "fables.txt", unit, steps);
            }
        };
        return new CorpusSource(name, reader, unit, steps, vocabulary, List.of());
    }

    private static DataSource dates(String name, SampleStore samples) {
        PairSource.Reader reader = () -> {
            try (InputStream in = open(samples, "dates", "dates.tsv")) {
                return TextPairs.read(in, "dates.tsv");
            }
        };
        return new PairSource(name, reader, Vocabulary.Unit.EXACT, WRITTEN_DATES, PLAIN_DATES, List.of());
    }

    private static InputStream open(SampleStore samples, String dataset, String file) throws IOException {
        try {
            return samples.open(dataset, file);
        } catch (IllegalArgumentException | FileNotFoundException e) {
            throw new NoSuchFileException(dataset + "/" + file);
        }
    }
}
