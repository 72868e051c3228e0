package io.layerloom.canvas;

import io.layerloom.graph.BlockPorts;
import io.layerloom.graph.Blocks;
import io.layerloom.graph.Catalog;
import io.layerloom.graph.DataFit;
import io.layerloom.graph.DataSchema;
import io.layerloom.graph.Difference;
import io.layerloom.graph.Document;
import io.layerloom.graph.Edit;
import io.layerloom.graph.Forecast;
import io.layerloom.graph.Frame;
import io.layerloom.graph.Graph;
import io.layerloom.graph.Inference;
import io.layerloom.graph.LayerType;
import io.layerloom.graph.MiniBatches;
import io.layerloom.graph.Node;
import io.layerloom.graph.NodeId;
import io.layerloom.graph.Point;
import io.layerloom.graph.RemedyFinder;
import io.layerloom.graph.Wire;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.InvalidationListener;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableSet;
import javafx.collections.SetChangeListener;
import org.jspecify.annotations.Nullable;

/** What the gestures, keys and overlays of one canvas share: the document as shown, the view, the selection. Sends edits; changes no document. */
final class Editor {

    private final Catalog catalog;
    private final Runnable redraw;
    private final ObjectProperty<Document> document = new SimpleObjectProperty<>(this, "document", Document.EMPTY);
    private final ObjectProperty<@Nullable Document> whole = new SimpleObjectProperty<>(this, "whole");
    private final ObjectProperty<Inference> inference = new SimpleObjectProperty<>(this, "inference", Inference.EMPTY);
    private final ObjectProperty<Optional<DataSchema>> data =
            new SimpleObjectProperty<>(this, "data", Optional.empty());
    private final ObjectProperty<Map<NodeId, Difference.Kind>> changes =
            new SimpleObjectProperty<>(this, "changes", Map.of());
    private final ObjectProperty<Optional<Forecast>> forecast =
            new SimpleObjectProperty<>(this, "forecast", Optional.empty());
    private final BooleanProperty costs = new SimpleBooleanProperty(this, "costs");
    private final ObjectProperty<Consumer<Edit>> onEdit = new SimpleObjectProperty<>(this, "onEdit", edit -> {});
    private final ObjectProperty<RemedyFinder> remedies =
            new SimpleObjectProperty<>(this, "remedies", (problem, then) -> {});
    private final ObjectProperty<List<LayerType>> blocks = new SimpleObjectProperty<>(this, "blocks", List.of());
    private final ObjectProperty<Consumer<NodeId>> onOpen = new SimpleObjectProperty<>(this, "onOpen", id -> {});
    private final ObservableSet<NodeId> selection = FXCollections.observableSet(new LinkedHashSet<>());
    private final ReadOnlyObjectWrapper<Optional<Wire>> selectedWire =
            new ReadOnlyObjectWrapper<>(this, "selectedWire", Optional.empty());
    private final ReadOnlyObjectWrapper<Viewport> view = new ReadOnlyObjectWrapper<>(this, "view", Viewport.INITIAL);

    private Map<NodeId, Point> overrides = Map.of();
    private List<Frame> frames = List.of();
    private Shift shift = Shift.NONE;
    private Marks marks = Marks.NONE;
    private Hover hover = Hover.NOTHING;
    private Diagram diagram = Diagram.EMPTY;
    private boolean stale = true;
    private UUID origin = UUID.randomUUID();
    private double width;
    private double height;
    private Supplier<List<Box>> covers = List::of;
    private Function<Viewport, Optional<Box>> overview = seen -> Optional.empty();

    /** @param redraw asks for a new frame; called often */
    Editor(Catalog catalog, Runnable redraw) {
        this.catalog = catalog;
        this.redraw = redraw;
        document.addListener((observable, before, after) -> documentChanged(before, after));
        inference.addListener(observable -> invalidate());
        costs.addListener(observable -> invalidate());
        forecast.addListener((InvalidationListener) observable -> invalidate());
        data.addListener(observable -> {
            diagram = Diagram.EMPTY;
            invalidate();
        });
        changes.addListener(observable -> {
            diagram = Diagram.EMPTY;
            invalidate();
        });
        selection.addListener((SetChangeListener<NodeId>) change -> {
            if (change.wasAdded()) {
                selectedWire.set(Optional.empty()); // a wire is selected alone
            }
            redraw.run();
        });
        view.addListener(observable -> redraw.run());
    }

