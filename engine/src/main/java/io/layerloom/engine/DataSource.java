package io.layerloom.engine;

import io.layerloom.engine.kit.Examples;
import io.layerloom.engine.kit.Split;
import io.layerloom.graph.DataSchema;
import io.layerloom.graph.TrainingPlan;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A data set that has been found but not read. */
interface DataSource {

    /** What it holds, found with as little reading as possible. */
    DataSchema schema() throws IOException;

    /**
     * Reads, checks and splits it.
     *
     * @param known how examples become numbers, where a trained network settles that; empty to learn it from the training part
     */
    Loaded load(TrainingPlan.Split parts, long seed, Optional<InputEncoder> known) throws IOException;

    /** The files behind it, whose changes make a schema outdated; none for what ships with the program. */
    List<Path> files();

    /** A data set in memory, with its parts and the way from an {@link Input} to the network. */
    record Loaded(Examples examples, Split split, InputEncoder encoder, Looks looks) {}

    /** How an example looks to people. */
    @FunctionalInterface
    interface Looks {
        Example.Content of(int row);
    }
}
