package io.layerloom.app.export;

import static io.layerloom.graph.language.Language.tr;

import io.layerloom.codegen.DataFile;
import io.layerloom.codegen.DataReading;
import io.layerloom.engine.DataSourceType;
import io.layerloom.engine.DataSources;
import io.layerloom.engine.kit.BoxFolder;
import io.layerloom.engine.kit.CsvTable;
import io.layerloom.engine.kit.MaskFolder;
import io.layerloom.engine.kit.PictureTable;
import io.layerloom.engine.kit.ShapePictures;
import io.layerloom.graph.Component;
import io.layerloom.graph.DataSchema;
import io.layerloom.graph.Labels;
import io.layerloom.graph.Param;
import io.layerloom.graph.Shape;
import io.layerloom.graph.Values;
import io.layerloom.samples.SampleData;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The data of a run as an exported project finds them.
 *
 * @param files what is copied; empty if that would be too much
 * @param folder where the data lie on this machine; empty for data that ship with the program
 * @param source authors, licence and origin, in Markdown
 * @param moved the data as the project names them in the export: below its folder {@code data}, whatever machine it is on
 */
record ExportData(DataReading reading, List<DataFile> files, Optional<Path> folder, String source, Component moved) {

    /** Larger data stay where they are. */
    private static final long MAX_BYTES = 64L << 20;

    /** The data of a training plan. */
    static ExportData of(Component data, DataSchema schema) throws IOException {
        return switch (data.type()) {
            case "sample" -> shipped(data, schema);
            case "idx" -> images(Path.of(text(data, "folder")), moved(data, "folder", "data"));
            case "boxes", "masks" -> {
                Path folder = Path.of(text(data, "folder"));
                boolean boxes = data.type().equals("boxes");
                int side = side(schema);
                yield pictures(
                        boxes ? new DataReading.Boxes(side) : new DataReading.Masks(side),
                        folder,
                        boxes ? BoxFolder.files(folder) : MaskFolder.files(folder),
                        moved(data, "folder", "data"));
            }
            case "csv" -> {
                Path file = Path.of(text(data, "file"));
                yield own(
                        new DataReading.Table(
                                name(file),
                                choice(data, "firstRow"),
                                text(data, "target").strip(),
                                choice(data, "task"),
                                ignored(data)),
                        List.of(file),
                        moved(data, "file", "data/" + name(file)));
            }
            case "picture_table" -> {
                Path file = Path.of(text(data, "file"));
                DataReading.PictureTable reading = new DataReading.PictureTable(
                        name(file),
                        text(data, "picture").strip(),
                        text(data, "target").strip(),
                        choice(data, "task"),
                        ignored(data),
                        side(schema));
                yield pictures(
                        reading,
                        file.toAbsolutePath().resolveSibling(""),
                        files(file, reading),
                        moved(data, "file", "data/" + name(file)));
            }
            case "text" -> {
                Path file = Path.of(text(data, "file"));
                yield own(
                        texts(name(file), choice(data, "unit"), schema),
                        List.of(file),
                        moved(data, "file", "data/" + name(file)));
            }
            case "pairs" -> {
                Path file = Path.of(text(data, "file"));
                yield own(
                        pairs(name(file), choice(data, "unit"), schema),
                        List.of(file),
                        moved(data, "file", "data/" + name(file)));
            }
            case "corpus" -> {
                Path file = Path.of(text(data, "file"));
                yield own(
                        corpus(name(file), choice(data, "unit"), schema),
                        List.of(file),
                        moved(data, "file", "data/" + name(file)));
            }
            default -> throw new IOException(tr("Data of the kind \"%s\" cannot be exported.", data.type()));
        };
    }

