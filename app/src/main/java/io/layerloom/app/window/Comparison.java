package io.layerloom.app.window;

import io.layerloom.app.workbench.Workbench;
import io.layerloom.canvas.GraphCanvas;
import io.layerloom.graph.Difference;
import io.layerloom.graph.Document;
import io.layerloom.graph.NodeId;
import java.util.Map;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;

/** A second network beside the one of a project, to be looked at and not to be changed, and in what the project differs from it; both follow every change. */
public final class Comparison {

    private final String name;
    private final Workbench own;
    private final GraphCanvas ownCanvas;
    private final ObservableValue<Document> source;
    private final Workbench other;
    private final GraphCanvas canvas;
    private final ReadOnlyObjectWrapper<Difference> difference = new ReadOnlyObjectWrapper<>(Difference.NONE);
    private final InvalidationListener changed = change -> compare();
    private final InvalidationListener replaced = change -> take();

    /**
     * Compares from now on, until it is closed.
     *
     * @param name what the other project is called
     * @param source its document
     */
    Comparison(String name, ObservableValue<Document> source, Workbench own, GraphCanvas ownCanvas) {
        this.name = name;
        this.source = source;
        this.own = own;
        this.ownCanvas = ownCanvas;
        this.other = new Workbench(own.catalog());
        this.canvas = new GraphCanvas(own.catalog());
        CanvasLink.bind(canvas, other, (problem, then) -> {});
        source.addListener(replaced);
        own.drawing().inferenceProperty().addListener(changed);
        own.drawing().documentProperty().addListener(changed);
        own.drawing().pathProperty().addListener(changed);
        other.drawing().pathProperty().addListener(changed);
        take();
        CanvasLink.fit(canvas);
    }

    private void take() {
        other.open(source.getValue());
        other.lock();
        compare();
    }

    private void compare() {
        difference.set(Difference.between(
                other.document().graph(), other.inference(), own.document().graph(), own.inference(), own.catalog()));
        mark(ownCanvas, own, difference.get().ofSecond());
        mark(canvas, other, difference.get().ofFirst());
    }

    /** Within a block other layers have the same ids. */
    private static void mark(GraphCanvas shown, Workbench of, Map<NodeId, Difference.Kind> marks) {
        shown.changesProperty().set(of.drawing().path().isEmpty() ? marks : Map.of());
    }

    /** Shows a layer that is not the same on both sides where it is there. */
    void reveal(Difference.Change change) {
        change.first().ifPresent(id -> reveal(canvas, other, id));
        change.second().ifPresent(id -> reveal(ownCanvas, own, id));
    }

    private static void reveal(GraphCanvas canvas, Workbench workbench, NodeId id) {
        workbench.drawing().leaveTo(0);
        workbench.select(id);
        canvas.reveal(id);
    }

    /** What the other project is called. */
    String name() {
        return name;
    }

    /** On which the other network is drawn. */
    GraphCanvas canvas() {
        return canvas;
    }

    /** In what the project differs from the other one. */
    ReadOnlyObjectProperty<Difference> differenceProperty() {
        return difference.getReadOnlyProperty();
    }

    /** Says everything anew, in the language of now. */
    void retell() {
        other.retell();
        canvas.retell();
        compare();
    }

    /** Compares no longer. */
    void close() {
        source.removeListener(replaced);
        own.drawing().inferenceProperty().removeListener(changed);
        own.drawing().documentProperty().removeListener(changed);
        own.drawing().pathProperty().removeListener(changed);
        ownCanvas.changesProperty().set(Map.of());
        canvas.dispose();
    }
}
