package io.layerloom.engine;

import static io.layerloom.graph.language.Language.tr;

import io.layerloom.engine.kit.BoxFolder;
import io.layerloom.engine.kit.CsvTable;
import io.layerloom.engine.kit.DataException;
import io.layerloom.engine.kit.Idx;
import io.layerloom.engine.kit.LabelledText;
import io.layerloom.engine.kit.MaskFolder;
import io.layerloom.engine.kit.PictureTable;
import io.layerloom.engine.kit.RunningText;
import io.layerloom.engine.kit.TextPairs;
import io.layerloom.engine.kit.Vocabulary;
import io.layerloom.graph.Component;
import io.layerloom.graph.DataSchema;
import io.layerloom.graph.Labels;
import io.layerloom.graph.Param;
import io.layerloom.graph.Shape;
import io.layerloom.graph.TrainingPlan;
import io.layerloom.graph.Values;
import io.layerloom.graph.language.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** The kinds of data that networks can be trained on, and how they are opened. */
public final class DataSources {

    /** How many examples of each digit the shipped few digits have to learn from: too few to learn to read. */
    public static final int FEW_DIGITS = 10;

    /** How many pictures the shipped questions are about. */
    public static final int QUESTIONS = 6000;

    /** Their height and width in pixels. */
    public static final int QUESTION_SIDE = 28;

    private static final Map<Known, DataSchema> SCHEMAS = new ConcurrentHashMap<>();

    private DataSources() {}

    /** A data set as it was when its schema was found: files are told apart by time and size, and what ships with the program bears a name in the language of then. */
    private record Known(Component data, List<List<Object>> files, Language language) {}

    /** Every kind in the order of the list: shipped sample, IDX folder, pictures with boxes, pictures with masks, CSV table, pictures with rows, labelled text, pairs of texts, running text. */
    public static List<DataSourceType> all() {
        return DataSettings.ALL;
    }

    /** The kind of this id; empty if this version does not know it. */
    public static Optional<DataSourceType> find(String id) {
        return DataSettings.ALL.stream().filter(type -> type.id().equals(id)).findFirst();
    }

    /**
     * Reads, checks and splits a data set.
     *
     * @throws DataException if a file is missing or holds something that cannot be trained on, with row and reason
     */
    public static Dataset open(Component data, TrainingPlan.Split split, long seed, SampleStore samples)
            throws DataException {
        return load(data, split, seed, samples);
    }

    /** The data of a plan with what is to be learned from them. */
    static LoadedDataset load(TrainingPlan plan, SampleStore samples) throws DataException {
        Component data =
                plan.data().orElseThrow(() -> new DataException(tr("No data is chosen; choose some to train on.")));
        return load(data, plan.split(), plan.seed(), samples).toward(plan.objective(), plan.seed());
    }

    static LoadedDataset load(Component data, TrainingPlan.Split parts, long seed, SampleStore samples)
            throws DataException {
        return load(data, parts, seed, Optional.empty(), samples);
    }

    static LoadedDataset load(
            Component data, TrainingPlan.Split parts, long seed, Optional<InputEncoder> known, SampleStore samples)
            throws DataException {
        DataSource source = source(data, samples);
        DataSchema schema = schema(data, samples);
        return reading(schema.name(), () -> {
            DataSource.Loaded loaded = source.load(parts, seed, known);
            if (loaded.split().train().length == 0) {
                throw new DataException(tr(
                        "%s leaves no example to train on; hold back smaller parts of its %,d.",
                        schema.name(), schema.examples()));
            }
            return new LoadedDataset(schema, loaded);
        });
    }

    /** What a data set holds, found quickly: headers and sizes are read, and as little more as will do. Answers are kept until a file changes. */
    public static DataSchema schema(Component data, SampleStore samples) throws DataException {
        DataSource source = source(data, samples);
        Known known = new Known(data, stamps(data, samples), Language.current());
        DataSchema found = SCHEMAS.get(known);
        if (found == null) {
            found = reading(find(data.type()).map(DataSourceType::name).orElse(data.type()), source::schema);
            SCHEMAS.put(known, found);
        }
        return found;
    }

    /** By what a change of a data set's files is noticed: their times and sizes. What ships with the program has none. */
    public static List<List<Object>> stamps(Component data, SampleStore samples) throws DataException {
        return source(data, samples).files().stream().map(DataSources::stamp).toList();
    }

    private static List<Object> stamp(Path file) {
        try {
            return List.of(Files.getLastModifiedTime(file), Files.size(file));
        } catch (IOException e) {
            return List.of();
        }
    }

    /** The source that a file or folder most likely is, by its name and its first lines. */
    public static Component guess(Path fileOrFolder) throws DataException {
        return SourceGuess.of(fileOrFolder);
    }

    private static DataSource source(Component data, SampleStore samples) throws DataException {
        Values values = data.values();
        return switch (data.type()) {
            case "sample" -> ShippedSources.of(values, samples);
            case "idx" -> images(path(values, DataSettings.FOLDER));
            case "boxes" -> boxes(path(values, DataSettings.BOX_FOLDER), values);
            case "masks" -> masks(path(values, DataSettings.MASK_FOLDER), values);
            case "csv" -> table(path(values, DataSettings.FILE), values);
            case "picture_table" -> pictureTable(path(values, DataSettings.FILE), values);
            case "corpus" -> corpus(path(values, DataSettings.FILE), values);
            case "pairs" -> pairs(path(values, DataSettings.FILE), values);
            case "text" -> texts(path(values, DataSettings.FILE), values);
            default -> throw new DataException(tr("This version does not know the data source \"%s\".", data.type()));
        };
    }

