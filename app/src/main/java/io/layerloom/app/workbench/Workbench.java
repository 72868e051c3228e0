package io.layerloom.app.workbench;

import io.layerloom.graph.BlockEdits;
import io.layerloom.graph.Capacity;
import io.layerloom.graph.Catalog;
import io.layerloom.graph.DataSchema;
import io.layerloom.graph.Document;
import io.layerloom.graph.Edit;
import io.layerloom.graph.Expansion;
import io.layerloom.graph.Graph;
import io.layerloom.graph.History;
import io.layerloom.graph.Inference;
import io.layerloom.graph.LayerType;
import io.layerloom.graph.Node;
import io.layerloom.graph.NodeId;
import io.layerloom.graph.Param;
import io.layerloom.graph.PlanProblems;
import io.layerloom.graph.Problem;
import io.layerloom.graph.RunningInference;
import io.layerloom.graph.Values;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableSet;

/**
 * The open document with everything that follows from it: its history, shapes and problems, and what is selected. Views watch its properties and send it edits.
 * Belongs to one thread, that of the window.
 */
public final class Workbench {

    private final Catalog catalog;
    private volatile Capacity capacity;
    private RunningInference running;
    private final ReadOnlyObjectWrapper<Document> document = new ReadOnlyObjectWrapper<>(Document.EMPTY);
    private final ReadOnlyObjectWrapper<Inference> inference = new ReadOnlyObjectWrapper<>(Inference.EMPTY);
    private final Drawing drawing;
    private final ReadOnlyObjectWrapper<Optional<DataSchema>> schema = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<String>> undoLabel = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<String>> redoLabel = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper dirty = new ReadOnlyBooleanWrapper();
    private final ObservableSet<NodeId> selection = FXCollections.observableSet(new HashSet<>());
    private History history = History.of(Document.EMPTY);
    private Document saved = Document.EMPTY;
    private Graph inferred = Graph.EMPTY;
    private Inference shapes = Inference.EMPTY;
    private Inference told = Inference.EMPTY;
    private List<Problem> dataFaults = List.of();
    private final ReadOnlyBooleanWrapper locked = new ReadOnlyBooleanWrapper();
    private Runnable refused = () -> {};
    private Consumer<Document> returned = before -> {};
    private int opened;

    /** A workbench with an empty document on it, in front of a machine with as much memory as a network takes. */
    public Workbench(Catalog catalog) {
        this(catalog, Capacity.UNBOUNDED);
    }

    /** A workbench with an empty document on it. */
    public Workbench(Catalog catalog, Capacity capacity) {
        this.catalog = catalog;
        this.capacity = capacity;
        this.running = new RunningInference(catalog);
        this.drawing = new Drawing(catalog, this::draw, this::keepSelected);
        open(Document.EMPTY);
    }

    /** All layers, optimizers and schedules. */
    public Catalog catalog() {
        return catalog;
    }

    /** What the machine can give to a training. */
    public Capacity capacity() {
        return capacity;
    }

    /** Says what the machine can give to a training from now on. */
    public void judgeBy(Capacity other) {
        if (!capacity.equals(other)) {
            capacity = other;
            judge();
        }
    }

    /** Puts another document on the bench, saved as it is, without a history. */
    public void open(Document other) {
        open(History.of(other));
    }

    /** Puts another document on the bench, saved as it is, with the steps that led to it. */
    public void open(History other) {
        locked.set(false);
        opened++;
        selection.clear();
        saved = other.present();
        dataFaults = List.of();
        drawing.leaveTo(0);
        show(other);
    }

    /** The document now with the steps that led to it. */
    public History history() {
        return history;
    }

    /** The layer of a name as the engine knows it, or the outermost block in which it lies; empty if the network has none. */
    public Optional<NodeId> drawn(String layer) {
        Graph graph = document.get().graph();
        return graph.named(layer)
                .map(Node::id)
                .or(() -> Expansion.of(graph, catalog).graph().named(layer).map(Expansion::outermost));
    }

    /** How many documents were put on the bench so far; tells one from the next, even if they are alike. */
    public int opened() {
        return opened;
    }

    /** Puts another document on the bench that no file holds yet. */
    public void openUnsaved(Document other) {
        open(other);
        saved = Document.EMPTY;
        dirty.set(!other.equals(saved));
    }

    /** Keeps the open document as it is: edits of it have no effect, until another is opened. */
    public void lock() {
        locked.set(true);
    }

    /** Whether the open document is kept as it is. */
    public ReadOnlyBooleanProperty lockedProperty() {
        return locked.getReadOnlyProperty();
    }

    /** Who hears that an edit had no effect, since the document is kept as it is. */
    public void onLocked(Runnable told) {
        refused = told;
    }

    /** Does an edit of the whole; one that changes nothing leaves no trace. */
    public void apply(Edit edit) {
        if (locked.get()) {
            refused.run();
        } else {
            show(history.apply(edit));
        }
    }

    /** Does an edit of what is drawn where the person is: of the whole, or within the block that is open. */
    private void draw(Edit edit) {
        apply(BlockEdits.within(drawing.path(), edit, catalog));
    }

