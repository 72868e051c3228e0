package io.layerloom.graph;

/**
 * When training lowers its learning rate by itself: once the validation loss no longer improves.
 *
 * @param rate the learning rate at the beginning
 * @param factor what the rate is multiplied with
 * @param patience epochs without improvement that are still borne
 * @param minDelta the least improvement that counts
 * @param floor the rate is never lower
 */
public record Plateau(double rate, double factor, int patience, double minDelta, double floor) {}
