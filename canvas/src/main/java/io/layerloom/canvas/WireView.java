package io.layerloom.canvas;

import io.layerloom.graph.Wire;
import java.util.Optional;

/**
 * A wire in its place.
 *
 * @param label the shape that it carries, where known
 * @param pill where the label lies; empty where there is no room for it
 * @param bad whether it lies on the way from the cause of a problem to where it shows
 */
record WireView(
        Wire wire,
        NodeView from,
        NodeView to,
        Route route,
        Optional<ShapeLabel> label,
        Optional<Box> pill,
        boolean bad) {

    /** The same with its label in a place. */
    WireView with(Box place) {
        return new WireView(wire, from, to, route, label, Optional.of(place), bad);
    }

    WirePath path() {
        return route.path();
    }

    /** Whether it looks the same, in the same place. */
    @SuppressWarnings("ReferenceEquality") // a way that was kept is the same object
    boolean looksLike(WireView other) {
        return this == other
                || (route == other.route && bad == other.bad && label.equals(other.label) && pill.equals(other.pill));
    }

    /** The box around its line and its label. */
    Box bounds() {
        return pill.map(path().bounds()::union).orElse(path().bounds());
    }
}
