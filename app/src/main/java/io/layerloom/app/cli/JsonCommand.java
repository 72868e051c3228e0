package io.layerloom.app.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** A command that answers people in words, or with {@code --json} programs on the last line of standard output; people may then follow on standard error. */
abstract class JsonCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Option(names = "--json", description = "Print one JSON object as the last line of standard output.")
    private boolean json;

    private boolean answered;

    /** Does the work; the answer is the exit code. */
    @Override
    public abstract Integer call() throws Exception;

    /** The call that this command is a part of. */
    final CommandLine commandLine() {
        return spec.commandLine();
    }

    /** Whether a program still waits for its line of JSON. */
    final boolean owesJson() {
        return json && !answered;
    }

    /** Where to tell people how it goes. */
    final PrintWriter people() {
        return json ? commandLine().getErr() : commandLine().getOut();
    }

    /** Answers: with one line for programs, or with words for people. */
    final void answer(Report report, Runnable words) {
        answered = true;
        if (json) {
            commandLine().getOut().println(report.line());
        } else {
            words.run();
        }
        commandLine().getOut().flush();
    }

    /** What a process was asked for, or why it could not answer. */
    static <T> T awaited(CompletableFuture<T> answer) throws CommandException {
        try {
            return answer.join();
        } catch (CompletionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new CommandException(String.valueOf(cause.getMessage()));
        }
    }
}
