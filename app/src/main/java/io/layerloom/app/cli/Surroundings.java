package io.layerloom.app.cli;

import io.layerloom.engine.EngineContext;
import io.layerloom.engine.Launcher;
import io.layerloom.engine.WorkerCommand;
import io.layerloom.graph.language.Language;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/**
 * What the commands need of the program around them.
 *
 * @param launcher how to start the process that trains
 * @param pace the file that keeps how fast this machine trains
 * @param window opens the window, with a project and in a language where they are given; answers why it cannot, if it cannot
 * @param screen starts what draws windows; answers why there can be none, if there can be none
 */
public record Surroundings(
        EngineContext context,
        Launcher launcher,
        Path pace,
        BiFunction<Optional<Path>, Optional<Language>, Optional<String>> window,
        Supplier<Optional<String>> screen) {

    /** How to start the process that trains on the processor and answers questions. */
    WorkerCommand worker() {
        return launcher.cpu();
    }
}
