package io.layerloom.app.workbench;

import static io.layerloom.graph.language.Language.tr;

import io.layerloom.engine.LayerOutput;
import io.layerloom.engine.Looker;
import io.layerloom.engine.WorkerCommand;
import io.layerloom.engine.kit.PictureFile;
import io.layerloom.graph.Component;
import io.layerloom.graph.Document;
import io.layerloom.graph.Graph;
import io.layerloom.graph.NodeId;
import io.layerloom.graph.Shape;
import io.layerloom.graph.TrainingPlan;
import io.layerloom.themes.FxThread;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javafx.animation.PauseTransition;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Duration;

/**
 * What the selected layer makes of an example, as long as somebody looks: computed anew after each change of the drawing, in a process of its own that starts with the first look and ends a
 * while after the last.
 */
public final class LayerLook implements AutoCloseable {

    private static final Duration QUIET = Duration.millis(200);
    private static final Duration LINGER = Duration.seconds(20);

    private final Workbench workbench;
    private final WorkerCommand command;
    private final Tasks tasks;
    private final Notices notices;
    private final ReadOnlyObjectWrapper<View> view = new ReadOnlyObjectWrapper<>(nothing());
    private final PauseTransition quiet = new PauseTransition(QUIET);
    private final PauseTransition linger = new PauseTransition(LINGER);
    private Optional<CompletableFuture<Looker>> looker = Optional.empty();
    private Optional<Question> asked = Optional.empty();
    private boolean watched;
    private int example;
    private Own own = new Own(new float[0]);
    private Optional<Path> weights = Optional.empty();

    /** What can be shown. */
    public sealed interface View {
        /** No layer is selected, or several. */
        record Nothing(String sentence) implements View {}

        /** It is being computed. */
        record Waiting(String layer) implements View {}

        /** It was computed. */
        record Ready(String layer, LayerOutput output) implements View {}

        /** It cannot be computed; the sentence says why. */
        record Refused(String layer, String sentence) implements View {}
    }

