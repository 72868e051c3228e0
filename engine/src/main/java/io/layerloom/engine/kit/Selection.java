package io.layerloom.engine.kit;

import java.util.Arrays;
import java.util.List;

/** Some classes of a data set, with few examples to learn each of them from. */
public final class Selection {

    private Selection() {}

    /**
     * The rows that are kept, in their order: of the part that is learned from the first ones of each class, of the data set's own test part all.
     *
     * @param classes the class of each row
     * @param testFrom where the test part begins
     * @param first the first class that is kept
     * @param last the last class that is kept
     * @param most how many examples of each class are there to be learned from
     */
    public static int[] rows(int[] classes, int testFrom, int first, int last, int most) {
        int[] kept = new int[classes.length];
        int[] found = new int[last - first + 1];
        int count = 0;
        for (int row = 0; row < classes.length; row++) {
            int among = classes[row] - first;
            if (among >= 0 && among < found.length && (row >= testFrom || found[among]++ < most)) {
                kept[count++] = row;
            }
        }
        return Arrays.copyOf(kept, count);
    }

    /** The examples of these classes, which are counted from 0 then, with their names. */
    public static Examples of(Examples all, int first, int last, int most) {
        int[] rows = rows(all.classes(), all.testFrom(), first, last, most);
        int width = all.width();
        float[] features = new float[Math.multiplyExact(rows.length, width)];
        int[] classes = new int[rows.length];
        int testFrom = 0;
        for (int i = 0; i < rows.length; i++) {
            System.arraycopy(all.features(), rows[i] * width, features, i * width, width);
            classes[i] = all.classes()[rows[i]] - first;
            testFrom += rows[i] < all.testFrom() ? 1 : 0;
        }
        List<String> names = all.classNames().subList(first, last + 1);
        return Examples.ofClasses(features, all.shape(), classes, names).withTestFrom(testFrom);
    }
}