    /** Of what is drawn now, only what was selected stays so; layers elsewhere can have the same ids. */
    private void keepSelected(Document shown, boolean samePlace) {
        selection.removeIf(id -> !samePlace || shown.graph().find(id).isEmpty());
    }

    /** What is drawn where the person is. */
    public Drawing drawing() {
        return drawing;
    }

    /** Takes the last edit back. */
    public void undo() {
        go(history.undo());
    }

    /** Does the edit again that was taken back last. */
    public void redo() {
        go(history.redo());
    }

    /** Goes to the document as it was after so many steps; the steps stay. */
    public void goTo(int steps) {
        go(history.after(steps));
    }

    /** Who hears that steps were taken back or done again, with what was drawn before; not if that lies in another block. */
    public void onReturned(Consumer<Document> told) {
        returned = told;
    }

    private void go(History other) {
        if (locked.get()) {
            return;
        }
        Document before = drawing.documentProperty().get();
        List<NodeId> path = drawing.path();
        show(other);
        if (drawing.path().equals(path)) {
            returned.accept(before);
        }
    }

    /** Every step of the project that is kept, also those that were taken back, in the order in which they were done. */
    public List<String> steps() {
        return history.labels();
    }

    /** How many of the {@link #steps} are done now. */
    public int doneSteps() {
        return history.done();
    }

    /** Notes that a file now holds this document. */
    public void markSaved(Document written) {
        saved = written;
        dirty.set(!document.get().equals(saved));
    }

    /** Tells what the data of the plan hold; empty while that is unknown. */
    public void showSchema(Optional<DataSchema> known, List<Problem> faults) {
        schema.set(known);
        dataFaults = List.copyOf(faults);
        judge();
    }

    private void show(History next) {
        history = next;
        Document present = next.present();
        if (!same(inferred, present.graph())) {
            inferred = present.graph();
            shapes = running.of(inferred);
        }
        drawing.follow(present, shapes);
        document.set(present);
        drawing.show();
        judge();
        undoLabel.set(next.undoLabel());
        redoLabel.set(next.redoLabel());
        dirty.set(!present.equals(saved));
    }

    /** Graphs are shared between the steps of a history where they do not differ, so being the same object is the whole question and costs nothing. */
    private static boolean same(Object one, Object other) {
        return one == other;
    }

    /** Says everything about the document anew, in the language of now. */
    public void retell() {
        running = new RunningInference(catalog);
        shapes = running.of(inferred);
        judge();
    }

    private void judge() {
        Inference judged = shapes.plus(PlanProblems.of(document.get(), shapes, catalog, schema.get(), capacity));
        Inference now = dataFaults.isEmpty() ? judged : judged.plus(dataFaults);
        // What follows is the same after most edits of places; the same object lets views keep what they made of it.
        boolean unchanged =
                same(shapes, told) && now.problems().equals(inference.get().problems());
        told = shapes;
        if (!unchanged) {
            inference.set(now);
        }
        drawing.judged(inference.get());
    }

    /** The document now. */
    public Document document() {
        return document.get();
    }

    /** The document as it changes. */
    public ReadOnlyObjectProperty<Document> documentProperty() {
        return document.getReadOnlyProperty();
    }

    /** Shapes and all problems now: of shapes, data and plan. */
    public Inference inference() {
        return inference.get();
    }

    /** Shapes and all problems as they change; set after the document. */
    public ReadOnlyObjectProperty<Inference> inferenceProperty() {
        return inference.getReadOnlyProperty();
    }

    /** What the chosen data hold, if that is known. */
    public ReadOnlyObjectProperty<Optional<DataSchema>> schemaProperty() {
        return schema.getReadOnlyProperty();
    }

    /** Whether a setting beside others matters with the chosen data: which part of a pair enters does where they bring pairs, or where somebody chose it. */
    public boolean matters(Param<?> param, Values values) {
        return !param.equals(LayerType.PART) || values.get(LayerType.PART) != LayerType.Part.FIRST || bringsPairs();
    }

    /** Whether an example of the data, with what is to be learned from them, is a pair. */
    public boolean bringsPairs() {
        return schema.get()
                .map(document.get().plan().objective()::of)
                .flatMap(DataSchema::second)
                .isPresent();
    }

    /** What undo would take back. */
    public ReadOnlyObjectProperty<Optional<String>> undoLabelProperty() {
        return undoLabel.getReadOnlyProperty();
    }

    /** What redo would do again. */
    public ReadOnlyObjectProperty<Optional<String>> redoLabelProperty() {
        return redoLabel.getReadOnlyProperty();
    }

    /** Whether the document is still that of now: for what was said of it. */
    public ObservableValue<Boolean> unchanged() {
        Document now = document();
        return document.map(later -> same(later, now));
    }

    /** Whether the document differs from what its file holds. */
    public ReadOnlyBooleanProperty dirtyProperty() {
        return dirty.getReadOnlyProperty();
    }

    /** The selected layers; change it to select others. */
    public ObservableSet<NodeId> selection() {
        return selection;
    }

    /** Selects one layer alone. */
    public void select(NodeId id) {
        selection.removeIf(other -> !other.equals(id));
        selection.add(id);
    }

    /** The first problem that keeps the network from training. */
    public Optional<Problem> obstacle() {
        return inference.get().problems().stream().filter(Problem::isError).findFirst();
    }
}
