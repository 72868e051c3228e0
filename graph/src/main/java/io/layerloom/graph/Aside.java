package io.layerloom.graph;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How what lies beside a block goes aside for the layers that come out of it: to the left what lies before it, to the right what lies behind. Frames go with their layers; one around the block grows with
 * what comes.
 *
 * @param block where the block stood
 * @param left how far what lies before it goes
 * @param right how far what lies behind it goes
 */
record Aside(Point block, double left, double right) {

    /** From one layer to the next in a row. */
    static final double STEP = 260;

    /** Free within a frame beside its layers. */
    private static final double PAD = 24;

    /**
     * Room from the place of the first layer of a row to that of the last.
     *
     * @param outer what lies beside the block
     */
    static Aside of(Layout outer, Point block, double first, double last) {
        double nextRight = outer.positions().values().stream()
                .mapToDouble(Point::x)
                .filter(x -> x > block.x())
                .min()
                .orElse(Double.POSITIVE_INFINITY);
        double nextLeft = outer.positions().values().stream()
                .mapToDouble(Point::x)
                .filter(x -> x < block.x())
                .max()
                .orElse(Double.NEGATIVE_INFINITY);
        return new Aside(block, Math.max(0, nextLeft - (first - STEP)), Math.max(0, last + STEP - nextRight));
    }

    /** The layout in which all has gone aside. */
    Layout moved(Layout outer, double first, double last) {
        Map<NodeId, Point> places = new LinkedHashMap<>();
        outer.positions().forEach((id, at) -> places.put(id, at.plus(by(at), 0)));
        List<Frame> frames = outer.frames().stream()
                .map(frame -> moved(frame, outer, first, last))
                .toList();
        return outer.moving(places).framing(frames);
    }

    private double by(Point at) {
        return at.x() > block.x() ? right : at.x() < block.x() ? -left : 0;
    }

    private Frame moved(Frame frame, Layout outer, double first, double last) {
        List<Point> within = outer.positions().values().stream()
                .filter(at -> holds(frame, at))
                .toList();
        double from = within.stream().mapToDouble(this::by).min().orElse(0);
        double to = within.stream().mapToDouble(this::by).max().orElse(0);
        double start = frame.x() + from;
        double end = frame.x() + frame.width() + to;
        if (holds(frame, block)) {
            start = Math.min(start, first - PAD);
            end = Math.max(end, last + Placement.WIDTH + PAD);
        }
        return frame.moved(start - frame.x(), 0).sized(end - start, frame.height());
    }

    private static boolean holds(Frame frame, Point at) {
        return frame.contains(at.plus(Placement.WIDTH / 2, Placement.HEIGHT / 2));
    }
}
