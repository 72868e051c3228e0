package io.layerloom.app.cli;

import io.layerloom.engine.EngineContext;
import io.layerloom.engine.WorkerCommand;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;

/**
 * What the commands need of the program around them.
 *
 * @param worker how to start the process that trains
 * @param window opens the window, with a project where one is given; answers why it cannot, if it cannot
 */
public record Surroundings(
        EngineContext context, WorkerCommand worker, Function<Optional<Path>, Optional<String>> window) {}
