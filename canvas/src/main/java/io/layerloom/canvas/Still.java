package io.layerloom.canvas;

import io.layerloom.graph.NodeId;
import io.layerloom.graph.Wire;
import java.util.Optional;
import java.util.Set;

/** All that the part of a frame depends on which stays where it is. Diagrams and rasters are the same only if they are the same object. */
record Still(
        Raster raster,
        Diagram diagram,
        Lens lens,
        Set<NodeId> selection,
        Set<NodeId> moved,
        boolean zooming,
        Set<NodeId> dimmed,
        Optional<Wire> hidden,
        Optional<Wire> wire,
        Optional<NodeId> hovered,
        Optional<Wire> lit) {

    /** Whether it is the same but for its place, and most of it is in sight in both. */
    boolean isPanned(Still before) {
        double dx = Math.abs(lens.offsetX() - before.lens.offsetX());
        double dy = Math.abs(lens.offsetY() - before.lens.offsetY());
        return !zooming && dx < raster.width / 2.0 && dy < raster.height / 2.0 && equals(before.at(lens));
    }

    /** Whether it shows the same place at rest, on the same pixels. */
    boolean sharesGround(Still before) {
        return same(raster, before.raster)
                && lens.equals(before.lens)
                && !zooming
                && !before.zooming
                && moved.isEmpty()
                && before.moved.isEmpty();
    }

    private static boolean same(Object one, Object other) {
        return one == other;
    }

    private Still at(Lens other) {
        return other.scale() != lens.scale()
                ? this
                : new Still(raster, diagram, other, selection, moved, zooming, dimmed, hidden, wire, hovered, lit);
    }

    static Still of(Raster raster, Painter.Frame frame, Lens lens) {
        Marks marks = frame.marks();
        return new Still(
                raster,
                frame.diagram(),
                lens,
                frame.selection(),
                frame.shift().nodes(),
                frame.zooming(),
                marks.dimmed(),
                marks.hidden(),
                marks.wire(),
                frame.hovered(),
                frame.lit());
    }
}
