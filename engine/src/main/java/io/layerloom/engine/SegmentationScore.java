package io.layerloom.engine;

/**
 * How well the pixels of one class were told from all others.
 *
 * @param iou the pixels that are of the class and were taken for it, divided by those of which at least one is so (intersection over union); NaN where there are none
 * @param accuracy the part of the pixels of the class that were taken for it; NaN where there are none
 * @param pixels how many there were
 */
public record SegmentationScore(String name, double iou, double accuracy, long pixels) {}
