package io.layerloom.engine;

import io.layerloom.engine.kit.Waiting;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Where a run comes from: enough to make it again and get the same bits.
 *
 * @param dataSha256 the hash of the examples; empty until they have been read
 * @param fallback why DL4J computes instead of a program of ours, as a sentence; empty if it does not, or if that is not known yet
 * @param threadMillis what a step took with the numbers of threads that were tried, in milliseconds; empty if none were
 * @param waiting how the threads wait for each other
 * @param waitingMillis what a step took with each way to wait, in milliseconds; empty if none was tried
 * @param environment the variables beside the number of threads that decide the last bits
 * @param versions of the program, DL4J, ND4J and the JVM
 * @param machine processor, system and memory
 */
public record Provenance(
        Instant created,
        State state,
        String dataName,
        String dataSha256,
        long seed,
        int threads,
        String backend,
        String fallback,
        Map<Integer, Double> threadMillis,
        Waiting waiting,
        Map<Waiting, Double> waitingMillis,
        Map<String, String> environment,
        Map<String, String> versions,
        Map<String, String> machine) {

    /** How far a run has come. */
    public enum State {
        RUNNING,
        COMPLETED,
        STOPPED,
        EARLY_STOPPED,
        /** Ended before its end: by Ctrl+C, by closing the window, or with its process, which {@link RunFolder#state} finds out. */
        INTERRUPTED,
        FAILED
    }

    public Provenance {
        // Older runs do not tell.
        fallback = Optional.ofNullable(fallback).orElse("");
        threadMillis = Map.copyOf(Optional.ofNullable(threadMillis).orElse(Map.of()));
        waiting = Optional.ofNullable(waiting).orElse(Waiting.LOOK_BRIEFLY);
        waitingMillis = Map.copyOf(Optional.ofNullable(waitingMillis).orElse(Map.of()));
        environment = BlasCore.accepted(Optional.ofNullable(environment).orElse(Map.of()));
        versions = Map.copyOf(versions);
        machine = Map.copyOf(machine);
    }

    /** A run that begins on this machine, in this process. */
    static Provenance of(
            Instant created,
            String dataName,
            String dataSha256,
            long seed,
            ThreadProbe.Choice threads,
            String backend,
            String fallback) {
        return new Provenance(
                created,
                State.RUNNING,
                dataName,
                dataSha256,
                seed,
                threads.threads(),
                backend,
                fallback,
                threads.millis(),
                threads.waiting(),
                threads.waitingMillis(),
                BlasCore.inForce(),
                Machine.versions(),
                Machine.description());
    }

    /** A run whose worker is still to begin. */
    static Provenance waiting(Instant created, long seed, int threads) {
        return of(created, "", "", seed, ThreadProbe.Choice.of(threads), "", "");
    }

    /** With what the run computes. */
    ThreadProbe.Choice choice() {
        return new ThreadProbe.Choice(threads, threadMillis, waiting, waitingMillis);
    }

    /** The same run, further on. */
    Provenance with(State other) {
        return new Provenance(
                created,
                other,
                dataName,
                dataSha256,
                seed,
                threads,
                backend,
                fallback,
                threadMillis,
                waiting,
                waitingMillis,
                environment,
                versions,
                machine);
    }
}
