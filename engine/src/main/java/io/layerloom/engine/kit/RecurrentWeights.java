package io.layerloom.engine.kit;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The weights of a recurrent layer as one matrix, which has a row for each weighted sum, and in it the weights of what comes in, the bias, and the weights of what the units gave before.
 * DL4J keeps the three apart, each with its blocks of units one after the other.
 */
final class RecurrentWeights {

    private final Cell cell;
    private final DataType type;
    private final int inputs;
    private final int units;
    private final Matrix joined;

    RecurrentWeights(Cell cell, DataType type, int inputs, int units) {
        this.cell = cell;
        this.type = type;
        this.inputs = inputs;
        this.units = units;
        this.joined = Matrix.of(type, cell.blocks() * units, inputs + units + 1);
    }

    /** All weights: one row for each sum, one column for each input, the bias, and each unit. */
    Matrix joined() {
        return joined;
    }

    /** Takes over the weights of DL4J. */
    void join(INDArray input, INDArray past, INDArray bias) {
        for (int block = 0; block < cell.blocks(); block++) {
            Matrix rows = joined.rows(block * units, units);
            if (cell.inputBlock(block) >= 0) {
                rows.columns(0, inputs).copy(block(input, inputs, cell.inputBlock(block)));
            }
            if (cell.pastBlock(block) >= 0) {
                rows.columns(inputs + 1, units).copy(block(past, units, cell.pastBlock(block)));
            }
            Vec sum = Vec.of(type, units);
            Vec part = Vec.of(type, units);
            for (int from : cell.biasBlocks(block)) {
                block(bias, 1, from).get(part);
                sum.add(part);
            }
            rows.columns(inputs, 1).put(sum);
        }
    }

    /** Gives some rows of a gradient in the form of {@link #joined} to the three gradients of DL4J. */
    void split(Matrix gradient, int from, int count, INDArray input, INDArray past, INDArray bias) {
        for (int block = 0; block < cell.blocks(); block++) {
            int first = Math.max(0, from - block * units);
            int width = Math.min(units, from + count - block * units) - first;
            if (width <= 0) {
                continue;
            }
            Matrix rows = gradient.rows(block * units + first, width);
            if (cell.inputBlock(block) >= 0) {
                block(input, inputs, cell.inputBlock(block)).rows(first, width).copy(rows.columns(0, inputs));
            }
            if (cell.pastBlock(block) >= 0) {
                block(past, units, cell.pastBlock(block)).rows(first, width).copy(rows.columns(inputs + 1, units));
            }
            for (int to : cell.biasBlocks(block)) {
                block(bias, 1, to).rows(first, width).copy(rows.columns(inputs, 1));
            }
        }
    }

    /** A block of DL4J's weights, a row for each unit. */
    private Matrix block(INDArray weights, int width, int block) {
        return Matrix.on(weights, Math.toIntExact(weights.length() / width), width)
                .rows(block * units, units);
    }
}
