package io.layerloom.canvas;

import io.layerloom.graph.Point;
import java.util.List;
import java.util.Optional;

/**
 * The way of a wire.
 *
 * @param lane the straight stretch on which it passes other nodes, if it has to
 */
record Route(WirePath path, Optional<Box> lane, List<Point> bends) {

    Route {
        bends = List.copyOf(bends);
    }

    Route(WirePath path, Optional<Box> lane) {
        this(path, lane, List.of());
    }
}
