package io.layerloom.app.workbench;

import io.layerloom.engine.EngineContext;
import io.layerloom.engine.Input;
import io.layerloom.engine.Predictor;
import io.layerloom.engine.RunFolder;
import io.layerloom.engine.WorkerCommand;
import io.layerloom.themes.FxThread;
import java.io.IOException;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * A trained network that can be asked. Its worker starts with the first question. While one is under way only the newest other is kept, so that fast drawing never piles up
 * questions.
 */
public final class Oracle implements AutoCloseable {

    private final EngineContext context;
    private final WorkerCommand command;
    private final Tasks tasks;
    private final ReadOnlyObjectWrapper<Answer> answer = new ReadOnlyObjectWrapper<>(new Answer.Silent());
    private Optional<RunFolder> run = Optional.empty();
    private Optional<Predictor> predictor = Optional.empty();
    private Optional<Input> next = Optional.empty();
    private boolean busy;

    /** What the network says. */
    public sealed interface Answer {
        /** Nothing was asked. */
        record Silent() implements Answer {}

        /** The worker starts. */
        record Waking() implements Answer {}

        /** The output of the network. */
        record Told(float[] output) implements Answer {}

        /** Why there is none, as a sentence. */
        record Failed(String sentence) implements Answer {}
    }

    /** An oracle without a network. */
    public Oracle(EngineContext context, WorkerCommand command, Tasks tasks) {
        this.context = context;
        this.command = command;
        this.tasks = tasks;
    }

    /** What the network said last. */
    public ReadOnlyObjectProperty<Answer> answerProperty() {
        return answer.getReadOnlyProperty();
    }

    /** Takes the network of another run. */
    public void use(RunFolder other) {
        close();
        run = Optional.of(other);
    }

    /** Forgets the last question and its answer. */
    public void forget() {
        next = Optional.empty();
        answer.set(new Answer.Silent());
    }

    /** Asks; the answer comes by {@link #answerProperty}. */
    public void ask(Input input) {
        next = Optional.of(input);
        if (!busy) {
            proceed();
        }
    }

    private void proceed() {
        if (next.isEmpty() || run.isEmpty()) {
            return;
        }
        busy = true;
        if (predictor.isEmpty()) {
            wake(run.get());
        } else {
            Input input = next.get();
            next = Optional.empty();
            put(predictor.get(), input);
        }
    }

    private void wake(RunFolder folder) {
        answer.set(new Answer.Waking());
        tasks.of("Waking the network", () -> Predictor.open(folder, context, command))
                .onSuccess(opened -> {
                    if (run.equals(Optional.of(folder))) {
                        predictor = Optional.of(opened);
                    } else {
                        opened.close();
                    }
                })
                .onFailure(IOException.class, failure -> {
                    next = Optional.empty();
                    answer.set(new Answer.Failed(Tasks.sentence(failure)));
                })
                .onFinish(this::settle)
                .start();
    }

    @SuppressWarnings("FutureReturnValueIgnored") // both outcomes are handled
    private void put(Predictor asked, Input input) {
        asked.predict(input)
                .whenComplete((output, failure) -> FxThread.run(() -> {
                    if (predictor.equals(Optional.of(asked))) {
                        answer.set(failure == null ? new Answer.Told(output) : new Answer.Failed(cause(failure)));
                        forgetIfDead(asked);
                    }
                    settle();
                }));
    }

    /** The next question starts another worker. */
    private void forgetIfDead(Predictor asked) {
        if (!asked.isAlive()) {
            asked.close();
            predictor = Optional.empty();
        }
    }

    private static String cause(Throwable failure) {
        return Tasks.sentence(failure.getCause() == null ? failure : failure.getCause());
    }

    private void settle() {
        busy = false;
        proceed();
    }

    /** Ends the worker. */
    @Override
    public void close() {
        predictor.ifPresent(Predictor::close);
        predictor = Optional.empty();
        run = Optional.empty();
        forget();
    }
}