    /** Numbers of an example that belongs to no data; none for one of the data. */
    private record Own(float[] numbers) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Own that && Arrays.equals(numbers, that.numbers);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(numbers);
        }
    }

    /** All that decides what is seen. */
    private record Question(
            Graph graph,
            Optional<Component> data,
            TrainingPlan.Split split,
            long seed,
            List<NodeId> path,
            int example,
            Own own,
            Optional<Path> weights) {}

    /** Follows a workbench once somebody looks. */
    public LayerLook(Workbench workbench, WorkerCommand command, Tasks tasks, Notices notices) {
        this.workbench = workbench;
        this.command = command;
        this.tasks = tasks;
        this.notices = notices;
        quiet.setOnFinished(event -> look());
        linger.setOnFinished(event -> end());
        InvalidationListener soon = observable -> soon();
        workbench.documentProperty().addListener(soon);
        workbench.drawing().pathProperty().addListener(soon);
        workbench.selection().addListener(soon);
    }

    /** What can be shown now. */
    public ReadOnlyObjectProperty<View> viewProperty() {
        return view.getReadOnlyProperty();
    }

    /** Whether somebody looks. */
    public void watch(boolean looks) {
        watched = looks;
        if (looks) {
            linger.stop();
            look();
        } else {
            quiet.stop();
            linger.playFromStart();
        }
    }

    /** Takes another example of the data, so many further on. */
    public void move(int step) {
        example = shown().map(LayerOutput::example).filter(at -> at >= 0).orElse(example) + step;
        own = new Own(new float[0]);
        look();
    }

    /** Takes a picture of one's own in the place of the data's examples. */
    public void open(Path file) {
        Optional<Shape.Image> wanted = picture();
        if (wanted.isEmpty()) {
            notices.failure(
                    tr("The network takes no picture. Give it an input for images first."),
                    workbench.inferenceProperty().map(now -> picture().isEmpty()));
            return;
        }
        Shape.Image size = wanted.get();
        tasks.of(
                        "Reading " + file.getFileName(),
                        () -> PictureFile.read(file, (int) size.height(), (int) size.width(), (int) size.channels()))
                .onSuccess(numbers -> {
                    own = new Own(numbers);
                    look();
                })
                .onFailure(IOException.class, failure -> notices.failure(Tasks.sentence(failure)))
                .start();
    }

    /** Takes the weights of a run; empty for those that training starts from. */
    public void use(Optional<Path> run) {
        weights = run;
        if (watched) {
            look();
        }
    }

    /** The picture that the network takes, if it takes one. */
    private Optional<Shape.Image> picture() {
        return workbench.inference().order().stream()
                .map(workbench.document().graph()::node)
                .filter(node -> node.type().equals("input"))
                .flatMap(node -> workbench.inference().report(node.id()).output().stream())
                .filter(Shape.Image.class::isInstance)
                .map(Shape.Image.class::cast)
                .findFirst();
    }

    private Optional<LayerOutput> shown() {
        return view.get() instanceof View.Ready ready ? Optional.of(ready.output()) : Optional.empty();
    }

    private void soon() {
        if (watched) {
            quiet.playFromStart();
        }
    }

    private static View nothing() {
        return new View.Nothing(tr("Select one layer to see what it makes of an example."));
    }

    @SuppressWarnings("FutureReturnValueIgnored") // Whatever comes of it is shown.
    private void look() {
        Document document = workbench.document();
        List<NodeId> selected = List.copyOf(workbench.selection());
        if (selected.size() != 1
                || workbench.drawing().document().graph().find(selected.get(0)).isEmpty()) {
            asked = Optional.empty();
            view.set(nothing());
            return;
        }
        List<NodeId> path = new ArrayList<>(workbench.drawing().path());
        path.addAll(selected);
        TrainingPlan plan = document.plan();
        Question question =
                new Question(document.graph(), plan.data(), plan.split(), plan.seed(), path, example, own, weights);
        if (asked.equals(Optional.of(question)) && !(view.get() instanceof View.Refused)) {
            return;
        }
        asked = Optional.of(question);
        String layer =
                workbench.drawing().document().graph().node(selected.get(0)).name();
        if (shown().isEmpty()) {
            view.set(new View.Waiting(layer));
        }
        looker().thenCompose(open -> open.look(
                        document, path, question.example(), question.own().numbers(), question.weights()))
                .whenComplete((output, failure) -> FxThread.run(() -> show(question, layer, output, failure)));
    }

    private void show(Question question, String layer, LayerOutput output, Throwable failure) {
        if (asked.equals(Optional.of(question))) {
            view.set(
                    failure == null
                            ? new View.Ready(layer, output)
                            : new View.Refused(
                                    layer, Tasks.sentence(failure.getCause() == null ? failure : failure.getCause())));
        }
    }

    private CompletableFuture<Looker> looker() {
        Optional<CompletableFuture<Looker>> alive = looker.filter(open -> !open.isCompletedExceptionally())
                .filter(open -> !open.isDone() || open.join().isAlive());
        if (alive.isPresent()) {
            return alive.get();
        }
        CompletableFuture<Looker> opened = new CompletableFuture<>();
        looker = Optional.of(opened);
        tasks.of("Starting the process that computes layers", () -> Looker.start(command))
                .onSuccess(opened::complete)
                .onFailure(IOException.class, opened::completeExceptionally)
                .start();
        return opened;
    }

    @SuppressWarnings("FutureReturnValueIgnored") // One that never started need not be ended.
    private void end() {
        looker.ifPresent(open -> open.thenAccept(Looker::close));
        looker = Optional.empty();
        asked = Optional.empty();
    }

    /** Ends the process. */
    @Override
    public void close() {
        quiet.stop();
        linger.stop();
        end();
    }
}
