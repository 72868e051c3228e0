package io.layerloom.monitor;

import static io.layerloom.graph.language.Language.tr;

import io.layerloom.engine.Input;
import io.layerloom.themes.FxThread;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Asks for predictions one at a time; while one is awaited only the latest of the further questions is kept, so that fast drawing does not pile up work.
 *
 * <p>To be used on the JavaFX thread.
 */
final class Predictions {
    private final Function<Input, CompletableFuture<float[]>> predictor;
    private final Consumer<float[]> onResult;
    private final Consumer<String> onError;
    private @Nullable Input waiting;
    private boolean busy;
    private int generation;

    Predictions(
            Function<Input, CompletableFuture<float[]>> predictor,
            Consumer<float[]> onResult,
            Consumer<String> onError) {
        this.predictor = predictor;
        this.onResult = onResult;
        this.onError = onError;
    }

    void ask(Input input) {
        if (busy) {
            waiting = input;
        } else {
            send(input);
        }
    }

    /** Wants no answer to what was asked so far. */
    void forget() {
        generation++;
        waiting = null;
    }

    private void send(Input input) {
        busy = true;
        int asked = generation;
        var unused = predictor
                .apply(input)
                .whenComplete((values, failure) -> FxThread.run(() -> answered(asked, values, failure)));
    }

    private void answered(int asked, float @Nullable [] values, @Nullable Throwable failure) {
        busy = false;
        if (asked == generation) {
            if (failure != null) {
                onError.accept(sentence(failure));
            } else if (values != null) {
                onResult.accept(values);
            }
        }
        Input next = waiting;
        waiting = null;
        if (next != null) {
            send(next);
        }
    }

    private static String sentence(Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        String message = cause.getMessage();
        return message == null || message.isBlank()
                ? tr("The network gave no answer (%s).", cause.getClass().getSimpleName())
                : message;
    }
}
