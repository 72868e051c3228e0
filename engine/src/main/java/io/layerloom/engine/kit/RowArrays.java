package io.layerloom.engine.kit;

import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Arrays of DL4J, [batch, features, places ...], as matrices with a row for each place. Where the numbers of a place already lie side by side nothing is copied; what goes out always
 * lies so.
 */
final class RowArrays {

    private final DataType type;
    private Matrix own;
    private Matrix ownSlopes;
    private Matrix values;
    private Matrix slopes;

    RowArrays(DataType type) {
        this.type = type;
        own = RowCore.none(type);
        ownSlopes = own;
        values = own;
        slopes = own;
    }

    Matrix values() {
        return values;
    }

    Matrix slopes() {
        return slopes;
    }

    /** How many places an example has. */
    static int places(INDArray array) {
        return Math.toIntExact(array.length() / array.size(0) / array.size(1));
    }

    private static int rows(INDArray array) {
        return Math.toIntExact(array.length() / array.size(1));
    }

    private static int width(INDArray array) {
        return Math.toIntExact(array.size(1));
    }

    /** The same array with the features last. */
    private static INDArray turned(INDArray array) {
        return switch (array.rank()) {
            case 2 -> array;
            case 3 -> array.permute(0, 2, 1);
            case 4 -> array.permute(0, 2, 3, 1);
            case 5 -> array.permute(0, 2, 3, 4, 1);
            default -> throw new IllegalArgumentException("2 to 5 dimensions are expected. Received: " + array.rank());
        };
    }

    /** Whether the numbers of a place lie side by side, and those of the next place behind them. */
    private static boolean isInRows(INDArray turned) {
        long expected = 1;
        for (int i = turned.rank() - 1; i >= 0; i--) {
            if (turned.size(i) > 1 && turned.stride(i) != expected) {
                return false;
            }
            expected *= turned.size(i);
        }
        return true;
    }

    /** Takes the values of an array; a copy, if they are going to be changed. */
    void read(INDArray array, boolean changing) {
        INDArray turned = turned(array);
        if (isInRows(turned) && !changing) {
            values = Matrix.on(turned, rows(array), width(array));
            return;
        }
        own = copy(turned, own, rows(array), width(array));
        values = own;
    }

    /** Takes gradients in the same way. */
    void readSlopes(INDArray array, boolean changing) {
        INDArray turned = turned(array);
        if (isInRows(turned) && !changing) {
            slopes = Matrix.on(turned, rows(array), width(array));
            return;
        }
        ownSlopes = copy(turned, ownSlopes, rows(array), width(array));
        slopes = ownSlopes;
    }

    private Matrix copy(INDArray turned, Matrix room, int rows, int width) {
        Matrix into = room.rows == rows && room.columns == width ? room : Matrix.of(type, rows, width);
        if (turned.rank() == 3) {
            Sequences.copy(turned, into);
        } else {
            INDArray ordered = turned.dup('c');
            into.copy(Matrix.on(ordered, rows, width));
        }
        return into;
    }

    /** Makes room for gradients that stay here. */
    void roomForSlopes() {
        if (ownSlopes.rows != values.rows || ownSlopes.columns != values.columns) {
            ownSlopes = Matrix.of(type, values.rows, values.columns);
        }
        slopes = ownSlopes;
    }

    /** A new array for values with the places of another. */
    INDArray give(LayerWorkspaceMgr workspaces, ArrayType kind, INDArray like, long width) {
        INDArray array = array(workspaces, kind, like, width);
        values = Matrix.on(array, rows(like), Math.toIntExact(width));
        return features(array);
    }

    /** A new array for gradients; or room here, if they are going to be taken from here. */
    INDArray giveSlopes(LayerWorkspaceMgr workspaces, INDArray like, boolean here) {
        if (here) {
            roomForSlopes();
            return like;
        }
        INDArray array = array(workspaces, ArrayType.ACTIVATION_GRAD, like, like.size(1));
        slopes = Matrix.on(array, rows(like), width(like));
        return features(array);
    }

    private INDArray array(LayerWorkspaceMgr workspaces, ArrayType kind, INDArray like, long width) {
        long[] shape = turned(like).shape().clone();
        shape[shape.length - 1] = width;
        return workspaces.createUninitialized(kind, type, shape, 'c');
    }

    /** The same array with the features where DL4J has them. */
    private static INDArray features(INDArray turned) {
        return switch (turned.rank()) {
            case 3 -> turned.permute(0, 2, 1);
            case 4 -> turned.permute(0, 3, 1, 2);
            case 5 -> turned.permute(0, 4, 1, 2, 3);
            default -> turned;
        };
    }

    /** Writes the gradients to an array. */
    void slopesAs(INDArray array) {
        INDArray turned = turned(array);
        Vec row = Vec.of(type, slopes.columns);
        Sequences into = Sequences.of(array);
        int steps = Math.toIntExact(turned.size(1));
        for (int i = 0; i < slopes.rows; i++) {
            slopes.rows(i, 1).get(row);
            into.putRow(i / steps, i % steps, row);
        }
    }
}
