package io.layerloom.app;

import io.layerloom.app.workbench.AppHome;
import io.layerloom.engine.ClassArchive;
import io.layerloom.engine.Launcher;
import io.layerloom.engine.WorkerCommand;
import io.layerloom.engine.gpu.CudaFolder;
import io.layerloom.engine.gpu.NvidiaSmi;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** How this program starts itself once more as the process that trains. */
final class WorkerProcess {

    private WorkerProcess() {}

    /** On the processor or on a card of this machine, with the libraries that are kept in a home. */
    static Launcher launcher(AppHome home) {
        WorkerCommand plain = command();
        WorkerCommand archived = new WorkerCommand(
                plain.command(),
                plain.environment(),
                ClassArchive.place(home.cache(), System.getProperty("java.class.path")));
        return new Launcher(archived, CudaFolder.of(home.cuda()), NvidiaSmi.ofMachine());
    }

    /** The same Java, the same class path, another word. */
    static WorkerCommand command() {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new WorkerCommand(
                List.of(java, "-cp", System.getProperty("java.class.path"), Main.class.getName(), Main.WORKER),
                Map.of());
    }
}
