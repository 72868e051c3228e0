package io.layerloom.engine.kit;

import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.MultiDataSet;
import org.nd4j.linalg.factory.Nd4j;

/** Rows of a data set as mini-batches for a network, in the order of the rows; the last one may be smaller. */
public final class Batches implements Iterable<MultiDataSet> {

    private final Examples data;
    private final int[] rows;
    private final int batchSize;
    private final Feed feed;

    private Batches(Examples data, int[] rows, int batchSize, Feed feed) {
        if (batchSize < 1) {
            throw new IllegalArgumentException("A batch needs at least one example. Received: " + batchSize);
        }
        this.data = data;
        this.rows = rows;
        this.batchSize = batchSize;
        this.feed = feed;
    }

    /** The mini-batches of these rows. */
    public static Batches of(Examples data, int[] rows, int batchSize, Feed feed) {
        return new Batches(data, rows.clone(), batchSize, feed);
    }

    /** How many mini-batches there are. */
    public int count() {
        return (rows.length + batchSize - 1) / batchSize;
    }

    /** The examples in a mini-batch. */
    public int size(int batch) {
        return Math.min(batchSize, rows.length - batch * batchSize);
    }

    /** The rows of a mini-batch. */
    public int[] rows(int batch) {
        int from = batch * batchSize;
        return Arrays.copyOfRange(rows, from, from + size(batch));
    }

    /** A mini-batch, counted from 0: features, labels and, for sequences, the mask of the steps in use. */
    public MultiDataSet get(int batch) {
        int[] chosen = rows(batch);
        INDArray[] features = new INDArray[feed.inputs()];
        INDArray first = features(chosen);
        for (int input = 0; input < features.length; input++) {
            // Whoever trains or asks the network draws the code; what is real does not depend on it.
            features[input] = feed.codeAt(input) > 0
                    ? Nd4j.zeros(DataType.FLOAT, chosen.length, feed.codeAt(input))
                    : feed.isSecond(input) ? secondFeatures(chosen) : first;
        }
        INDArray[] labels =
                feed.outputs().stream().map(format -> labels(format, chosen)).toArray(INDArray[]::new);
        boolean masked = data.isMasked() || data.isSecondMasked();
        return masked ? new MultiDataSet(features, labels, masks(chosen), null) : new MultiDataSet(features, labels);
    }

    /** The mask of each input; none where all steps are in use. */
    private @Nullable INDArray[] masks(int[] chosen) {
        @Nullable INDArray[] masks = new INDArray[feed.inputs()];
        for (int input = 0; input < masks.length; input++) {
            if (feed.isSecond(input)) {
                Partners second = data.partners();
                masks[input] = second.isMasked() ? mask(chosen, second.width(), second::length) : null;
            } else if (data.isMasked()) {
                masks[input] = mask(chosen, data.width(), data::length);
            }
        }
        return masks;
    }

