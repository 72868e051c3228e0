package io.layerloom.engine;

import static io.layerloom.graph.language.Language.tr;

import io.layerloom.engine.kit.BoxFolder;
import io.layerloom.engine.kit.DataException;
import io.layerloom.engine.kit.Idx;
import io.layerloom.engine.kit.MaskFolder;
import io.layerloom.engine.kit.PictureTable;
import io.layerloom.engine.kit.TextPairs;
import io.layerloom.engine.kit.Vocabulary;
import io.layerloom.graph.Component;
import io.layerloom.graph.Values;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What kind of data a file or folder most likely is, by its name and its first lines. */
final class SourceGuess {

    private static final int LOOKED_AT = 200;
    private static final int FEWEST_PAIRS = 10;

    private SourceGuess() {}

    static Component of(Path fileOrFolder) throws DataException {
        if (Files.isDirectory(fileOrFolder)) {
            return ofFolder(fileOrFolder);
        }
        return DataSources.reading(fileOrFolder.toString(), () -> {
            try (BufferedReader in = Files.newBufferedReader(fileOrFolder)) {
                String first = Optional.ofNullable(in.readLine()).orElse("");
                boolean table = first.contains(",")
                        || first.contains(";")
                        || first.chars().filter(c -> c == '\t').count() > 1;
                boolean named = fileOrFolder.toString().toLowerCase(Locale.ROOT).endsWith(".csv");
                String type = named || (table && !first.contains("\t")) ? "csv" : "text";
                if (type.equals("text") && isOfPairs(fileOrFolder)) {
                    return pairs(fileOrFolder);
                }
                Optional<String> picture =
                        type.equals("csv") ? PictureTable.pictureColumn(fileOrFolder) : Optional.empty();
                if (picture.isPresent()) {
                    return new Component(
                            "picture_table",
                            Values.EMPTY
                                    .with(
                                            DataSettings.FILE,
                                            fileOrFolder
                                                    .toAbsolutePath()
                                                    .normalize()
                                                    .toString())
                                    .with(DataSettings.PICTURE, picture.get()));
                }
                return new Component(
                        type,
                        Values.EMPTY.with(
                                DataSettings.FILE,
                                fileOrFolder.toAbsolutePath().normalize().toString()));
            } catch (MalformedInputException e) {
                throw new DataException(
                        e,
                        tr(
                                "%s is no text in UTF-8. Give a folder of IDX files, a CSV file or a file of labelled texts.",
                                fileOrFolder.getFileName()));
            }
        });
    }

    /** Labels come again and again, sources hardly ever do. */
    private static boolean isOfPairs(Path file) throws IOException {
        try (Stream<String> lines = Files.lines(file)) {
            List<String> firsts = lines.filter(line -> !line.isBlank())
                    .limit(LOOKED_AT)
                    .map(line -> line.contains("\t") ? line.substring(0, line.indexOf('\t')) : "")
                    .toList();
            long different =
                    firsts.stream().filter(first -> !first.isEmpty()).distinct().count();
            return firsts.size() >= FEWEST_PAIRS && 2 * different > firsts.size();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** Pairs with as much room as the longest of them need, where the file can be read as a whole; whoever opens it says so otherwise. */
    private static Component pairs(Path file) throws IOException {
        Values values = Values.EMPTY.with(
                DataSettings.FILE, file.toAbsolutePath().normalize().toString());
        try {
            TextPairs pairs = TextPairs.read(file);
            values = values.with(DataSettings.LONGEST_SOURCE, longest(pairs.size(), pairs::source))
                    .with(DataSettings.LONGEST_TARGET, longest(pairs.size(), pairs::target));
        } catch (DataException faulty) {
            return new Component("pairs", values);
        }
        return new Component("pairs", values);
    }

    private static int longest(int rows, IntFunction<String> text) {
        return IntStream.range(0, rows)
                .map(row ->
                        Vocabulary.split(text.apply(row), Vocabulary.Unit.EXACT).size())
                .max()
                .orElse(1);
    }

    private static Component ofFolder(Path folder) throws DataException {
        return DataSources.reading(folder.toString(), () -> {
            if (Idx.has(Idx.source(folder), "train")) {
                return new Component(
                        "idx",
                        Values.EMPTY.with(
                                DataSettings.FOLDER,
                                folder.toAbsolutePath().normalize().toString()));
            }
            if (MaskFolder.isOne(folder)) {
                return new Component(
                        "masks",
                        Values.EMPTY.with(
                                DataSettings.MASK_FOLDER,
                                folder.toAbsolutePath().normalize().toString()));
            }
            if (BoxFolder.isOne(folder)) {
                return new Component(
                        "boxes",
                        Values.EMPTY.with(
                                DataSettings.BOX_FOLDER,
                                folder.toAbsolutePath().normalize().toString()));
            }
            try (var files = Files.list(folder)) {
                List<Path> tables = files.filter(file -> file.toString().matches("(?i).*\\.(csv|tsv)"))
                        .sorted()
                        .toList();
                if (tables.size() == 1) {
                    return of(tables.get(0));
                }
            }
            throw new DataException(tr(
                    "There is no data here that Layerloom knows, such as train-images-idx3-ubyte.gz, pictures with boxes or masks, or a single CSV file. Received: %s",
                    folder));
        });
    }
}
