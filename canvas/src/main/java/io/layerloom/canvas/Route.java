package io.layerloom.canvas;

import java.util.Optional;

/**
 * The way of a wire.
 *
 * @param lane the straight stretch on which it passes other nodes, if it has to
 */
record Route(WirePath path, Optional<Box> lane) {}
