package io.layerloom.canvas;

import io.layerloom.graph.NodeId;
import io.layerloom.graph.Point;
import io.layerloom.graph.Wire;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a gesture shows while it lasts, in world units.
 *
 * @param ports ports that answer the wire being drawn
 * @param dimmed nodes that cannot take part
 * @param loose the wire being drawn
 * @param hidden a wire that is not drawn, because its end is in the hand
 * @param wire a wire that would be changed by letting go
 * @param ghosts nodes that do not exist yet
 * @param marquee the selection rectangle
 * @param guides lines along which a moved node is aligned: from and to
 * @param stroke the line along which wires are cut
 * @param way the way that a wire would take
 */
record Marks(
        Map<Port, Answer> ports,
        Set<NodeId> dimmed,
        Optional<Loose> loose,
        Optional<Wire> hidden,
        Optional<Wire> wire,
        List<Ghost> ghosts,
        Optional<Box> marquee,
        List<Guide> guides,
        List<Point> stroke,
        Optional<WirePath> way) {

    static final Marks NONE = new Marks(
            Map.of(),
            Set.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            Optional.empty(),
            List.of(),
            List.of(),
            Optional.empty());

    /** How a port answers. */
    enum Answer {
        /** Would take the wire. */
        FITS,
        /** Would take it, but the shapes would not fit. */
        MISFITS,
        /** Takes it if the button is let go now. */
        CHOSEN,
        /** As chosen, but the shapes would not fit. */
        CHOSEN_MISFIT
    }

    /** A wire with at most one end. */
    record Loose(Point from, Point to, boolean misfit) {}

    /** A node that does not exist yet. */
    record Ghost(NodeFace face, Point at) {}

    /** A line along which things are aligned. */
    record Guide(Point from, Point to) {}

    Marks {
        ports = Map.copyOf(ports);
        dimmed = Set.copyOf(dimmed);
        ghosts = List.copyOf(ghosts);
        guides = List.copyOf(guides);
        stroke = List.copyOf(stroke);
    }

    static Marks marquee(Box box) {
        return new Marks(
                Map.of(),
                Set.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.of(box),
                List.of(),
                List.of(),
                Optional.empty());
    }

    static Marks ghosts(List<Ghost> ghosts, Optional<Wire> wire) {
        return new Marks(
                Map.of(),
                Set.of(),
                Optional.empty(),
                Optional.empty(),
                wire,
                ghosts,
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.empty());
    }

    static Marks moving(List<Guide> guides, Optional<Wire> wire) {
        return new Marks(
                Map.of(),
                Set.of(),
                Optional.empty(),
                Optional.empty(),
                wire,
                List.of(),
                Optional.empty(),
                guides,
                List.of(),
                Optional.empty());
    }

    static Marks wiring(Map<Port, Answer> ports, Set<NodeId> dimmed, Loose loose, Optional<Wire> hidden) {
        return new Marks(
                ports,
                dimmed,
                Optional.of(loose),
                hidden,
                Optional.empty(),
                List.of(),
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.empty());
    }

    static Marks stroke(List<Point> stroke) {
        return new Marks(
                Map.of(),
                Set.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                List.of(),
                stroke,
                Optional.empty());
    }

    static Marks rerouted(Wire wire, WirePath way) {
        return new Marks(
                Map.of(),
                Set.of(),
                Optional.empty(),
                Optional.of(wire),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.of(way));
    }
}
