package io.layerloom.app.window;

import io.layerloom.app.workbench.Drawing;
import io.layerloom.app.workbench.StepMeter;
import io.layerloom.app.workbench.Workbench;
import io.layerloom.canvas.GraphCanvas;
import io.layerloom.graph.NodeId;
import io.layerloom.graph.RemedyFinder;
import io.layerloom.themes.FxThread;
import io.layerloom.themes.Themes;
import java.util.List;
import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.collections.ObservableSet;
import javafx.collections.SetChangeListener;

/** Ties a canvas to a workbench: the canvas shows what lies on it and sends edits back; both select the same layers. */
public final class CanvasLink {

    private CanvasLink() {}

    /** Ties them for as long as both live. */
    public static void bind(GraphCanvas canvas, Workbench workbench, RemedyFinder remedies) {
        Drawing drawing = workbench.drawing();
        canvas.documentProperty().bind(drawing.documentProperty());
        canvas.wholeProperty().bind(workbench.documentProperty());
        canvas.inferenceProperty().bind(drawing.inferenceProperty());
        canvas.dataProperty().bind(workbench.schemaProperty());
        canvas.themeProperty().bind(Themes.current());
        canvas.textSizeProperty().bind(Themes.textSize());
        canvas.onEditProperty().set(drawing::apply);
        workbench.onReturned(canvas::retrace);
        canvas.onOpenProperty().set(drawing::open);
        canvas.onLeaveProperty().set(depth -> leave(canvas, drawing, depth));
        canvas.trailProperty().bind(drawing.pathProperty().map(path -> drawing.trail()));
        canvas.remediesProperty().set(remedies);
        mirror(canvas.selection(), workbench.selection());
        mirror(workbench.selection(), canvas.selection());
    }

    /** Lets a canvas tell what a step takes; worked out only while costs are shown. */
    public static void foretell(GraphCanvas canvas, Workbench workbench, StepMeter meter) {
        canvas.forecastProperty()
                .bind(Bindings.createObjectBinding(
                        () -> canvas.costsProperty().get() ? meter.drawn() : Optional.empty(),
                        canvas.costsProperty(),
                        workbench.drawing().documentProperty(),
                        workbench.drawing().inferenceProperty(),
                        workbench.inferenceProperty(),
                        workbench.schemaProperty(),
                        meter.paceProperty()));
    }

    /** The block that was left is selected: it is where the person comes from. */
    private static void leave(GraphCanvas canvas, Drawing drawing, int depth) {
        List<NodeId> path = drawing.path();
        drawing.leaveTo(depth);
        if (depth < path.size()) {
            canvas.clearSelection();
            canvas.selection().add(path.get(depth));
        }
    }

    /** Shows the network that was opened; at once, or as soon as the canvas has a size, which it gets with its first layout. */
    public static void fit(GraphCanvas canvas) {
        if (canvas.getWidth() > 0) {
            FxThread.later(canvas::showOpened);
            return;
        }
        canvas.widthProperty().addListener(new InvalidationListener() {
            @Override
            public void invalidated(Observable width) {
                canvas.widthProperty().removeListener(this);
                FxThread.later(canvas::showOpened);
            }
        });
    }

    /** Adding what is there and removing what is not changes nothing, so two mirrors face each other without end or harm. */
    private static void mirror(ObservableSet<NodeId> from, ObservableSet<NodeId> to) {
        from.addListener((SetChangeListener<NodeId>) change -> {
            if (change.wasAdded()) {
                to.add(change.getElementAdded());
            } else {
                to.remove(change.getElementRemoved());
            }
        });
    }
}
