package io.layerloom.engine;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How to start a worker: a Java program that calls {@link Worker#serve}. The engine puts its own variables for threads beside {@code environment}.
 *
 * @param command the program and its arguments, the first being the Java launcher; the engine inserts its own JVM options behind it
 * @param environment variables that the worker gets beside those of this process
 * @param archive of the classes that the worker maps instead of reading them, if the file is there; see {@link ClassArchive}
 */
public record WorkerCommand(List<String> command, Map<String, String> environment, Optional<Path> archive) {
    public WorkerCommand {
        if (command.isEmpty()) {
            throw new IllegalArgumentException("A worker needs a command. Received: " + command);
        }
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }

    /** A worker that reads its classes from their jars. */
    public WorkerCommand(List<String> command, Map<String, String> environment) {
        this(command, environment, Optional.empty());
    }

    /** The same with more options for its Java. */
    WorkerCommand options(List<String> options) {
        List<String> line = new ArrayList<>(command);
        line.addAll(1, options);
        return new WorkerCommand(line, environment, archive);
    }

    /** The same with jars in front of its class path, which is named by {@code -cp}. */
    WorkerCommand inFront(List<Path> jars) {
        int at = command.indexOf("-cp") + 1;
        if (jars.isEmpty() || at == 0 || at == command.size()) {
            return this;
        }
        List<String> line = new ArrayList<>(command);
        jars.stream()
                .map(Path::toString)
                .reduce((a, b) -> a + File.pathSeparator + b)
                .ifPresent(front -> line.set(at, front + File.pathSeparator + line.get(at)));
        // Classes that were archived for another class path are refused by Java anyway.
        return new WorkerCommand(line, environment);
    }

    /** The same with more variables. */
    WorkerCommand with(Map<String, String> more) {
        Map<String, String> all = new HashMap<>(environment);
        all.putAll(more);
        return new WorkerCommand(command, all, archive);
    }
}