    private static DataSource corpus(Path file, Values values) {
        Vocabulary.Unit unit =
                Vocabulary.Unit.valueOf(values.get(DataSettings.CORPUS_UNIT).name());
        int steps = values.get(DataSettings.STEPS);
        return new CorpusSource(
                String.valueOf(file.getFileName()),
                () -> RunningText.read(file, unit, steps),
                unit,
                steps,
                values.get(DataSettings.CORPUS_VOCABULARY),
                List.of(file));
    }

    private static DataSource images(Path folder) {
        List<Path> files =
                List.of("train-images-idx3-ubyte", "train-labels-idx1-ubyte", "t10k-images-idx3-ubyte").stream()
                        .flatMap(name -> List.of(folder.resolve(name), folder.resolve(name + ".gz")).stream())
                        .toList();
        return new ImageSource(String.valueOf(folder.getFileName()), Idx.source(folder), files);
    }

    private static DataSource boxes(Path folder, Values values) throws DataException {
        int side = values.get(DataSettings.SIDE);
        return new BoxSource(
                () -> {
                    BoxFolder found = BoxFolder.of(folder);
                    return new DataSchema(
                            String.valueOf(folder.getFileName()),
                            new Shape.Image(side, side, 3),
                            new Labels.Boxes(found.classNames()),
                            found.size());
                },
                () -> BoxFolder.of(folder).read(side),
                reading(
                        folder.toString(),
                        () -> Files.isDirectory(folder) ? BoxFolder.files(folder) : List.<Path>of()));
    }

    private static DataSource masks(Path folder, Values values) throws DataException {
        int side = values.get(DataSettings.SIDE);
        return new MaskSource(
                () -> {
                    MaskFolder found = MaskFolder.of(folder);
                    return new DataSchema(
                            String.valueOf(folder.getFileName()),
                            new Shape.Image(side, side, 3),
                            new Labels.Mask(found.classNames(), side, side),
                            found.size());
                },
                () -> MaskFolder.of(folder).read(side),
                reading(folder.toString(), () -> MaskFolder.files(folder)));
    }

    private static Set<String> ignored(Values values) {
        return Arrays.stream(values.get(DataSettings.IGNORE).split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toSet());
    }

    private static DataSource pictureTable(Path file, Values values) {
        CsvTable.Task task = CsvTable.Task.valueOf(values.get(DataSettings.TASK).name());
        String picture = values.get(DataSettings.PICTURE).strip();
        String target = values.get(DataSettings.TARGET).strip();
        int side = values.get(DataSettings.SIDE);
        TableSource.Reader sketch = () -> PictureTable.table(file, picture, target, task, ignored(values));
        return new PictureTableSource(
                String.valueOf(file.getFileName()),
                sketch,
                () -> PictureTable.read(file, picture, target, task, ignored(values), side),
                side,
                List.of(file));
    }

    private static DataSource table(Path file, Values values) {
        Set<String> ignored = ignored(values);
        CsvTable.Task task = CsvTable.Task.valueOf(values.get(DataSettings.TASK).name());
        CsvTable.FirstRow first =
                CsvTable.FirstRow.valueOf(values.get(DataSettings.FIRST_ROW).name());
        return new TableSource(
                String.valueOf(file.getFileName()),
                () -> CsvTable.read(file, first, values.get(DataSettings.TARGET).strip(), task, ignored),
                List.of(file));
    }

    private static DataSource texts(Path file, Values values) {
        return new TextSource(
                String.valueOf(file.getFileName()),
                () -> LabelledText.read(file),
                Vocabulary.Unit.valueOf(values.get(DataSettings.UNIT).name()),
                values.get(DataSettings.MAX_LENGTH),
                values.get(DataSettings.VOCABULARY),
                List.of(file));
    }

    private static DataSource pairs(Path file, Values values) {
        return new PairSource(
                String.valueOf(file.getFileName()),
                () -> TextPairs.read(file),
                Vocabulary.Unit.valueOf(values.get(DataSettings.PAIR_UNIT).name()),
                new PairSource.Side(
                        values.get(DataSettings.LONGEST_SOURCE), values.get(DataSettings.SOURCE_VOCABULARY)),
                new PairSource.Side(
                        values.get(DataSettings.LONGEST_TARGET), values.get(DataSettings.TARGET_VOCABULARY)),
                List.of(file));
    }

    private static Path path(Values values, Param<String> param) throws DataException {
        String text = values.get(param);
        if (text.isBlank()) {
            throw new DataException(
                    param.equals(DataSettings.FILE)
                            ? tr("No file is chosen; choose the file that holds the data.")
                            : tr("No folder is chosen; choose the folder that holds the data."));
        }
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw new DataException(e, tr("This is no path of a file or a folder. Received: %s", text));
        }
    }

    /** Something that reads files. */
    @FunctionalInterface
    interface Reading<T> {
        T read() throws IOException;
    }

    static <T> T reading(String what, Reading<T> work) throws DataException {
        try {
            return work.read();
        } catch (DataException e) {
            throw e;
        } catch (NoSuchFileException e) {
            throw new DataException(e, tr("There is no file %s. It may have been moved or renamed.", e.getFile()));
        } catch (IOException e) {
            throw new DataException(e, tr("%s cannot be read: %s.", what, String.valueOf(e.getMessage())));
        }
    }
}
