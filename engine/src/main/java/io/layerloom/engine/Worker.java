package io.layerloom.engine;

/** The child process in which networks train and answer: commands come in on standard input, events go out on standard output, one JSON object a line. */
public final class Worker {

    private Worker() {}

    /** Serves commands until standard input ends; answers the exit status. To be called first thing in {@code main}, before anything writes to standard output. */
    public static int serve(EngineContext context) {
        return 0;
    }
}
