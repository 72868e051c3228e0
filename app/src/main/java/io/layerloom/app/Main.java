package io.layerloom.app;

import io.layerloom.app.cli.LayerloomCommand;
import io.layerloom.app.cli.Surroundings;
import io.layerloom.app.workbench.AppHome;
import io.layerloom.engine.CardWorker;
import io.layerloom.engine.EngineContext;
import io.layerloom.engine.Launcher;
import io.layerloom.engine.Worker;
import io.layerloom.nodes.NodeLibrary;
import io.layerloom.samples.SampleData;

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
        // Pictures for print are drawn by Java's own graphics, which shall not look for a screen.
        System.setProperty("java.awt.headless", "true");
        EngineContext context = new EngineContext(NodeLibrary.CATALOG, SampleData::open);
        if (args.length == 1 && args[0].equals(WORKER)) {
            System.exit(Worker.serve(context));
        }
        CardWorker.keepToChoice();
        AppHome home = AppHome.ofUser();
        Launcher launcher = WorkerProcess.launcher(home);
        int code = LayerloomCommand.in(new Surroundings(context, launcher, home.pace(), Window::open, Window::start))
                .execute(args);
        if (code != LayerloomCommand.WINDOW_OPEN) {
            System.exit(code);
        }
    }
}
