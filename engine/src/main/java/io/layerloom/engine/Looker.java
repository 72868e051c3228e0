package io.layerloom.engine;

import static io.layerloom.graph.language.Language.later;

import io.layerloom.graph.Document;
import io.layerloom.graph.NodeId;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Shows what the layers of a drawing make of examples, computed in a worker of its own. Thread-safe; questions are answered in order. */
public final class Looker implements AutoCloseable, WorkerProcess.Listener {

    private static final String ENDED = later("The process that computes layers has ended. Choose the layer again.");

    private final Questions questions = new Questions();
    private final WorkerProcess process;

    private Looker(WorkerCommand command) throws IOException {
        process = WorkerProcess.ahead(command, WorkerOptions.environment(1), WorkerRun.PATIENCE, this);
    }

    /** Starts a worker. */
    public static Looker start(WorkerCommand command) throws IOException {
        return new Looker(command);
    }

    /**
     * What a layer makes of an example.
     *
     * @param path the blocks that lead to the layer, each within the one before, and the layer
     * @param example which one of the training part, from 0; counted round
     * @param own the numbers of an example of one's own, as the network takes them; empty for one of the data
     * @param run the folder of the run whose weights are meant; empty for those that training starts from
     * @return completed exceptionally with a {@link TrainingException} whose message is one sentence, if the layer or what is before it has a problem, or the worker is gone
     */
    public CompletableFuture<LayerOutput> look(
            Document document, List<NodeId> path, int example, float[] own, Optional<Path> run) {
        return questions.look(process, document, path, example, own, run);
    }

    /** Whether it may answer. */
    public boolean isAlive() {
        return process.isAlive();
    }

    @Override
    public void line(String line) {
        Reply.fromJson(line).filter(reply -> reply.id() != 0).ifPresent(questions::answer);
    }

    @Override
    public void ended(String reason) {
        questions.refuseAll(ENDED);
    }

    /** Ends the worker. */
    @Override
    public void close() {
        process.close();
    }
}
