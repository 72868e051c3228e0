package io.layerloom.engine;

/**
 * How well the objects of one class were found.
 *
 * @param ap50 average precision where a box counts that overlaps the true one by half; NaN where there were none
 * @param ap the mean of the average precisions at overlaps of 0.5, 0.55 … 0.95
 * @param objects how many there were
 */
public record DetectionScore(String name, double ap50, double ap, long objects) {}
