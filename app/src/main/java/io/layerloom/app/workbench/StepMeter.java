package io.layerloom.app.workbench;

import io.layerloom.engine.RunEvent;
import io.layerloom.graph.Document;
import io.layerloom.graph.Forecast;
import io.layerloom.graph.Graph;
import io.layerloom.graph.Inference;
import io.layerloom.graph.MiniBatches;
import io.layerloom.graph.NodeId;
import io.layerloom.graph.Pace;
import io.layerloom.graph.StepWork;
import io.layerloom.themes.FxThread;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Foretells what a step of a project's training takes, and times the steps of those that come, from which the {@link PaceFile} learns. */
public final class StepMeter implements TrainingDesk.Listener {

    private final Workbench workbench;
    private final PaceFile pace;
    private final TrainingDesk.Listener next;
    private final ReadOnlyObjectWrapper<Optional<Timed>> timed = new ReadOnlyObjectWrapper<>(Optional.empty());
    private volatile StepTimer timer = new StepTimer(Document.EMPTY, Optional.empty());
    private Supplier<Optional<Document>> trained = Optional::empty;
    private Optional<Known> known = Optional.empty();
    private Optional<Known> within = Optional.empty();

    /** A forecast with all that it follows from. */
    private record Known(Graph graph, Inference inference, int batch, Pace pace, StepWork step, Forecast forecast) {
        /** Views may ask between a change of the network and that of its shapes. */
        @SuppressWarnings("ReferenceEquality") // other shapes are another object
        boolean isOf(Graph now, Inference shapes, int size, Pace learned) {
            return batch == size && inference == shapes && pace.equals(learned) && graph.equals(now);
        }
    }

    /**
     * What was measured of a training.
     *
     * @param predicted seconds for a step, as they were foretold before; empty if nothing was known then
     * @param measured seconds for a step
     */
    public record Timed(Document document, Optional<Double> predicted, double measured) {

        /** Whether it says something of a document as it is now. */
        boolean isOf(Document now) {
            return document.graph().equals(now.graph())
                    && document.plan().batchSize() == now.plan().batchSize();
        }
    }

    /** @param next hears all that is told */
    public StepMeter(Workbench workbench, PaceFile pace, TrainingDesk.Listener next) {
        this.workbench = workbench;
        this.pace = pace;
        this.next = next;
    }

    /** Says whose trainings are timed. */
    public void time(TrainingDesk desk) {
        trained = desk.trainedProperty()::get;
    }

    @Override
    public void begin(Path run, List<RunEvent> earlier) {
        timer = new StepTimer(
                trained.get().orElse(workbench.document()),
                workbench.schemaProperty().get());
        next.begin(run, earlier);
    }

    @Override
    public void accept(RunEvent event) {
        StepTimer now = timer;
        now.accept(event);
        if (event instanceof RunEvent.Finished && now.measured().isPresent()) {
            FxThread.run(() -> learn(now, now.measured().get()));
        }
        next.accept(event);
    }

    private void learn(StepTimer done, double seconds) {
        done.work(workbench.catalog()).ifPresent(step -> {
            Optional<Double> predicted = pace.learn(step, seconds);
            timed.set(Optional.of(new Timed(done.document(), predicted, seconds)));
        });
    }

    /** What a step of the network takes on this machine; empty as long as nothing was measured or trained on it, and for a network that is not sound or too large. */
    public Optional<Forecast> forecast() {
        Optional<Pace> learned = pace.paceProperty().get();
        if (learned.isEmpty() || workbench.inference().hasErrors()) {
            return Optional.empty();
        }
        known = known.filter(
                        last -> last.isOf(workbench.document().graph(), workbench.inference(), batch(), learned.get()))
                .or(() -> forecast(learned.get()));
        return known.map(Known::forecast);
    }

    private Optional<Known> forecast(Pace learned) {
        Document document = workbench.document();
        Map<NodeId, StepWork> work = StepWork.byNode(document, workbench.inference(), workbench.catalog(), batch());
        return work.isEmpty()
                ? Optional.empty()
                : Optional.of(known(document.graph(), workbench.inference(), StepWork.of(work), work, learned));
    }

    private Known known(Graph graph, Inference shapes, StepWork step, Map<NodeId, StepWork> work, Pace learned) {
        return new Known(graph, shapes, batch(), learned, step, Forecast.of(step, work, learned));
    }

    /** The same by the layers that are drawn where the person is: of the whole, or of one copy of the block that is open. */
    public Optional<Forecast> drawn() {
        Optional<Forecast> whole = forecast();
        Drawing drawing = workbench.drawing();
        if (whole.isEmpty() || drawing.path().isEmpty()) {
            return whole;
        }
        Pace learned = pace.paceProperty().get().orElseThrow();
        Graph graph = drawing.document().graph();
        StepWork step = known.orElseThrow().step;
        within = within.filter(
                        last -> last.isOf(graph, drawing.inference(), batch(), learned) && last.step.equals(step))
                .or(() -> Optional.of(known(
                        graph,
                        drawing.inference(),
                        step,
                        StepWork.byNode(drawing.document(), drawing.inference(), workbench.catalog(), batch()),
                        learned)));
        return within.map(Known::forecast);
    }

    private int batch() {
        return MiniBatches.of(
                        workbench.document().plan(), workbench.schemaProperty().get())
                .size();
    }

    /** What the last training of just this network in this batch size took; empty if there was none since the project was opened. */
    public Optional<Timed> timed() {
        return timed.get().filter(last -> last.isOf(workbench.document()));
    }

    /** Changes with every training that was timed here. */
    public ReadOnlyObjectProperty<Optional<Timed>> timedProperty() {
        return timed.getReadOnlyProperty();
    }

    /** Changes with every training that was timed on this machine. */
    public ReadOnlyObjectProperty<Optional<Pace>> paceProperty() {
        return pace.paceProperty();
    }
}
