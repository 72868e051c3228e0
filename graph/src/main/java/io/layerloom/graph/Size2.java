package io.layerloom.graph;

/** A height and a width, in elements: of a kernel, a stride, a dilation. */
public record Size2(int height, int width) {

    /** A square of the given side. */
    public static Size2 square(int side) {
        return new Size2(side, side);
    }

    @Override
    public String toString() {
        return height + "×" + width;
    }
}
