package io.layerloom.engine;

import io.layerloom.engine.kit.DataException;
import io.layerloom.graph.Component;
import io.layerloom.graph.DataSchema;
import io.layerloom.graph.TrainingPlan;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The kinds of data that networks can be trained on, and how they are opened. */
public final class DataSources {

    private DataSources() {}

    /** Every kind in the order of the list: shipped sample, IDX folder, CSV table, labelled text. */
    public static List<DataSourceType> all() {
        return List.of();
    }

    /** The kind of this id; empty if this version does not know it. */
    public static Optional<DataSourceType> find(String id) {
        return all().stream().filter(type -> type.id().equals(id)).findFirst();
    }

    /**
     * Reads, checks and splits a data set.
     *
     * @throws DataException if a file is missing or holds something that cannot be trained on, with row and reason
     */
    public static Dataset open(Component data, TrainingPlan.Split split, long seed, SampleStore samples)
            throws DataException {
        throw new DataException("There is no data source of that name. Received: " + data.type());
    }

    /** What a data set holds, found quickly: headers and sizes are read, and as little more as will do. Answers are kept until a file changes. */
    public static DataSchema schema(Component data, SampleStore samples) throws DataException {
        throw new DataException("There is no data source of that name. Received: " + data.type());
    }

    /** The source that a file or folder most likely is, by its name and its first lines. */
    public static Component guess(Path fileOrFolder) throws DataException {
        throw new DataException("This is no data that Layerloom knows. Received: " + fileOrFolder);
    }
}
