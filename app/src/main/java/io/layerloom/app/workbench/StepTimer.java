package io.layerloom.app.workbench;

import io.layerloom.engine.Backend;
import io.layerloom.engine.RunEvent;
import io.layerloom.graph.Catalog;
import io.layerloom.graph.DataSchema;
import io.layerloom.graph.Document;
import io.layerloom.graph.Inference;
import io.layerloom.graph.MiniBatches;
import io.layerloom.graph.NodeId;
import io.layerloom.graph.StepWork;
import java.util.Map;
import java.util.Optional;

/** Times the steps of one training by what is told of it. Of a card it says nothing, since predictions are made for the processor. */
public final class StepTimer {

    private final Document document;
    private final int batch;
    private boolean onProcessor;
    private int epochs;
    private double seconds = Double.NaN;
    private boolean finished;

    /** A timer of the training of a document. */
    public StepTimer(Document document, Optional<DataSchema> data) {
        this.document = document;
        this.batch = MiniBatches.of(document.plan(), data).size();
    }

    /** What is trained. */
    Document document() {
        return document;
    }

    /** Hears what happens in the training, on one thread. */
    public void accept(RunEvent event) {
        if (event instanceof RunEvent.Started started) {
            onProcessor = !Backend.isGpu(started.backend());
        } else if (event instanceof RunEvent.EpochEnd end && ++epochs > 1) {
            // The last epoch counts, and never the first of this process, in which the program is still being compiled.
            seconds = batch / end.samplesPerSecond();
        } else if (event instanceof RunEvent.Finished) {
            finished = true;
        }
    }

    /** The seconds that a step took; empty unless the training went to its end on the processor and had two epochs at least. */
    public Optional<Double> measured() {
        return finished && onProcessor && seconds > 0 ? Optional.of(seconds) : Optional.empty();
    }

    /** What a step asked of the machine; empty for a network that is too large to be written out. */
    public Optional<StepWork> work(Catalog catalog) {
        Map<NodeId, StepWork> layers =
                StepWork.byNode(document, Inference.of(document.graph(), catalog), catalog, batch);
        return layers.isEmpty() ? Optional.empty() : Optional.of(StepWork.of(layers));
    }
}
