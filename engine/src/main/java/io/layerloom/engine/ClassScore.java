package io.layerloom.engine;

/**
 * How well one class was recognised.
 *
 * @param precision the part of the predictions of this class that were right; 0 where it was never predicted
 * @param recall the part of the examples of this class that were found; 0 where there were none
 * @param f1 the harmonic mean of precision and recall
 * @param support examples of this class
 */
public record ClassScore(String name, double precision, double recall, double f1, long support) {}
