package io.layerloom.canvas;

import io.layerloom.graph.Difference;
import java.util.Optional;
import javafx.scene.canvas.GraphicsContext;

/**
 * A node seen from afar: box and edge, with a bar for the title where no {@link NodeSign} has room. All nodes of a tone, height and warmth share it.
 *
 * @param warmth how dear it is, in steps up to {@link #WARMEST}; 0 if that is not shown
 * @param barred whether bars stand for what is written there
 */
record PlainNodePicture(
        String tone,
        double nodeHeight,
        NodeFace.Mark mark,
        Optional<Difference.Kind> change,
        int warmth,
        boolean barred)
        implements Picture {

    /** So many steps can be told apart, and so few pictures are kept. */
    private static final int WARMEST = 8;

    static final double MARGIN = 2;

    /** How much larger than on a node that is near. */
    private static final double SIGN = 2;

    /** What that takes of the width. */
    static final double SIGN_ROOM = SIGN * ChangeSign.SIDE + 6;

    static PlainNodePicture of(NodeFace face, boolean barred) {
        return new PlainNodePicture(
                face.tone(), face.height(), face.mark(), face.change(), (int) Math.ceil(WARMEST * face.heat()), barred);
    }

    @Override
    public double width() {
        return NodeFace.WIDTH + 2 * MARGIN;
    }

    @Override
    public double height() {
        return nodeHeight + 2 * MARGIN;
    }

    @Override
    public boolean isCommon() {
        return true;
    }

    @Override
    public void paint(GraphicsContext gc, Ink ink) {
        gc.save();
        gc.translate(MARGIN, MARGIN);
        gc.setFill(ink.tokens.line());
        gc.fillRoundRect(-1, -1, NodeFace.WIDTH + 2, nodeHeight + 2, 16, 16);
        gc.setFill(ink.tokens.raised());
        gc.fillRoundRect(0.5, 0.5, NodeFace.WIDTH - 1, nodeHeight - 1, 14, 14);
        if (warmth > 0) {
            gc.setFill(ink.warm((double) warmth / WARMEST));
            gc.fillRoundRect(0.5, 0.5, NodeFace.WIDTH - 1, nodeHeight - 1, 14, 14);
        }
        gc.setFill(ink.tokens.category(tone));
        gc.fillRoundRect(0, 0, 7, nodeHeight, 7, 7);
        if (barred) {
            bars(gc, ink);
        }
        change.ifPresent(kind -> {
            gc.translate(NodeFace.WIDTH - SIGN_ROOM, 6);
            gc.scale(SIGN, SIGN);
            ChangeSign.paint(gc, ink.tokens, kind, 0, 0);
        });
        gc.restore();
    }

    private void bars(GraphicsContext gc, Ink ink) {
        double top = (nodeHeight - 76) / 2;
        gc.setFill(ink.tokens.text().deriveColor(0, 1, 1, 0.55));
        gc.fillRoundRect(18, top + 15, 96, 10, 5, 5);
        gc.setFill(
                mark == NodeFace.Mark.PROBLEM
                        ? ink.tokens.bad()
                        : ink.tokens.muted().deriveColor(0, 1, 1, 0.4));
        gc.fillRoundRect(18, top + 37, 70, 8, 4, 4);
    }
}
