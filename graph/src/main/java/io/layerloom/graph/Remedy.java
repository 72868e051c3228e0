package io.layerloom.graph;

/**
 * A way out of a problem that was tried before it is offered: inference on the edited document no longer reports the problem and no new one.
 *
 * @param label a verb and its object, as on a button: "Use a 3×3 kernel"
 */
public record Remedy(String label, Edit edit) {}
