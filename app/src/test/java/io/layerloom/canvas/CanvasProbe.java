package io.layerloom.canvas;

import io.layerloom.graph.NodeId;
import io.layerloom.graph.Point;
import javafx.geometry.Point2D;

/** Where things lie on the screen, for tests that move a real pointer. */
public final class CanvasProbe {

    private CanvasProbe() {}

    /** The middle of a node's title. */
    public static Point2D node(GraphCanvas canvas, NodeId id) {
        Box box = view(canvas, id).box();
        return screen(canvas, new Point(box.x() + 60, box.y() + 18));
    }

    /** The output port of a node. */
    public static Point2D output(GraphCanvas canvas, NodeId id) {
        return screen(canvas, view(canvas, id).output());
    }

    /** An input port of a node. */
    public static Point2D input(GraphCanvas canvas, NodeId id, int port) {
        return screen(canvas, view(canvas, id).input(port));
    }

    private static NodeView view(GraphCanvas canvas, NodeId id) {
        return canvas.editor().diagram().node(id).orElseThrow();
    }

    private static Point2D screen(GraphCanvas canvas, Point world) {
        Viewport view = canvas.editor().view();
        return canvas.localToScreen(view.screenX(world.x()), view.screenY(world.y()));
    }
}
