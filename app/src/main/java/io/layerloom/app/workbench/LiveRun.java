package io.layerloom.app.workbench;

import io.layerloom.engine.RunEvent;
import io.layerloom.engine.RunHandle;
import io.layerloom.themes.FxThread;
import java.util.Optional;
import java.util.function.Consumer;

/** The process of one run as the window holds it. What is wanted of it before it is there is done when it is; once it was left, nobody hears of it any more. */
final class LiveRun {

    private Optional<RunHandle> handle = Optional.empty();
    private boolean stopping;
    private boolean ending;
    private volatile boolean left;

    /** The process, from when it is there until it is over. */
    Optional<RunHandle> handle() {
        return handle;
    }

    /** The process is there. {@code onEnd} hears of its end, or {@code onEndUnheard} if it was left by then; both in the window's thread. */
    @SuppressWarnings("FutureReturnValueIgnored") // the last event never comes as a failure
    void begun(RunHandle run, Consumer<RunEvent> onEnd, Runnable onEndUnheard) {
        if (left) {
            run.close();
            return;
        }
        handle = Optional.of(run);
        if (ending) {
            run.end();
        } else if (stopping) {
            run.stop();
        }
        run.done()
                .thenAccept(last -> FxThread.run(() -> {
                    if (left) {
                        onEndUnheard.run();
                    } else {
                        handle = Optional.empty();
                        onEnd.accept(last);
                    }
                }));
    }

    /** Ends training; what was learned so far is evaluated and kept. */
    void stop() {
        stopping = true;
        handle.ifPresent(RunHandle::stop);
    }

    /** Ends the process at once; its last checkpoint stays. */
    void end() {
        ending = true;
        handle.ifPresent(RunHandle::end);
    }

    /** Ends the process in good order, so that the run can go on later. */
    void close() {
        stopping = true;
        handle.ifPresent(RunHandle::close);
    }

    /** Ends the process, and whatever it still tells concerns nobody. */
    void leave() {
        left = true;
        close();
        handle = Optional.empty();
    }

    /** In the thread of now, unless the run was left. */
    void unlessLeft(Runnable action) {
        if (!left) {
            action.run();
        }
    }

    /** In the window's thread, where the run may have been left by then. */
    void inWindow(Runnable action) {
        FxThread.run(() -> unlessLeft(action));
    }
}
