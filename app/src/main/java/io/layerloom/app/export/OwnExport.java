package io.layerloom.app.export;

import static io.layerloom.graph.language.Language.tr;

import io.layerloom.codegen.DataFile;
import io.layerloom.codegen.DataReading;
import io.layerloom.engine.kit.BoxFolder;
import io.layerloom.engine.kit.CsvTable;
import io.layerloom.engine.kit.MaskFolder;
import io.layerloom.engine.kit.PictureTable;
import io.layerloom.graph.Component;
import io.layerloom.graph.DataSchema;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Data of the person who trained, as an exported project finds them. */
final class OwnExport {

    /** Larger data stay where they are. */
    private static final long MAX_BYTES = 64L << 20;

    private final SourceSettings settings;
    private final DataSchema schema;

    OwnExport(Component data, DataSchema schema) {
        this.settings = new SourceSettings(data);
        this.schema = schema;
    }

    ExportData data() throws IOException {
        String type = settings.data().type();
        return switch (type) {
            case "idx" -> images();
            case "boxes" -> pictures(new DataReading.Boxes(Readings.side(schema)), BoxFolder::files);
            case "masks" -> pictures(new DataReading.Masks(Readings.side(schema)), MaskFolder::files);
            case "csv" -> table();
            case "picture_table" -> pictureTable();
            case "text" -> single(Readings.texts(name(file()), settings.choice("unit"), schema));
            case "pairs" -> single(Readings.pairs(name(file()), settings.choice("unit"), schema));
            case "corpus" -> single(Readings.corpus(name(file()), settings.choice("unit"), schema));
            default -> throw new IOException(tr("Data of the kind \"%s\" cannot be exported.", type));
        };
    }

    private Path file() throws IOException {
        return Path.of(settings.text("file"));
    }

    private Path folder() throws IOException {
        return Path.of(settings.text("folder"));
    }

    private ExportData images() throws IOException {
        try (Stream<Path> all = Files.list(folder())) {
            return files(
                    new DataReading.Images(),
                    all.filter(file -> name(file).matches("(train|t10k)-(images-idx[34]|labels-idx1)-ubyte(\\.gz)?"))
                            .sorted()
                            .toList(),
                    movedFolder());
        }
    }

    /** What a folder holds of pictures and what belongs to them. */
    @FunctionalInterface
    private interface Listing {
        List<Path> of(Path folder) throws IOException;
    }

    private ExportData pictures(DataReading reading, Listing files) throws IOException {
        return tree(reading, folder(), files.of(folder()), movedFolder());
    }

    private ExportData table() throws IOException {
        DataReading reading = new DataReading.Table(
                name(file()),
                settings.choice("firstRow"),
                settings.text("target").strip(),
                settings.choice("task"),
                settings.ignored());
        return single(reading);
    }

    private ExportData pictureTable() throws IOException {
        DataReading.PictureTable reading = new DataReading.PictureTable(
                name(file()),
                settings.text("picture").strip(),
                settings.text("target").strip(),
                settings.choice("task"),
                settings.ignored(),
                Readings.side(schema));
        return tree(reading, file().toAbsolutePath().resolveSibling(""), files(file(), reading), movedFile());
    }

    /** Data in a single file. */
    private ExportData single(DataReading reading) throws IOException {
        return files(reading, List.of(file()), movedFile());
    }

    private Component movedFile() throws IOException {
        return settings.at("file", "data/" + name(file()));
    }

    private Component movedFolder() {
        return settings.at("folder", "data");
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

    /** Files in a folder and in folders below it. */
    private static ExportData tree(DataReading reading, Path folder, List<Path> files, Component moved)
            throws IOException {
        return new ExportData(
                reading,
                copied(
                        files,
                        file -> new DataFile(
                                folder.relativize(file).toString().replace(File.separatorChar, '/'),
                                () -> Files.newInputStream(file))),
                Optional.of(folder.toAbsolutePath()),
                "Data of the person who trained: %,d files. Whoever passes this project on should add authors and licence here."
                        .formatted(files.size()),
                moved);
    }

    /** Files side by side. */
    private static ExportData files(DataReading reading, List<Path> files, Component moved) throws IOException {
        String names = files.stream()
                .map(file -> "`" + name(file) + "`")
                .reduce((one, other) -> one + ", " + other)
                .orElse("no files");
        return new ExportData(
                reading,
                copied(files, DataFile::of),
                files.stream().findFirst().map(Path::toAbsolutePath).map(Path::getParent),
                "Data of the person who trained: " + names
                        + ". Whoever passes this project on should add authors and licence here.",
                moved);
    }

    /** What is copied of some files: all, or none where they are too large together. */
    private static List<DataFile> copied(List<Path> files, Function<Path, DataFile> copy) throws IOException {
        long bytes = 0;
        for (Path file : files) {
            bytes += Files.size(file);
        }
        return bytes > MAX_BYTES ? List.of() : files.stream().map(copy).toList();
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }
}