    @Override
    public Iterator<MultiDataSet> iterator() {
        return new Iterator<>() {
            private int next;

            @Override
            public boolean hasNext() {
                return next < count();
            }

            @Override
            public MultiDataSet next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                return get(next++);
            }
        };
    }

    private INDArray features(int[] chosen) {
        int width = data.width();
        float[] values = new float[chosen.length * width];
        for (int i = 0; i < chosen.length; i++) {
            data.show(chosen[i], values, i * width);
        }
        return array(values, chosen.length, data.shape());
    }

    private INDArray secondFeatures(int[] chosen) {
        Partners second = data.partners();
        float[] values = new float[chosen.length * second.width()];
        for (int i = 0; i < chosen.length; i++) {
            second.show(chosen[i], values, i * second.width());
        }
        return array(values, chosen.length, second.shape());
    }

    private INDArray labels(LabelFormat format, int[] chosen) {
        if (format == LabelFormat.NEXT_TOKENS || format == LabelFormat.MASKED_TOKENS) {
            return tokens(chosen);
        }
        if (format == LabelFormat.BOXES) {
            return boxes(chosen);
        }
        if (format == LabelFormat.PIXELS || format == LabelFormat.BINARY_PIXELS) {
            return pixels(
                    chosen, format == LabelFormat.PIXELS ? data.classNames().size() : 1);
        }
        int columns = columns(format);
        float[] values = new float[chosen.length * columns];
        for (int i = 0; i < chosen.length; i++) {
            switch (format) {
                case ONE_HOT -> values[i * columns + data.classes()[chosen[i]]] = 1;
                case CLASS_INDEX, BINARY -> values[i] = data.isContested() ? 1 : data.classes()[chosen[i]];
                case NEXT_TOKENS, MASKED_TOKENS, BOXES, PIXELS, BINARY_PIXELS ->
                    throw new IllegalStateException("Labels of their own form.");
                case NUMBERS -> System.arraycopy(data.targets(), chosen[i] * columns, values, i * columns, columns);
            }
        }
        return array(values, chosen.length, columns);
    }

    private INDArray tokens(int[] chosen) {
        int steps = data.tokenSteps();
        float[] values = new float[chosen.length * 2 * steps];
        for (int i = 0; i < chosen.length; i++) {
            int[] asked = data.askedSteps(chosen[i]);
            int tokens = 2 * i * steps;
            for (int step : asked) {
                values[tokens + step] = data.wantedToken(chosen[i], step);
                values[tokens + steps + step] = 1f / asked.length;
            }
        }
        return array(values, chosen.length, 2, steps);
    }

    private INDArray boxes(int[] chosen) {
        int width = Box.NUMBERS * Math.max(1, data.mostBoxes());
        float[] values = new float[chosen.length * width];
        for (int i = 0; i < chosen.length; i++) {
            int at = i * width;
            for (Box box : data.boxes().get(chosen[i])) {
                values[at] = box.kind();
                values[at + 1] = (float) box.left();
                values[at + 2] = (float) box.top();
                values[at + 3] = (float) box.right();
                values[at + 4] = (float) box.bottom();
                at += Box.NUMBERS;
            }
        }
        return array(values, chosen.length, width);
    }

    private INDArray pixels(int[] chosen, int channels) {
        long[] shape = data.shape();
        int plane = Math.toIntExact(shape[1] * shape[2]);
        float[] values = new float[chosen.length * channels * plane];
        for (int i = 0; i < chosen.length; i++) {
            byte[] mask = data.mask(chosen[i]);
            for (int pixel = 0; pixel < plane; pixel++) {
                int at = i * channels * plane + pixel;
                for (int channel = 0; channel < channels; channel++) {
                    boolean there = channels == 1 ? mask[pixel] == 1 : (mask[pixel] & 255) == channel;
                    values[at + channel * plane] = mask[pixel] == Examples.LEFT_OUT ? -1 : there ? 1 : 0;
                }
            }
        }
        return array(values, chosen.length, channels, shape[1], shape[2]);
    }

    private int columns(LabelFormat format) {
        return switch (format) {
            case ONE_HOT -> data.classNames().size();
            case CLASS_INDEX, BINARY -> 1;
            case NUMBERS -> data.targetColumns();
            case NEXT_TOKENS, MASKED_TOKENS, BOXES, PIXELS, BINARY_PIXELS ->
                throw new IllegalStateException("Labels of their own form.");
        };
    }

    private static INDArray mask(int[] chosen, int steps, IntUnaryOperator length) {
        float[] values = new float[chosen.length * steps];
        for (int i = 0; i < chosen.length; i++) {
            Arrays.fill(values, i * steps, i * steps + length.applyAsInt(chosen[i]), 1);
        }
        return array(values, chosen.length, steps);
    }

    private static INDArray array(float[] values, int batch, long... shape) {
        long[] full = new long[shape.length + 1];
        full[0] = batch;
        System.arraycopy(shape, 0, full, 1, shape.length);
        return Nd4j.create(values, full, 'c');
    }
}
