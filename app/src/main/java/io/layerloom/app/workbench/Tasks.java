package io.layerloom.app.workbench;

import io.layerloom.app.fault.Sentences;
import io.layerloom.themes.FxThread;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * All work that must not hold up the window. A task is described step by step, then started; its handlers run on the JavaFX thread, and a failure that no handler claims is a bug.
 *
 * <pre>{@code
 * tasks.of("Reading " + file, () -> ProjectFile.read(file))
 *         .onSuccess(this::show)
 *         .onFailure(IOException.class, e -> notices.failure(e.getMessage()))
 *         .start();
 * }</pre>
 */
public final class Tasks {

    private final Executor background;
    private final Consumer<Throwable> bugs;
    private final ObservableList<String> running = FXCollections.observableArrayList();
    /** Held here, because such a view hears of changes only as long as somebody holds it. */
    private final ObservableList<String> view = FXCollections.unmodifiableObservableList(running);

    /**
     * @param background where the work is done
     * @param bugs told about failures that no handler claims
     */
    public Tasks(Executor background, Consumer<Throwable> bugs) {
        this.background = background;
        this.bugs = bugs;
    }

    /** What is being done now, in the words of the tasks, the latest last; changes on the JavaFX thread. */
    public ObservableList<String> running() {
        return view;
    }

    /** Begins the description of a task that is called {@code title} while it runs. */
    public <T> Task<T> of(String title, Callable<T> work) {
        return new Task<>(title, work);
    }

    /** A task that was started. */
    @FunctionalInterface
    public interface Job {
        /** Interrupts the work; afterwards no other handler than {@link Task#onFinish} runs. */
        void cancel();
    }

    /** The words of a failure for people. */
    public static String sentence(Throwable failure) {
        return Sentences.of(failure);
    }

    /** A described task. */
    public final class Task<T> {
        private final String title;
        private final Callable<T> work;
        private final List<Handler<?>> handlers = new ArrayList<>();
        private Consumer<T> success = result -> {};
        private Runnable finish = () -> {};

        private Task(String title, Callable<T> work) {
            this.title = title;
            this.work = work;
        }

        /** Takes the result. */
        public Task<T> onSuccess(Consumer<T> handler) {
            success = handler;
            return this;
        }

        /** Takes a failure of this type; of several handlers, the first that fits. */
        public <E extends Throwable> Task<T> onFailure(Class<E> type, Consumer<E> handler) {
            handlers.add(new Handler<>(type, handler));
            return this;
        }

        /** Takes a failure of any of these types. */
        public Task<T> onFailures(List<Class<? extends Throwable>> types, Consumer<Throwable> handler) {
            types.forEach(type -> handlers.add(new Handler<>(type, handler::accept)));
            return this;
        }

        /** Runs after every outcome, also a cancelled one. */
        public Task<T> onFinish(Runnable handler) {
            finish = handler;
            return this;
        }

        /** Starts the task. */
        public Job start() {
            FxThread.run(() -> running.add(title));
            FutureTask<T> future = new FutureTask<>(work) {
                @Override
                protected void done() {
                    FxThread.run(() -> settle(this));
                }
            };
            try {
                background.execute(future);
            } catch (RejectedExecutionException closing) {
                // The window closes, and nobody is left to see what the work would give.
                future.cancel(false);
            }
            return () -> future.cancel(true);
        }

        private void settle(FutureTask<T> future) {
            running.remove(title);
            try {
                if (!future.isCancelled()) {
                    success.accept(future.get());
                }
            } catch (CancellationException cancelled) {
                return;
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            } catch (ExecutionException failed) {
                fail(failed.getCause() == null ? failed : failed.getCause());
            } finally {
                finish.run();
            }
        }

        private void fail(Throwable cause) {
            handlers.stream()
                    .filter(handler -> handler.type().isInstance(cause))
                    .findFirst()
                    .ifPresentOrElse(handler -> handler.take(cause), () -> bugs.accept(cause));
        }
    }

    private record Handler<E extends Throwable>(Class<E> type, Consumer<E> action) {
        void take(Throwable failure) {
            action.accept(type.cast(failure));
        }
    }
}
