package io.layerloom.engine.kit;

import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * The channels of an image as capsules: at each pixel, so many channels side by side are the numbers of one, and each is squashed (the primary capsules of Sabour, Frosst, Hinton, 2017, behind their
 * convolution). [groups · dimensions, height, width] become a sequence with a step for each capsule, [dimensions, groups · height · width], group after group and row by row.
 */
public final class ImageCapsules extends ExampleFunction {

    private final int dimensions;

    /** Capsules of so many numbers. */
    public ImageCapsules(@JsonProperty("dimensions") int dimensions) {
        this.dimensions = dimensions;
    }

    public int getDimensions() {
        return dimensions;
    }

    @Override
    protected double[] result(double[][] in, long[][] sizes) {
        return toSteps(Squash.of(toCapsules(in[0], sizes[0]), dimensions));
    }

    @Override
    protected void back(double[][] in, long[][] sizes, double[] slopes, double[][] back) {
        double[] ofCapsules = Squash.back(toCapsules(in[0], sizes[0]), fromSteps(slopes), dimensions);
        int pixels = pixels(sizes[0]);
        for (int at = 0; at < ofCapsules.length; at++) {
            back[0][inImage(at, pixels)] = ofCapsules[at];
        }
    }

    /** The numbers of each capsule side by side. */
    private double[] toCapsules(double[] image, long[] sizes) {
        double[] capsules = new double[image.length];
        int pixels = pixels(sizes);
        for (int at = 0; at < capsules.length; at++) {
            capsules[at] = image[inImage(at, pixels)];
        }
        return capsules;
    }

    /** Where a number of a capsule lies in the image. */
    private int inImage(int at, int pixels) {
        int capsule = at / dimensions;
        int channel = capsule / pixels * dimensions + at % dimensions;
        return channel * pixels + capsule % pixels;
    }

    /** The numbers of the capsules as a sequence, a step for each capsule. */
    private double[] toSteps(double[] capsules) {
        double[] steps = new double[capsules.length];
        for (int at = 0; at < capsules.length; at++) {
            steps[inSteps(at, capsules.length)] = capsules[at];
        }
        return steps;
    }

    private double[] fromSteps(double[] steps) {
        double[] capsules = new double[steps.length];
        for (int at = 0; at < capsules.length; at++) {
            capsules[at] = steps[inSteps(at, steps.length)];
        }
        return capsules;
    }

    /** Where a number of the capsules stands in the sequence, which has all their first numbers first. */
    private int inSteps(int at, int length) {
        return at % dimensions * (length / dimensions) + at / dimensions;
    }

    private static int pixels(long[] sizes) {
        return Math.toIntExact(sizes[1] * sizes[2]);
    }

    @Override
    protected long[] sizesFor(long[][] in) {
        return new long[] {dimensions, in[0][0] / dimensions * in[0][1] * in[0][2]};
    }

    @Override
    public String toString() {
        return "ImageCapsules(" + dimensions + ")";
    }
}