    private void documentChanged(Document before, Document after) {
        if (!related(before.graph(), after.graph())) {
            origin = UUID.randomUUID();
        }
        selection.removeIf(id -> after.graph().find(id).isEmpty());
        selectedWire.set(selectedWire().filter(wire -> after.graph().wires().contains(wire)));
        invalidate();
    }

    /** Whether one graph is a step of the other: steps share the objects of all layers that they do not change. */
    private static boolean related(Graph before, Graph after) {
        return same(before, after)
                || after.nodes().values().stream()
                        .anyMatch(node -> before.find(node.id())
                                .filter(former -> same(former, node))
                                .isPresent());
    }

    private static boolean same(Object one, Object other) {
        return one == other;
    }

    /** Which document this is: the same as long as it is only edited, another for every one that is opened. */
    UUID origin() {
        return origin;
    }

    private void invalidate() {
        stale = true;
        redraw.run();
    }

    /** Says everything anew, in the language of now: nothing of what was said before is taken over. */
    void retell() {
        diagram = Diagram.EMPTY;
        invalidate();
    }

    Catalog catalog() {
        return catalog;
    }

    ObjectProperty<Document> documentProperty() {
        return document;
    }

    Document document() {
        return document.get();
    }

    ObjectProperty<Inference> inferenceProperty() {
        return inference;
    }

    Inference inference() {
        return inference.get();
    }

    ObjectProperty<Optional<DataSchema>> dataProperty() {
        return data;
    }

    ObjectProperty<Consumer<Edit>> onEditProperty() {
        return onEdit;
    }

    /** The person's own blocks. */
    ObjectProperty<List<LayerType>> blocksProperty() {
        return blocks;
    }

    ObjectProperty<Consumer<NodeId>> onOpenProperty() {
        return onOpen;
    }

    ObjectProperty<@Nullable Document> wholeProperty() {
        return whole;
    }

    /** The document of which this one is drawn; itself, if it is not drawn within a block. */
    Document whole() {
        return Optional.ofNullable(whole.get()).orElse(document());
    }

    /** Opens a block; does nothing for a layer. */
    void open(NodeId id) {
        if (isBlock(id)) {
            onOpen.get().accept(id);
        }
    }

    boolean isBlock(NodeId id) {
        return document().graph().find(id).flatMap(Node::block).isPresent();
    }

    /** Every layer that can be added: those of the catalog, the blocks of the document, the person's own, and within a block another input of it. */
    List<LayerType> layers() {
        Map<String, LayerType> known = new LinkedHashMap<>();
        Blocks.of(document()).values().forEach(block -> known.put(block.name(), block.type(catalog)));
        blocks.get().forEach(type -> known.putIfAbsent(type.name(), type));
        List<LayerType> all = new ArrayList<>(catalog.layers());
        all.addAll(known.values());
        if (document().graph().nodes().values().stream().anyMatch(BlockPorts::isPort)) {
            all.add(BlockPorts.INPUT);
        }
        return all;
    }

    ObjectProperty<RemedyFinder> remediesProperty() {
        return remedies;
    }

    ReadOnlyObjectProperty<Viewport> viewProperty() {
        return view.getReadOnlyProperty();
    }

    Viewport view() {
        return view.get();
    }

    /** Whether the whole network is in sight. */
    boolean seesAll() {
        return seesAll(view());
    }

    /** Whether the whole network would be in sight. */
    boolean seesAll(Viewport seen) {
        Box sight = seen.visible(width(), height());
        return diagram().bounds().map(sight::holds).orElse(true);
    }

    void show(Viewport other) {
        view.set(other);
    }

    void redraw() {
        redraw.run();
    }

    /** The size of the window onto the plane. */
    void resize(double newWidth, double newHeight) {
        width = newWidth;
        height = newHeight;
    }

    /** Tells what lies over the drawing, on the screen, whenever somebody looks for a free place. */
    void coveredBy(Supplier<List<Box>> boxes) {
        covers = boxes;
    }

    List<Box> covers() {
        return covers.get();
    }

