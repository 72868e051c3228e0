package io.layerloom.app.cli;

import io.layerloom.engine.EngineContext;
import io.layerloom.engine.Launcher;
import io.layerloom.engine.WorkerCommand;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What the commands need of the program around them.
 *
 * @param launcher how to start the process that trains
 * @param window opens the window, with a project where one is given; answers why it cannot, if it cannot
 * @param screen starts what draws windows; answers why there can be none, if there can be none
 */
public record Surroundings(
        EngineContext context,
        Launcher launcher,
        Function<Optional<Path>, Optional<String>> window,
        Supplier<Optional<String>> screen) {

    /** How to start the process that trains on the processor and answers questions. */
    WorkerCommand worker() {
        return launcher.cpu();
    }
}
