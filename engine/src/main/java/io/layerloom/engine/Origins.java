package io.layerloom.engine;

import static io.layerloom.graph.language.Language.tr;

import io.layerloom.engine.kit.DataException;
import io.layerloom.graph.ProjectFile;
import io.layerloom.graph.TrainingPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Finds the run whose weights a training is to start from. */
public final class Origins {

    private Origins() {}

    /** The runs of a sample, wherever they are kept. */
    @FunctionalInterface
    public interface OfSample {
        /** The newest first. */
        List<RunFolder> runs(String sample) throws IOException;
    }

    /**
     * The folder of the run that a plan names: itself, or as the project or sample whose latest trained run is meant.
     *
     * @param start as {@link TrainingPlan#start} has it
     * @throws MissingOriginException if that project or sample has not been trained yet
     * @throws DataException if the run is not there or cannot be read, with a sentence for people
     */
    public static Path find(String start, OfSample samples) throws IOException {
        if (start.startsWith(TrainingPlan.SAMPLE)) {
            String sample = start.substring(TrainingPlan.SAMPLE.length());
            return latest(
                    samples.runs(sample),
                    start,
                    tr(
                            "The training starts from what the sample \"%s\" has learned, but that was not trained yet. Train it first.",
                            sample));
        }
        Path path;
        try {
            path = Path.of(start);
        } catch (InvalidPathException e) {
            throw new DataException(
                    tr("\"%s\" is no place where a run can lie. Choose another one to start from.", start));
        }
        if (start.endsWith(ProjectFile.EXTENSION)) {
            return latest(
                    RunFolder.list(besides(path)),
                    start,
                    tr(
                            "The training starts from the latest run of %s, but that was not trained yet. Train it first.",
                            path.getFileName()));
        }
        return Origin.readable(path).path();
    }

    /** Where the runs of a project lie. */
    public static Path besides(Path project) {
        String name = String.valueOf(project.getFileName());
        int dot = name.lastIndexOf('.');
        return project.resolveSibling((dot > 0 ? name.substring(0, dot) : name) + ".runs");
    }

    private static Path latest(List<RunFolder> runs, String start, String otherwise) throws IOException {
        Optional<RunFolder> found =
                runs.stream().filter(run -> Files.isRegularFile(run.weights())).findFirst();
        if (found.isEmpty()) {
            throw new MissingOriginException(start, otherwise);
        }
        return Origin.readable(found.get().path()).path();
    }
}