    /** Tells where the overview would lie, on the screen, whenever somebody looks for a view. */
    void overviewBy(Function<Viewport, Optional<Box>> place) {
        overview = place;
    }

    /** Where the overview lies on the screen if this is the view; empty if there is none then. */
    Optional<Box> overviewIn(Viewport seen) {
        return overview.apply(seen);
    }

    double width() {
        return width;
    }

    double height() {
        return height;
    }

    /** The document in its places, as of now. */
    Diagram diagram() {
        if (stale) {
            stale = false;
            diagram = new DiagramBuilder(
                            catalog,
                            framed(document()),
                            inference(),
                            data.get().map(DataSchema::name).orElse(""),
                            shownCosts(),
                            changes.get(),
                            overrides,
                            diagram)
                    .build();
        }
        return diagram;
    }

    Wiring wiring() {
        return new Wiring(document().graph(), catalog, inference());
    }

    private Document framed(Document shown) {
        return frames.isEmpty() ? shown : shown.with(shown.layout().framing(frames));
    }

    /**
     * Shows some nodes and frames elsewhere than the document says, until told otherwise.
     *
     * @param others all frames; none for those of the document
     */
    void override(Map<NodeId, Point> places, List<Frame> others) {
        if (!overrides.equals(places) || !frames.equals(others)) {
            overrides = Map.copyOf(places);
            frames = List.copyOf(others);
            invalidate();
        }
    }

    /** How layers differ from those of another network. */
    ObjectProperty<Map<NodeId, Difference.Kind>> changesProperty() {
        return changes;
    }

    /** Whether the costs of layers stand on them. */
    BooleanProperty costsProperty() {
        return costs;
    }

    /** What a step of training takes; only asked while costs are shown. */
    ObjectProperty<Optional<Forecast>> forecastProperty() {
        return forecast;
    }

    private Optional<Costs> shownCosts() {
        return costs.get()
                ? Optional.of(Costs.of(
                        inference(),
                        MiniBatches.of(document().plan(), data.get()).size(),
                        forecast.get()))
                : Optional.empty();
    }

    /** Shows some nodes a distance away from where the document says, until told otherwise; costs next to nothing, as nothing is laid out anew. */
    void shift(Shift other) {
        if (!shift.equals(other)) {
            shift = other;
            redraw.run();
        }
    }

    Shift shift() {
        return shift;
    }

    /** The layers that are in the hand or on their way, and not where the document says. */
    Set<NodeId> held() {
        Set<NodeId> held = new LinkedHashSet<>(overrides.keySet());
        held.addAll(shift.nodes());
        return held;
    }

    Marks marks() {
        return marks;
    }

    void mark(Marks other) {
        marks = other;
        redraw.run();
    }

    Hover hover() {
        return hover;
    }

    void hover(Hover other) {
        if (!hover.equals(other)) {
            hover = other;
            redraw.run();
        }
    }

    /** Sends an edit to whoever keeps the document. */
    void send(Edit edit) {
        onEdit.get().accept(edit);
    }

    /** Sends an edit, then selects what it made. */
    void send(Edit edit, Collection<NodeId> made) {
        send(edit);
        select(made);
    }

    /** Sends an edit that brings layers, whose ends of the network suit the data, then selects what it made. */
    void bring(Edit edit, Collection<NodeId> made) {
        send(DataFit.of(edit, catalog, data.get()), made);
    }

    ObservableSet<NodeId> selection() {
        return selection;
    }

    /** Selects just these, as far as they exist. */
    void select(Collection<NodeId> nodes) {
        Set<NodeId> wanted = new LinkedHashSet<>(nodes);
        wanted.removeIf(id -> document().graph().find(id).isEmpty());
        selectedWire.set(Optional.empty());
        selection.retainAll(wanted);
        selection.addAll(wanted);
        redraw.run();
    }

    ReadOnlyObjectProperty<Optional<Wire>> selectedWireProperty() {
        return selectedWire.getReadOnlyProperty();
    }

    Optional<Wire> selectedWire() {
        return selectedWire.get();
    }

    void selectWire(Wire wire) {
        selection.clear();
        selectedWire.set(Optional.of(wire));
        redraw.run();
    }

    /** The world point in the middle of the window. */
    Point centre() {
        return view().toWorld(width / 2, height / 2);
    }
}
