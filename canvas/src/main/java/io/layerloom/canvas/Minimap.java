package io.layerloom.canvas;

import static io.layerloom.graph.language.Language.tr;

import io.layerloom.graph.NodeId;
import io.layerloom.graph.Point;
import io.layerloom.themes.Tokens;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import org.jspecify.annotations.Nullable;

/** The whole network in a corner, with a frame around what is in sight; a click or drag goes there. The nodes are drawn anew only when they changed. */
final class Minimap extends Pane {

    /** Networks of this size or more have one unasked. */
    static final int FROM = 30;

    private static final double WIDTH = 136;
    private static final double HEIGHT = 86;
    private static final double PAD = 7;

    /** The drawing lies within the panel's round corners. */
    private static final double INSET = 4;

    private record Drawn(Diagram diagram, Set<NodeId> selection, Ink ink, Box all, double fine) {}

    private final Editor editor;
    private final Supplier<Overview> wanted;
    private final Canvas panel = new Canvas(WIDTH, HEIGHT);
    private final Mosaic nodes = new Mosaic();
    private final Canvas frame = new Canvas(WIDTH, HEIGHT);
    private @Nullable Drawn drawn;
    private double scale = 1;
    private double left;
    private double top;

    /** @param wanted when it is to be shown */
    Minimap(Editor editor, Supplier<Overview> wanted) {
        this.editor = editor;
        this.wanted = wanted;
        nodes.relocate(INSET, INSET);
        getChildren().addAll(panel, nodes, frame);
        resize(WIDTH, HEIGHT);
        setManaged(false);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setOnMousePressed(this::jump);
        setOnMouseDragged(this::jump);
        setOnMouseReleased(MouseEvent::consume);
    }

    /** Where on the screen it lies if this is the view; empty where it is not shown then. */
    Optional<Box> placeIn(Viewport view) {
        Overview when = wanted.get();
        boolean shown = when.shows(editor.diagram().nodes().size(), editor.seesAll(view))
                && (when == Overview.ALWAYS || editor.width() > 4 * WIDTH);
        return shown
                ? Optional.of(new Box(
                        Math.rint(editor.width() - Overlays.CORNER - WIDTH),
                        Math.rint(editor.height() - Overlays.CORNER - HEIGHT),
                        WIDTH,
                        HEIGHT))
                : Optional.empty();
    }

    /** Shows it where it lies now, if it does. */
    void place() {
        Optional<Box> place = placeIn(editor.view());
        setVisible(place.isPresent());
        place.ifPresent(box -> relocate(box.x(), box.y()));
    }

    private void jump(MouseEvent event) {
        Point world = new Point((event.getX() - left) / scale, (event.getY() - top) / scale);
        editor.show(editor.view().centred(world, editor.width(), editor.height()));
        event.consume();
    }

    /** @param fine how many pixels of the screen there are to one of the window */
    void paint(Ink ink, double fine) {
        setAccessibleText(tr("Overview of the network"));
        Box sight = editor.view().visible(editor.width(), editor.height());
        Box all = editor.diagram().bounds().map(sight::union).orElse(sight);
        scale = Math.min((WIDTH - 2 * PAD) / all.width(), (HEIGHT - 2 * PAD) / all.height());
        left = WIDTH / 2 - all.centreX() * scale;
        top = HEIGHT / 2 - all.centreY() * scale;
        Drawn now = new Drawn(editor.diagram(), Set.copyOf(editor.selection()), ink, all, fine);
        if (drawn == null || !drawn.ink.equals(ink)) {
            paintPanel(panel.getGraphicsContext2D(), ink.tokens);
        }
        if (!now.equals(drawn)) {
            drawn = now;
            paintNodes(ink.tokens, fine);
        }
        paintFrame(frame.getGraphicsContext2D(), ink.tokens, sight);
    }

    private static void paintPanel(GraphicsContext gc, Tokens tokens) {
        gc.clearRect(0, 0, WIDTH, HEIGHT);
        gc.setFill(tokens.panel());
        gc.fillRoundRect(0.5, 0.5, WIDTH - 1, HEIGHT - 1, 12, 12);
        gc.setStroke(tokens.line());
        gc.setLineWidth(1);
        gc.strokeRoundRect(0.5, 0.5, WIDTH - 1, HEIGHT - 1, 12, 12);
    }

    /** As pixels: a thousand boxes of two pixels each are a thousand tasks for the toolkit. */
    private void paintNodes(Tokens tokens, double fine) {
        Raster raster = nodes.raster(WIDTH - 2 * INSET, HEIGHT - 2 * INSET, fine);
        raster.fill(Raster.argb(tokens.panel()));
        int bad = Raster.argb(tokens.bad());
        int plain = Raster.argb(tokens.faint());
        for (NodeView node : editor.diagram().nodes()) {
            paint(raster, fine, node.box(), isBad(node) ? bad : plain);
        }
        int selected = Raster.argb(tokens.accent());
        for (NodeId id : editor.selection()) {
            editor.diagram()
                    .node(id)
                    .filter(node -> !isBad(node))
                    .ifPresent(node -> paint(raster, fine, node.box(), selected));
        }
        nodes.show(Optional.empty());
    }

    private static boolean isBad(NodeView node) {
        return node.face().mark() == NodeFace.Mark.PROBLEM;
    }

    private void paint(Raster raster, double fine, Box box, int argb) {
        double x = left - INSET + box.x() * scale;
        double y = top - INSET + box.y() * scale;
        raster.rectangle(
                x * fine,
                y * fine,
                (x + Math.max(1.5, box.width() * scale)) * fine,
                (y + Math.max(1, box.height() * scale)) * fine,
                argb);
    }

    private void paintFrame(GraphicsContext gc, Tokens tokens, Box sight) {
        double x = Math.floor(left + sight.x() * scale) + 0.5;
        double y = Math.floor(top + sight.y() * scale) + 0.5;
        double w = Math.max(6, Math.rint(sight.width() * scale) - 1);
        double h = Math.max(5, Math.rint(sight.height() * scale) - 1);
        gc.clearRect(0, 0, WIDTH, HEIGHT);
        gc.setFill(tokens.accent().deriveColor(0, 1, 1, 0.07));
        gc.fillRoundRect(x, y, w, h, 5, 5);
        gc.setStroke(tokens.accent());
        gc.setLineWidth(1);
        gc.strokeRoundRect(x, y, w, h, 5, 5);
    }
}
