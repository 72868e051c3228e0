package io.layerloom.app;

import io.layerloom.engine.WorkerCommand;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** How this program starts itself once more as the process that trains. */
final class WorkerProcess {

    private WorkerProcess() {}

    /** The same Java, the same class path, another word. */
    static WorkerCommand command() {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new WorkerCommand(
                List.of(java, "-cp", System.getProperty("java.class.path"), Main.class.getName(), Main.WORKER),
                Map.of());
    }
}