    private static List<String> ignored(Component data) throws IOException {
        return Arrays.stream(text(data, "ignore").split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
    }

    /** A table and its pictures; one that is named in several rows counts once, and one that lies elsewhere cannot be taken along. */
    private static List<Path> files(Path file, DataReading.PictureTable reading) throws IOException {
        CsvTable table = PictureTable.table(
                file,
                reading.picture(),
                reading.target(),
                CsvTable.Task.valueOf(reading.task()),
                Set.copyOf(reading.ignored()));
        Path whole = file.toAbsolutePath();
        List<Path> pictures = PictureTable.files(file, table, reading.picture()).stream()
                .map(Path::normalize)
                .distinct()
                .toList();
        for (Path picture : pictures) {
            if (!picture.startsWith(whole.resolveSibling("").normalize())) {
                throw new IOException(tr(
                        "The picture %s lies outside of the folder of its table. Put it there to export the project.",
                        picture));
            }
        }
        return Stream.concat(Stream.of(whole), pictures.stream()).toList();
    }

    private static Component moved(Component data, String key, String path) {
        Map<String, Object> values = new LinkedHashMap<>(data.values().plain());
        values.put(key, path);
        return data.with(new Values(values));
    }

    private static ExportData shipped(Component data, DataSchema schema) throws IOException {
        String name = String.valueOf(setting(data, "name")).toLowerCase(Locale.ROOT);
        return switch (name) {
            case "mnist" -> shipped(data, "mnist", new DataReading.Images(), SampleData.files("mnist"));
            case "mnist_low" ->
                shipped(data, "mnist", new DataReading.ImagePart(0, 4, Integer.MAX_VALUE), SampleData.files("mnist"));
            case "mnist_high" ->
                shipped(
                        data,
                        "mnist",
                        new DataReading.ImagePart(5, 9, DataSources.FEW_DIGITS),
                        SampleData.files("mnist"));
            case "iris" ->
                shipped(
                        data,
                        "iris",
                        new DataReading.Table("iris.csv", "NAMES", "species", "CLASSES", List.of()),
                        List.of("iris.csv"));
            case "sentiment_zh" -> shipped(data, "sentiment", texts("zh.tsv", "CHARACTERS", schema), List.of("zh.tsv"));
            case "sentiment_en" -> shipped(data, "sentiment", texts("en.tsv", "WORDS", schema), List.of("en.tsv"));
            case "fables" -> shipped(data, "fables", corpus("fables.txt", "EXACT", schema), SampleData.files("fables"));
            case "fables_words" ->
                shipped(data, "fables", corpus("fables.txt", "WORDS", schema), SampleData.files("fables"));
            case "dates" -> shipped(data, "dates", pairs("dates.tsv", "EXACT", schema), SampleData.files("dates"));
            case "shape_questions" ->
                shipped(
                        data,
                        "questions",
                        new DataReading.Questions(DataSources.QUESTIONS, DataSources.QUESTION_SIDE, ShapePictures.SEED),
                        List.of());
            case "shapes" -> shipped(data, "shapes", shapes(schema, false), List.of());
            case "shapes_masks" -> shipped(data, "shapes", shapes(schema, true), List.of());
            default -> throw new IOException(tr("The shipped data \"%s\" cannot be exported.", name));
        };
    }

    private static ExportData shipped(Component data, String dataset, DataReading reading, List<String> files)
            throws IOException {
        try (InputStream in = SampleData.open(dataset, SampleData.SOURCE)) {
            String source = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return new ExportData(
                    reading,
                    files.stream()
                            .map(file -> new DataFile(file, () -> SampleData.open(dataset, file)))
                            .toList(),
                    Optional.empty(),
                    source.replaceAll("(?m)^#", "###"),
                    data);
        }
    }

    private static DataReading shapes(DataSchema schema, boolean masked) throws IOException {
        if (schema.features() instanceof Shape.Image image) {
            return new DataReading.Shapes(
                    Math.toIntExact(schema.examples()),
                    Math.toIntExact(image.height()),
                    ShapePictures.MOST,
                    ShapePictures.SEED,
                    masked);
        }
        throw new IOException(tr("The pictures of %s are not read as images and cannot be exported.", schema.name()));
    }

    private static DataReading texts(String file, String unit, DataSchema schema) throws IOException {
        if (schema.features() instanceof Shape.Tokens tokens) {
            return new DataReading.Texts(
                    file, unit, Math.toIntExact(tokens.steps()), Math.toIntExact(tokens.vocabulary()));
        }
        throw new IOException(tr("The texts of %s are not read as tokens and cannot be exported.", schema.name()));
    }

    private static DataReading corpus(String file, String unit, DataSchema schema) throws IOException {
        if (schema.features() instanceof Shape.Tokens tokens) {
            return new DataReading.Corpus(
                    file, unit, Math.toIntExact(tokens.steps()), Math.toIntExact(tokens.vocabulary()));
        }
        throw new IOException(tr("The text of %s is not read as tokens and cannot be exported.", schema.name()));
    }

    private static DataReading pairs(String file, String unit, DataSchema schema) throws IOException {
        if (schema.features() instanceof Shape.Tokens source && schema.labels() instanceof Labels.Text text) {
            // The target's shape has the marks of its beginning and end.
            return new DataReading.Pairs(
                    file,
                    unit,
                    Math.toIntExact(source.steps()),
                    Math.toIntExact(source.vocabulary()),
                    Math.toIntExact(text.target().steps() - 1),
                    Math.toIntExact(text.target().vocabulary() - 2));
        }
        throw new IOException(tr("The texts of %s are not read as tokens and cannot be exported.", schema.name()));
    }

    private static int side(DataSchema schema) {
        return Math.toIntExact(((Shape.Image) schema.features()).height());
    }

    private static ExportData pictures(DataReading reading, Path folder, List<Path> files, Component moved)
            throws IOException {
        long bytes = 0;
        for (Path file : files) {
            bytes += Files.size(file);
        }
        List<DataFile> copied = files.stream()
                .map(file -> new DataFile(
                        folder.relativize(file).toString().replace(File.separatorChar, '/'),
                        () -> Files.newInputStream(file)))
                .toList();
        return new ExportData(
                reading,
                bytes > MAX_BYTES ? List.of() : copied,
                Optional.of(folder.toAbsolutePath()),
                "Data of the person who trained: %,d files. Whoever passes this project on should add authors and licence here."
                        .formatted(files.size()),
                moved);
    }

    private static ExportData images(Path folder, Component moved) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return own(
                    new DataReading.Images(),
                    all.filter(file -> name(file).matches("(train|t10k)-(images-idx[34]|labels-idx1)-ubyte(\\.gz)?"))
                            .sorted()
                            .toList(),
                    moved);
        }
    }

    private static ExportData own(DataReading reading, List<Path> files, Component moved) throws IOException {
        long bytes = 0;
        for (Path file : files) {
            bytes += Files.size(file);
        }
        String names = files.stream()
                .map(file -> "`" + name(file) + "`")
                .reduce((one, other) -> one + ", " + other)
                .orElse("no files");
        return new ExportData(
                reading,
                bytes > MAX_BYTES ? List.of() : files.stream().map(DataFile::of).toList(),
                files.stream().findFirst().map(Path::toAbsolutePath).map(Path::getParent),
                "Data of the person who trained: " + names
                        + ". Whoever passes this project on should add authors and licence here.",
                moved);
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    private static String text(Component data, String key) throws IOException {
        return String.valueOf(setting(data, key));
    }

    private static String choice(Component data, String key) throws IOException {
        return setting(data, key) instanceof Enum<?> option ? option.name() : text(data, key);
    }

    /** A setting of a data source by its key, read as the engine reads it. */
    private static Object setting(Component data, String key) throws IOException {
        return DataSources.find(data.type()).map(DataSourceType::params).orElse(List.of()).stream()
                .filter(param -> param.key().equals(key))
                .findFirst()
                .map(param -> value(data, param))
                .orElseThrow(() -> new IOException(tr("Data of the kind \"%s\" have no %s.", data.type(), key)));
    }

    private static <T> Object value(Component data, Param<T> param) {
        Object plain = data.values().plain().get(param.key());
        // The engine takes hyphens for underscores in names of shipped data.
        Object spelled = plain instanceof String text && param.key().equals("name") ? text.replace('-', '_') : plain;
        return spelled == null ? param.initial() : param.kind().read(spelled).orElse(param.initial());
    }
}
