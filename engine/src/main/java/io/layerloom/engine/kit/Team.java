package io.layerloom.engine.kit;

import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;

/**
 * A few threads that do one task together, each its part of it. How they wait for each other is for {@link Waiting} to say.
 */
final class Team {

    private static final Map<Integer, Team> TEAMS = new ConcurrentHashMap<>();

    private final Thread[] members;
    private final Gate outer = new Gate();
    private final Gate inner = new Gate();
    private final AtomicReference<Throwable> failure = new AtomicReference<>();
    private volatile IntConsumer task = member -> {};

    private Team(int size) {
        members = new Thread[size];
        for (int i = 1; i < size; i++) {
            int member = i;
            members[i] = new Thread(() -> serve(member), "team-" + size + "-" + i);
            members[i].setDaemon(true);
        }
        for (int i = 1; i < size; i++) {
            members[i].start();
        }
    }

    /** The team of this size; there is one of each in a process. */
    static Team of(int size) {
        if (size < 1) {
            throw new IllegalArgumentException("A team needs at least one thread. Received: " + size);
        }
        return TEAMS.computeIfAbsent(size, Team::new);
    }

    int size() {
        return members.length;
    }

    /** Has every member do the task, which is told the member's number; the calling thread is member 0. Returns when all are through. */
    synchronized void run(IntConsumer shared) {
        if (members.length == 1) {
            shared.accept(0);
            return;
        }
        members[0] = Thread.currentThread();
        failure.set(null);
        inner.reset();
        task = shared;
        outer.pass();
        work(0);
        outer.pass();
        Throwable cause = failure.get();
        if (cause instanceof Error error) {
            throw error;
        }
        if (cause instanceof RuntimeException fault) {
            throw fault;
        }
    }

    /** Waits, within a task, until all members have come here. */
    void meet() {
        if (members.length > 1) {
            inner.pass();
        }
    }

    private void serve(int member) {
        while (true) {
            outer.pass();
            work(member);
            outer.pass();
        }
    }

    private void work(int member) {
        try {
            task.accept(member);
        } catch (RuntimeException | Error e) {
            failure.compareAndSet(null, e);
            wakeAll();
        }
    }

    private void wakeAll() {
        for (Thread member : members) {
            LockSupport.unpark(member);
        }
    }

    /** Lets nobody through before all are there. */
    private final class Gate {

        private final AtomicInteger arrived = new AtomicInteger();
        private volatile int opened;

        void reset() {
            arrived.set(0);
        }

        void pass() {
            int before = opened;
            if (arrived.incrementAndGet() == members.length) {
                arrived.set(0);
                opened = before + 1;
                wakeAll();
                return;
            }
            int looks = Waiting.chosen().looks();
            for (int i = 0; i < looks && opened == before; i++) {
                Thread.onSpinWait();
            }
            while (opened == before) {
                if (this == inner && failure.get() != null) {
                    throw new CancellationException("Another member of the team failed.");
                }
                LockSupport.park(this);
            }
        }
    }
}
