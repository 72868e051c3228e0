package io.layerloom.canvas;

import io.layerloom.graph.Point;

/**
 * Where the pointer is and what is held down with it.
 *
 * @param toggle Ctrl, or Command on a Mac
 */
record Pointer(Point screen, Point world, boolean shift, boolean toggle, boolean alt) {}
