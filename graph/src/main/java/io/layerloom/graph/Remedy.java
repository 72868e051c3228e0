package io.layerloom.graph;

/**
 * A way out of a problem that was tried before it is offered: on the edited document the problem is gone, and no node that was fine has an error. Offered for one document;
 * applied to another it may fail.
 *
 * @param label a verb and its object, as on a button: "Use a 3×3 kernel"
 */
public record Remedy(String label, Edit edit) {}
