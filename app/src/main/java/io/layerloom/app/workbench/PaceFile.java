package io.layerloom.app.workbench;

import io.layerloom.graph.Pace;
import io.layerloom.graph.StepWork;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** How fast this machine trains, learned from one training to the next, and the file that keeps it. Losing it costs no more than the next training puts right. In the window it belongs to its thread. */
public final class PaceFile {

    private static final Logger LOG = Logger.getLogger(PaceFile.class.getName());
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** What stands in the file. */
    private record Kept(List<Pace.Training> trainings) {}

    private final Path file;
    private final ReadOnlyObjectWrapper<Optional<Pace>> pace;

    /** Reads what was learned; nothing where there is no file. */
    public PaceFile(Path file) {
        this.file = file;
        this.pace = new ReadOnlyObjectWrapper<>(read(file));
    }

    /** The pace as it becomes known; empty as long as nothing was measured or trained on this machine. */
    public ReadOnlyObjectProperty<Optional<Pace>> paceProperty() {
        return pace.getReadOnlyProperty();
    }

    /**
     * Learns from a training what a step took, on top of what other processes have learned meanwhile.
     *
     * @param measured seconds
     * @return the seconds that were foretold before; empty if nothing was known
     */
    public Optional<Double> learn(StepWork work, double measured) {
        Optional<Pace> former = read(file).or(pace::get);
        Pace next = former.map(known -> known.learn(work, measured)).orElseGet(() -> Pace.first(work, measured));
        pace.set(Optional.of(next));
        write(next);
        return former.map(known -> known.predict(work));
    }

    private static Optional<Pace> read(Path file) {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            Kept kept = JSON.readValue(Files.readString(file), Kept.class);
            return kept.trainings().isEmpty() ? Optional.empty() : Optional.of(new Pace(kept.trainings()));
        } catch (IOException | JacksonException | NullPointerException unreadable) {
            LOG.log(Level.WARNING, "The pace in " + file + " cannot be read; it will be measured anew.", unreadable);
            return Optional.empty();
        }
    }

    private void write(Pace learned) {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(part, JSON.writeValueAsString(new Kept(learned.trainings())));
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException unwritable) {
            LOG.log(Level.WARNING, "The pace cannot be written to " + file + ".", unwritable);
        }
    }
}
