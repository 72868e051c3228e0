package io.layerloom.engine;

import io.layerloom.engine.kit.BoxFolder;
import io.layerloom.engine.kit.DataException;
import io.layerloom.engine.kit.Idx;
import io.layerloom.engine.kit.MaskFolder;
import io.layerloom.graph.Component;
import io.layerloom.graph.Values;
import java.io.BufferedReader;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What kind of data a file or folder most likely is, by its name and its first lines. */
final class SourceGuess {

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
                return new Component(
                        type,
                        Values.EMPTY.with(
                                DataSettings.FILE,
                                fileOrFolder.toAbsolutePath().normalize().toString()));
            } catch (MalformedInputException e) {
                throw new DataException(
                        fileOrFolder.getFileName()
                                + " is no text in UTF-8. Give a folder of IDX files, a CSV file or a file of labelled texts.",
                        e);
            }
        });
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
            throw new DataException("There is no data here that Layerloom knows, such as train-images-idx3-ubyte.gz"
                    + ", pictures with boxes or masks, or a single CSV file. Received: " + folder);
        });
    }
}
