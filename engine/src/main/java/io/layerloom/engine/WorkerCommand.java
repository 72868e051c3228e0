package io.layerloom.engine;

import java.util.List;
import java.util.Map;

/**
 * How to start a worker: a Java program that calls {@link Worker#serve}. The engine puts its own variables for threads beside {@code environment}.
 *
 * @param command the program and its arguments, the first being the Java launcher; the engine inserts its own JVM options behind it
 * @param environment variables that the worker gets beside those of this process
 */
public record WorkerCommand(List<String> command, Map<String, String> environment) {
    public WorkerCommand {
        if (command.isEmpty()) {
            throw new IllegalArgumentException("A worker needs a command. Received: " + command);
        }
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }
}
