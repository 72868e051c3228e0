package io.layerloom.engine;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** The buttons of a run: pressed by one thread, obeyed by the trainer between two mini-batches. */
final class RunControl {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private boolean paused;
    private boolean stopped;

    void pause() {
        set(true, false);
    }

    void resume() {
        set(false, false);
    }

    void stop() {
        set(false, true);
    }

    private void set(boolean pause, boolean stop) {
        lock.lock();
        try {
            paused = pause;
            stopped |= stop;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    boolean isPaused() {
        lock.lock();
        try {
            return paused && !stopped;
        } finally {
            lock.unlock();
        }
    }

    boolean isStopped() {
        lock.lock();
        try {
            return stopped;
        } finally {
            lock.unlock();
        }
    }

    /** Waits until it is not paused. */
    void awaitTurn() {
        lock.lock();
        try {
            while (paused && !stopped) {
                changed.awaitUninterruptibly();
            }
        } finally {
            lock.unlock();
        }
    }
}
