package io.layerloom.monitor;

import io.layerloom.themes.Measure;
import javafx.geometry.Orientation;
import javafx.scene.layout.Region;

/** Two boxes beside each other where there is room for both, else one above the other. The first takes what the second leaves, up to its own preferred width. */
final class SideBySide extends Region {
    private static final double GAP = Measure.SPACE_16;

    private final Region first;
    private final Region second;
    private final double leastFirst;
    private final double leastSecond;

    SideBySide(Region first, double leastFirst, Region second, double leastSecond) {
        this.first = first;
        this.second = second;
        this.leastFirst = leastFirst;
        this.leastSecond = leastSecond;
        getChildren().setAll(first, second);
    }

    private boolean beside(double width) {
        return width >= leastFirst + GAP + leastSecond;
    }

    private double firstWidth(double width) {
        return Math.floor(beside(width) ? Math.min(width - GAP - leastSecond, first.prefWidth(-1)) : width);
    }

    private double secondWidth(double width) {
        double rest = beside(width) ? width - GAP - firstWidth(width) : width;
        return Math.floor(rest);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinWidth(double height) {
        return Math.min(leastFirst, leastSecond);
    }

    @Override
    protected double computePrefWidth(double height) {
        return first.prefWidth(-1) + GAP + second.prefWidth(-1);
    }

    @Override
    protected double computePrefHeight(double width) {
        double whole = width < 0 ? prefWidth(-1) : width;
        double one = first.prefHeight(firstWidth(whole));
        double other = second.prefHeight(secondWidth(whole));
        return beside(whole) ? Math.max(one, other) : one + GAP + other;
    }

    @Override
    protected void layoutChildren() {
        double one = firstWidth(getWidth());
        double other = secondWidth(getWidth());
        if (beside(getWidth())) {
            first.resizeRelocate(0, 0, one, getHeight());
            second.resizeRelocate(one + GAP, 0, other, getHeight());
        } else {
            double height = first.prefHeight(one);
            first.resizeRelocate(0, 0, one, height);
            second.resizeRelocate(0, height + GAP, other, second.prefHeight(other));
        }
    }
}
