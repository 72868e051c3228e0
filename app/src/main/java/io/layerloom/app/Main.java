package io.layerloom.app;

import io.layerloom.engine.EngineContext;
import io.layerloom.engine.Worker;
import io.layerloom.graph.ProjectFile;
import io.layerloom.nodes.NodeLibrary;
import io.layerloom.samples.SampleData;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The entry point of Layerloom.
 *
 * <p>Not a JavaFX application itself: the Java launcher refuses such a class when JavaFX lies on the class path.
 */
public final class Main {

    /** The command with which the program starts itself as the process that trains. */
    static final String WORKER = "worker";

    private Main() {}

    /** Opens the window, or does what the command says. */
    public static void main(String[] args) {
        if (args.length == 1 && args[0].equals(WORKER)) {
            System.exit(Worker.serve(new EngineContext(NodeLibrary.CATALOG, SampleData::open)));
        }
        Optional<Path> project = Optional.of(args)
                .filter(words -> words.length == 1 && words[0].endsWith(ProjectFile.EXTENSION))
                .map(words -> Path.of(words[0]));
        Window.open(project).ifPresent(sentence -> {
            System.err.println(sentence);
            System.exit(1);
        });
    }
}
