package io.layerloom.engine;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/** The buttons of a run: pressed by one thread, obeyed by the trainer between two mini-batches. Beside them the watch over its steps. */
final class RunControl {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final StepWatch steps = new StepWatch();
    private boolean paused;
    private End end = End.NONE;

    private enum End {
        NONE,
        STOP,
        LEAVE
    }

    void pause() {
        set(true, End.NONE);
    }

    void resume() {
        set(false, End.NONE);
    }

    /** Ends the run; what it has learned is measured and kept. */
    void stop() {
        set(false, End.STOP);
    }

    /** Ends the run where it stands, as soon as its state is saved, so that it can go on another time. */
    void leave() {
        set(false, End.LEAVE);
    }

    private void set(boolean pause, End wanted) {
        lock.lock();
        try {
            paused = pause;
            end = wanted.compareTo(end) > 0 ? wanted : end;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    boolean isPaused() {
        return look(() -> paused && end == End.NONE);
    }

    boolean isStopped() {
        return look(() -> end == End.STOP);
    }

    boolean isLeft() {
        return look(() -> end == End.LEAVE);
    }

    private boolean look(BooleanSupplier question) {
        lock.lock();
        try {
            return question.getAsBoolean();
        } finally {
            lock.unlock();
        }
    }

    /** Waits until it is not paused. */
    void awaitTurn() {
        lock.lock();
        try {
            while (paused && end == End.NONE) {
                changed.awaitUninterruptibly();
            }
        } finally {
            lock.unlock();
        }
    }

    /** The watch over the steps of the run. */
    StepWatch steps() {
        return steps;
    }
}
