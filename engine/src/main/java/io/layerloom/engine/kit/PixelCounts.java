package io.layerloom.engine.kit;

/**
 * How often pixels of one class were taken for another. What is left out of a mask does not count.
 *
 * <p>The figures are those of Everingham, Eslami, Van Gool, Williams, Winn and Zisserman, The PASCAL visual object classes challenge: a retrospective (2015), and Long, Shelhamer and Darrell,
 * Fully convolutional networks for semantic segmentation (2015); all are taken over the pixels of all pictures together.
 */
public final class PixelCounts {

    private final long[][] counts;

    /** Nothing counted yet. */
    public PixelCounts(int classes) {
        counts = new long[classes][classes];
    }

    /** Counts the pixels of a picture: what they are, {@link Examples#LEFT_OUT} where nobody knows, and what they were taken for. */
    public void add(byte[] really, byte[] taken) {
        for (int pixel = 0; pixel < really.length; pixel++) {
            if (really[pixel] != Examples.LEFT_OUT) {
                counts[really[pixel] & 255][taken[pixel] & 255]++;
            }
        }
    }

    /** How many classes there are. */
    public int classes() {
        return counts.length;
    }

    /** How many pixels really are of a class. */
    public long really(int kind) {
        long sum = 0;
        for (long count : counts[kind]) {
            sum += count;
        }
        return sum;
    }

    private long taken(int kind) {
        long sum = 0;
        for (long[] row : counts) {
            sum += row[kind];
        }
        return sum;
    }

    /** The part of all pixels that were taken for what they are; NaN if there are none. */
    public double accuracy() {
        long right = 0;
        long all = 0;
        for (int kind = 0; kind < classes(); kind++) {
            right += counts[kind][kind];
            all += really(kind);
        }
        return ratio(right, all);
    }

    /** The part of the pixels of a class that were taken for it; NaN if there are none. */
    public double accuracy(int kind) {
        return ratio(counts[kind][kind], really(kind));
    }

    /** The pixels that are of a class and were taken for it, divided by those of which at least one is so (intersection over union); NaN if there are none. */
    public double iou(int kind) {
        return ratio(counts[kind][kind], really(kind) + taken(kind) - counts[kind][kind]);
    }

    /** The mean of the classes' {@link #iou}, without those that neither occur nor were seen; NaN if nothing was counted. */
    public double meanIou() {
        double sum = 0;
        int known = 0;
        for (int kind = 0; kind < classes(); kind++) {
            double iou = iou(kind);
            sum += Double.isNaN(iou) ? 0 : iou;
            known += Double.isNaN(iou) ? 0 : 1;
        }
        return known == 0 ? Double.NaN : sum / known;
    }

    private static double ratio(long part, long whole) {
        return whole == 0 ? Double.NaN : (double) part / whole;
    }
}
