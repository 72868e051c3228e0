package io.layerloom.graph;

import static io.layerloom.graph.language.Language.tr;

import java.util.Comparator;
import java.util.Optional;
import java.util.Set;

/** Whether a network can be trained in the memory of the machine, and in arrays as large as there can be. */
final class MemoryProblems {

    private final Document document;
    private final Inference inference;
    private final Capacity capacity;
    private final Set<NodeId> trained;
    private final TrainingMemory memory;
    private final int batch;

    /** @param batch how many examples a mini-batch has */
    MemoryProblems(Document document, Inference inference, Catalog catalog, Capacity capacity, int batch) {
        this.batch = batch;
        this.document = document;
        this.inference = inference;
        this.capacity = capacity;
        this.trained = TrainingMemory.trained(inference);
        this.memory = TrainingMemory.of(document, inference, catalog, capacity);
    }

    /** The one thing that keeps it from fitting, if it does not. */
    Optional<Problem> find() {
        int most = memory.mostExamples(capacity);
        if (batch <= most || trained.isEmpty()) {
            return Optional.empty();
        }
        if (most == 0) {
            return Optional.of(tooLarge());
        }
        Node heaviest = heaviest(batch);
        String message = memory.bytes(batch) > capacity.bytes()
                ? tr(
                        "In batches of %,d, training takes about %s of memory, but %s has %s for it. \"%s\" alone takes %s. Use batches of at most %,d, or make \"%s\" smaller.",
                        batch,
                        TrainingMemory.words(memory.bytes(batch)),
                        capacity.giver(),
                        TrainingMemory.words(capacity.bytes()),
                        heaviest.name(),
                        TrainingMemory.words(bytes(heaviest.id(), batch)),
                        most,
                        heaviest.name())
                : tr(
                        "In batches of %,d, \"%s\" needs an array of %,d numbers, but one holds at most %,d. Use batches of at most %,d, or make \"%s\" smaller.",
                        batch,
                        widest().name(),
                        batch * memory.largest(),
                        TrainingMemory.MOST_NUMBERS,
                        most,
                        widest().name());
        return Optional.of(Problem.error(Problem.Cause.PLAN, message).of(TrainingPlan.BATCH_SIZE));
    }

    private Problem tooLarge() {
        if (memory.largest() > TrainingMemory.MOST_NUMBERS) {
            return Problem.error(
                    Problem.Cause.PLAN,
                    widest().id(),
                    tr(
                            "\"%s\" needs an array of %,d numbers for one example, but one holds at most %,d. Make it smaller.",
                            widest().name(), memory.largest(), TrainingMemory.MOST_NUMBERS));
        }
        Node heaviest = heaviest(1);
        return Problem.error(
                Problem.Cause.PLAN,
                heaviest.id(),
                tr(
                        "Training takes about %s of memory even one example at a time, but %s has %s for it. Make the network smaller, \"%s\" with its %s first.",
                        TrainingMemory.words(memory.bytes(1)),
                        capacity.giver(),
                        TrainingMemory.words(capacity.bytes()),
                        heaviest.name(),
                        TrainingMemory.words(bytes(heaviest.id(), 1))));
    }

    private Node heaviest(int batch) {
        return most(Comparator.comparing(id -> bytes(id, batch)));
    }

    private Node widest() {
        return most(Comparator.comparing(id -> inference.report(id).footprint().largest()));
    }

    private Node most(Comparator<NodeId> order) {
        return document.graph().node(trained.stream().max(order).orElseThrow());
    }

    private long parameters() {
        return trained.stream()
                .mapToLong(id -> inference.report(id).count().trainable())
                .sum();
    }

    /** What a layer takes of the memory, its share of what the optimizer keeps included. */
    private long bytes(NodeId id, int batch) {
        Inference.Report report = inference.report(id);
        double share = report.count().trainable() / (double) Math.max(1, parameters());
        return batch * TrainingMemory.perExample(report, capacity) + Math.round(share * memory.weights(batch));
    }
}
