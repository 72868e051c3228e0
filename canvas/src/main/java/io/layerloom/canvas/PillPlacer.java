package io.layerloom.canvas;

import io.layerloom.graph.Point;
import java.util.Optional;

/** Lays the shape label of each wire where it covers neither a node nor another label, as near to the middle as there is room. */
final class PillPlacer {

    static final double HEIGHT = 20;

    private static final double GLYPH = 6.0;
    private static final double PADDING = 12;
    private static final double TIGHT = 4;

    /** What the ports at both ends of a wire take of its length. */
    private static final double PORTS = 11;

    private static final double TOLERANCE = 0.12;
    private static final double[] SHARES = {0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74, 0.18, 0.82};

    private final BoxIndex<NodeView> nodes;
    private final BoxIndex<Box> pills;

    /** @param pills the labels that lie already; later ones are added */
    PillPlacer(BoxIndex<NodeView> nodes, BoxIndex<Box> pills) {
        this.nodes = nodes;
        this.pills = pills;
    }

    /** How wide a label is: a little narrower between two nodes that stand close. */
    private static double width(ShapeLabel label, WirePath path) {
        double text = label.text().length() * GLYPH;
        boolean level = Math.abs(path.start().y() - path.end().y()) < PORTS;
        double room = level ? path.end().x() - path.start().x() - PORTS : Double.MAX_VALUE;
        double narrowest = text + TIGHT;
        return Math.max(narrowest, Math.min(text + PADDING, room < narrowest / 2 ? text + PADDING : room));
    }

    /** The place of a label; empty if it would hide a good part of something wherever it lay. */
    Optional<Box> place(WirePath path, ShapeLabel label) {
        double width = width(label, path);
        Box best = null;
        double least = Double.MAX_VALUE;
        for (double share : SHARES) {
            Point at = path.at(share);
            Box box = new Box(at.x() - width / 2, at.y() - HEIGHT / 2, width, HEIGHT);
            double covered = covered(box);
            if (covered < least) {
                least = covered;
                best = box;
            }
            if (covered == 0) {
                break;
            }
        }
        if (best == null || least > TOLERANCE * best.width() * best.height()) {
            return Optional.empty();
        }
        pills.add(best, best);
        return Optional.of(best);
    }

    private double covered(Box box) {
        double sum = 0;
        for (NodeView node : nodes.within(box)) {
            sum += node.box().shared(box);
        }
        for (Box pill : pills.within(box)) {
            sum += pill.shared(box);
        }
        return sum;
    }
}
