package io.layerloom.app.workbench;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.input.KeyCombination;

/** The keys that a person gave to actions instead of those that they have by themselves, and the file that keeps them: one line for each, which can be edited by hand. */
public final class KeyMap {

    private static final Logger LOG = Logger.getLogger(KeyMap.class.getName());

    private final Path file;
    private final ReadOnlyObjectWrapper<Map<String, KeyCombination>> keys = new ReadOnlyObjectWrapper<>(Map.of());
    /** Lines that mean nothing to this version; they stay in the file until their action gets other keys. */
    private final Map<String, String> strange = new TreeMap<>();

    private boolean readable = true;

    /** Reads the file, if there is one. */
    public KeyMap(Path file) {
        this.file = file;
        read();
    }

    private void read() {
        if (!Files.isRegularFile(file)) {
            return;
        }
        Properties lines = new Properties();
        try (Reader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            lines.load(in);
        } catch (IOException | IllegalArgumentException unreadable) {
            LOG.log(
                    Level.WARNING,
                    "The keys in " + file + " cannot be read; going on with the usual ones.",
                    unreadable);
            readable = false;
            return;
        }
        Map<String, KeyCombination> read = new TreeMap<>();
        for (String action : lines.stringPropertyNames()) {
            String text = lines.getProperty(action, "");
            parse(text).ifPresentOrElse(combination -> read.put(action, combination), () -> strange.put(action, text));
        }
        keys.set(Map.copyOf(read));
    }

    private static Optional<KeyCombination> parse(String text) {
        try {
            return Optional.of(KeyCombination.valueOf(text));
        } catch (IllegalArgumentException unknown) {
            LOG.log(Level.WARNING, "There are no such keys: " + text, unknown);
            return Optional.empty();
        }
    }

    /** Gives keys to an action. */
    public void put(String action, KeyCombination combination) {
        change(action, now -> now.put(action, combination));
    }

    /** Lets an action have the keys again that it has by itself. */
    public void remove(String action) {
        change(action, now -> now.remove(action));
    }

    /** The keys as they change, by the ids of their actions. */
    public ReadOnlyObjectProperty<Map<String, KeyCombination>> keysProperty() {
        return keys.getReadOnlyProperty();
    }

    private void change(String action, Consumer<Map<String, KeyCombination>> change) {
        strange.remove(action);
        Map<String, KeyCombination> now = new TreeMap<>(keys.get());
        change.accept(now);
        keys.set(Map.copyOf(now));
        write();
    }

    private void write() {
        Properties lines = new Properties();
        lines.putAll(strange);
        keys.get().forEach((action, combination) -> lines.setProperty(action, combination.getName()));
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            try (Writer out = Files.newBufferedWriter(part, StandardCharsets.UTF_8)) {
                lines.store(out, "Keys of the canvas: action = keys");
            }
            if (!readable) {
                Files.move(
                        file,
                        file.resolveSibling(file.getFileName() + ".unreadable"),
                        StandardCopyOption.REPLACE_EXISTING);
                readable = true;
            }
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException unwritable) {
            LOG.log(Level.WARNING, "The keys cannot be written to " + file + ".", unwritable);
        }
    }
}
