package io.layerloom.engine.kit;

import java.util.Arrays;
import org.deeplearning4j.nn.conf.ConvolutionMode;

/**
 * How windows slide over images, and a way to lay the images out so that what one place of the window sees of a whole image lies in a row.
 *
 * <p>An image is laid out on sheets, with its border: with stride 1 on one sheet for each channel, with stride s on s·s of them, where a sheet gets every s-th row and column. What
 * the window's place (ky, kx) sees then begins at {@link #tap} on the right sheet and goes on one by one, from row to row, with a few numbers between the rows that count for
 * nothing. So a convolution is one product of matrices for each place of the window, without copying any number more than once.
 *
 * @param height of the images that come in; likewise {@code width}
 * @param kernel height and width of the window; likewise {@code stride} and {@code dilation}
 * @param border rows above and columns left of the image
 * @param out height and width of what goes out
 */
record Windows(
        int channels, int height, int width, int[] kernel, int[] stride, int[] dilation, int[] border, int[] out) {

    /** Windows as DL4J slides them. */
    static Windows of(long[] image, int[] kernel, int[] stride, int[] dilation, int[] padding, ConvolutionMode mode) {
        int[] side = {(int) image[1], (int) image[2]};
        int[] out = new int[2];
        int[] border = padding.clone();
        for (int axis = 0; axis < 2; axis++) {
            int reach = (kernel[axis] - 1) * dilation[axis] + 1;
            if (mode == ConvolutionMode.Same) {
                out[axis] = (side[axis] + stride[axis] - 1) / stride[axis];
                border[axis] = Math.max(0, (out[axis] - 1) * stride[axis] + reach - side[axis]) / 2;
            } else {
                out[axis] = (side[axis] + 2 * padding[axis] - reach) / stride[axis] + 1;
            }
        }
        return new Windows((int) image[0], side[0], side[1], kernel, stride, dilation, border, out);
    }

    /** Height and width of the window as oneDNN takes them. */
    long[] sides() {
        return longs(kernel);
    }

    /** The strides as oneDNN takes them. */
    long[] strides() {
        return longs(stride);
    }

    /** How many rows and columns of the image lie between two of the window's. */
    long[] gaps() {
        return new long[] {dilation[0] - 1L, dilation[1] - 1L};
    }

    /** Rows above and columns left of the image. */
    long[] before() {
        return longs(border);
    }

    /** Rows below and columns right of the image; negative if the last ones of the image are not seen. */
    long[] behind() {
        long[] behind = new long[2];
        int[] side = {height, width};
        for (int axis = 0; axis < 2; axis++) {
            int reach = (kernel[axis] - 1) * dilation[axis] + 1;
            behind[axis] = (out[axis] - 1L) * stride[axis] + reach - side[axis] - border[axis];
        }
        return behind;
    }

    private static long[] longs(int[] numbers) {
        return new long[] {numbers[0], numbers[1]};
    }

    /** The places of the window. */
    int taps() {
        return kernel[0] * kernel[1];
    }

    /** Rows of a sheet. */
    int sheetHeight() {
        return out[0] + (kernel[0] - 1) * dilation[0] / stride[0];
    }

    /** Columns of a sheet. */
    int sheetWidth() {
        return out[1] + (kernel[1] - 1) * dilation[1] / stride[1];
    }

    /** Numbers of a sheet. */
    int sheet() {
        return sheetHeight() * sheetWidth();
    }

    /** Numbers of all sheets of an image: those of the first place of the stride for all channels, then those of the second and so on. */
    int sheets() {
        return Math.multiplyExact(stride[0] * stride[1] * channels, sheet());
    }

    /** How many numbers there are from the first one that a place of the window sees to the last. */
    int reach() {
        return (out[0] - 1) * sheetWidth() + out[1];
    }

    /** Where, on the first channel's sheet, that begins which the window's place {@code tap} sees. */
    int tap(int tap) {
        int y = tap / kernel[1] * dilation[0];
        int x = tap % kernel[1] * dilation[1];
        int place = y % stride[0] * stride[1] + x % stride[1];
        return place * channels * sheet() + y / stride[0] * sheetWidth() + x / stride[1];
    }

    /** Whether an image lies on its sheets as it lies everywhere else. */
    boolean isPlain() {
        return stride[0] * stride[1] == 1
                && border[0] + border[1] == 0
                && sheetHeight() == height
                && sheetWidth() == width;
    }

    /** Lays an image out. The border is never touched, so it stays as it was. */
    void layOut(float[] images, int at, float[] sheets) {
        for (int channel = 0; channel < channels; channel++) {
            for (int y = 0; y < height; y++) {
                int row = sheetRow(channel, y);
                if (row >= 0) {
                    layOutRow(images, at + (channel * height + y) * width, sheets, row);
                }
            }
        }
    }

    /** Where the sheets have a row of the image; negative if no window ever sees it. */
    private int sheetRow(int channel, int y) {
        int padded = y + border[0];
        int row = padded / stride[0];
        return row < sheetHeight()
                ? (padded % stride[0] * stride[1] * channels + channel) * sheet() + row * sheetWidth()
                : -1;
    }

    private void layOutRow(float[] images, int from, float[] sheets, int row) {
        if (stride[1] == 1) {
            System.arraycopy(images, from, sheets, row + border[1], Math.min(width, sheetWidth() - border[1]));
            return;
        }
        for (int place = 0; place < stride[1]; place++) {
            int first = firstColumn(place);
            int to = row + place * channels * sheet() + (first + border[1]) / stride[1];
            int count = columns(first);
            for (int i = 0; i < count; i++) {
                sheets[to + i] = images[from + first + i * stride[1]];
            }
        }
    }

    /** The reverse for slopes: those on the sheets go back to the image's own places. */
    void gather(float[] sheets, float[] image) {
        Arrays.fill(image, 0, channels * height * width, 0);
        for (int channel = 0; channel < channels; channel++) {
            for (int y = 0; y < height; y++) {
                int row = sheetRow(channel, y);
                if (row >= 0) {
                    gatherRow(sheets, row, image, (channel * height + y) * width);
                }
            }
        }
    }

    private void gatherRow(float[] sheets, int row, float[] image, int to) {
        if (stride[1] == 1) {
            System.arraycopy(sheets, row + border[1], image, to, Math.min(width, sheetWidth() - border[1]));
            return;
        }
        for (int place = 0; place < stride[1]; place++) {
            int first = firstColumn(place);
            int from = row + place * channels * sheet() + (first + border[1]) / stride[1];
            int count = columns(first);
            for (int i = 0; i < count; i++) {
                image[to + first + i * stride[1]] = sheets[from + i];
            }
        }
    }

    /** The first column of the image that belongs to a place of the stride. */
    private int firstColumn(int place) {
        return Math.floorMod(place - border[1], stride[1]);
    }

    /** How many columns from {@code first} on lie on the same sheet. */
    private int columns(int first) {
        int inImage = (width - first + stride[1] - 1) / stride[1];
        int onSheet = sheetWidth() - (first + border[1]) / stride[1];
        return Math.max(0, Math.min(inImage, onSheet));
    }
}
