package io.layerloom.app.workbench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.function.UnaryOperator;
import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The settings and their file. Losing them is never worth more than a line in the log: the program goes on with what it has. */
public final class SettingsFile {

    private static final Logger LOG = Logger.getLogger(SettingsFile.class.getName());
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path file;
    private final ReadOnlyObjectWrapper<Settings> current;

    /** Reads the settings; begins with the initial ones where there are none. */
    public SettingsFile(Path file) {
        this.file = file;
        this.current = new ReadOnlyObjectWrapper<>(read(file));
    }

    /** The settings now. */
    public Settings get() {
        return current.get();
    }

    /** The settings as they change. */
    public ReadOnlyObjectProperty<Settings> currentProperty() {
        return current.getReadOnlyProperty();
    }

    /** Changes the settings and writes them. */
    public void update(UnaryOperator<Settings> change) {
        Settings after = change.apply(get());
        if (!after.equals(get())) {
            current.set(after);
            write(after);
        }
    }

    private static Settings read(Path file) {
        if (!Files.isRegularFile(file)) {
            return Settings.INITIAL;
        }
        try {
            return JSON.readValue(Files.readString(file), Settings.class);
        } catch (IOException | JacksonException | NullPointerException unreadable) {
            LOG.log(Level.WARNING, "The settings in " + file + " cannot be read; starting afresh.", unreadable);
            return Settings.INITIAL;
        }
    }

    private void write(Settings settings) {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(part, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(settings));
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException unwritable) {
            LOG.log(Level.WARNING, "The settings cannot be written to " + file + ".", unwritable);
        }
    }
}
