package io.layerloom.app.window;

import static io.layerloom.graph.language.Language.tr;

import io.layerloom.app.workbench.Workbench;
import io.layerloom.canvas.GraphCanvas;
import io.layerloom.graph.Difference;
import io.layerloom.graph.Document;
import io.layerloom.graph.NodeId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;

/** A second project beside the one on a workbench, to be looked at and not to be changed, and in what the networks and the training plans differ; both follow every change. */
public final class Comparison {

    private final String name;
    private final Workbench own;
    private final GraphCanvas ownCanvas;
    private ObservableValue<Document> source;
    private final Workbench other;
    private final GraphCanvas canvas;
    private final ReadOnlyObjectWrapper<Difference> difference = new ReadOnlyObjectWrapper<>(Difference.NONE);
    private final BlockPairs pairs;
    private final InvalidationListener changed = change -> compare();
    private final InvalidationListener ownMoved = change -> moved(true);
    private final InvalidationListener otherMoved = change -> moved(false);
    private boolean following;
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
        this.pairs = new BlockPairs(other, own);
        CanvasLink.bind(canvas, other, (problem, then) -> {});
        source.addListener(replaced);
        own.drawing().inferenceProperty().addListener(changed);
        own.drawing().documentProperty().addListener(changed);
        own.drawing().pathProperty().addListener(ownMoved);
        other.drawing().pathProperty().addListener(otherMoved);
        take();
        CanvasLink.fit(canvas);
    }

    private void take() {
        // That the other side begins at its outermost drawing again is no wish of the person to leave a block here.
        following = true;
        other.open(source.getValue());
        other.lock();
        following = false;
        moved(true);
    }

    /** What is opened or left on one side is so on the other. */
    private void moved(boolean here) {
        if (!following) {
            following = true;
            if (here) {
                pairs.lead();
            } else {
                pairs.follow();
            }
            following = false;
        }
        compare();
    }

    /** Within a block that both have open, what lies in it; else both projects as a whole. */
    private void compare() {
        if (isWithinBlock()) {
            difference.set(Difference.between(
                    other.drawing().document().graph(),
                    other.drawing().inference(),
                    own.drawing().document().graph(),
                    own.drawing().inference(),
                    own.catalog()));
            ownCanvas.changesProperty().set(difference.get().ofSecond());
            canvas.changesProperty().set(difference.get().ofFirst());
        } else {
            difference.set(ofWhole());
            mark(ownCanvas, own, difference.get().ofSecond());
            mark(canvas, other, difference.get().ofFirst());
        }
    }

    /** The plan comes first, because it concerns all layers. */
    private Difference ofWhole() {
        Difference networks = Difference.between(
                other.document().graph(), other.inference(), own.document().graph(), own.inference(), own.catalog());
        List<Difference.Detail> plan =
                PlanDifference.between(other.document().plan(), own.document().plan(), own.catalog());
        if (plan.isEmpty()) {
            return networks;
        }
        Difference.Change ofPlan = new Difference.Change(
                Difference.Kind.SETTINGS, Optional.empty(), Optional.empty(), tr("Training plan"), plan);
        return new Difference(
                Stream.concat(Stream.of(ofPlan), networks.changes().stream()).toList());
    }

    /** Within a block that only one side has, other layers have the same ids. */
    private static void mark(GraphCanvas shown, Workbench of, Map<NodeId, Difference.Kind> marks) {
        shown.changesProperty().set(of.drawing().path().isEmpty() ? marks : Map.of());
    }

    /** Shows a layer that is not the same on both sides where it is there; the training plan, which is no layer, where its settings are. */
    void reveal(Difference.Change change) {
        if (change.first().isEmpty() && change.second().isEmpty()) {
            ownCanvas.clearSelection();
            return;
        }
        boolean within = isWithinBlock();
        change.first().ifPresent(id -> reveal(canvas, other, id, within));
        change.second().ifPresent(id -> reveal(ownCanvas, own, id, within));
    }

    private static void reveal(GraphCanvas canvas, Workbench workbench, NodeId id, boolean within) {
        if (!within) {
            workbench.drawing().leaveTo(0);
        }
        workbench.select(id);
        canvas.reveal(id);
    }

    /** Whether what is compared lies in a block that both have open. */
    boolean isWithinBlock() {
        return pairs.isSame() && !own.drawing().path().isEmpty();
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

    /** Compares from now on with the other network as it is now, if it is that of a project that is about to be closed; of which nothing is to be held. */
    void outlive(ObservableValue<Document> closed) {
        if (source.equals(closed)) {
            source.removeListener(replaced);
            source = new SimpleObjectProperty<>(closed.getValue());
        }
    }

    /** Compares no longer. */
    void close() {
        source.removeListener(replaced);
        own.drawing().inferenceProperty().removeListener(changed);
        own.drawing().documentProperty().removeListener(changed);
        own.drawing().pathProperty().removeListener(ownMoved);
        ownCanvas.changesProperty().set(Map.of());
        canvas.dispose();
    }
}
