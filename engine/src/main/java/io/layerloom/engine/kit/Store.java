package io.layerloom.engine.kit;

import static org.bytedeco.openblas.global.openblas_nolapack.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasRowMajor;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.cblas_dgemm;

import io.layerloom.engine.kit.FloatProduct.Operand;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.executioner.OpExecutioner;
import org.nd4j.linalg.factory.Nd4j;

/** Numbers outside the heap, where ND4J keeps its arrays and BLAS multiplies matrices. */
abstract class Store {

    /** On a graphics card the numbers of an array may lie elsewhere than its pointer says. */
    private static final boolean ON_PROCESSOR =
            Nd4j.getExecutioner().type() == OpExecutioner.ExecutionerType.NATIVE_CPU;

    /** Held so that the memory is not freed while somebody may use it. */
    @SuppressWarnings("UnusedVariable")
    private final Pointer owner;

    private final long address;
    private final int bytes;

    private Store(Pointer owner, long address, int bytes) {
        this.owner = owner;
        this.address = address;
        this.bytes = bytes;
    }

    /** Fresh memory with zeros in it. */
    static Store of(DataType type, long size) {
        if (type == DataType.DOUBLE) {
            DoublePointer memory = new DoublePointer(Math.max(1, size));
            Pointer.memset(memory, 0, size * Double.BYTES);
            return new Doubles(memory, memory.address(), size);
        }
        FloatPointer memory = new FloatPointer(Math.max(1, size));
        Pointer.memset(memory, 0, size * Float.BYTES);
        return new Floats(memory, memory.address(), size);
    }

    /** The memory of an array, from its first number to its last. */
    static Store of(INDArray array) {
        if (!ON_PROCESSOR) {
            throw new IllegalStateException("This layer computes in the memory of the processor only");
        }
        long size = 1;
        for (int i = 0; i < array.rank(); i++) {
            size += (array.size(i) - 1) * array.stride(i);
        }
        Pointer memory = array.data().pointer();
        long address = array.data().addressPointer().address();
        return array.dataType() == DataType.DOUBLE
                ? new Doubles(memory, address, size)
                : new Floats(memory, address, size);
    }

    /** The numbers of a block, which must stay as long as this is used. */
    static Store of(Block block) {
        return new Floats(new Block.View(block.address(0), block.length()), block.address(0), block.length());
    }

    abstract DataType type();

    /** Writes {@code count} numbers of {@code from}, beginning at {@code offset}, to {@code at}. */
    abstract void put(int at, Vec from, int offset, int count);

    /** Reads {@code count} numbers at {@code at} into {@code to}, beginning at {@code offset}. */
    abstract void get(int at, Vec to, int offset, int count);

    /** Writes {@code count} numbers, each {@code stride} behind the other. */
    abstract void scatter(int at, int stride, Vec from, int offset, int count);

    /** Reads {@code count} numbers, each {@code stride} behind the other. */
    abstract void gather(int at, int stride, Vec to, int offset, int count);

    /** Computes {@code c = a · b + keep · c}. */
    static void multiply(Matrix a, Matrix b, double keep, Matrix c) {
        c.store.multiply(
                a.turned,
                b.turned,
                new int[] {c.rows, c.columns, a.turned ? a.rows : a.columns, a.stride, b.stride, c.stride},
                new long[] {a.address(), b.address(), c.address()},
                keep);
    }

    /** Multiplies; sizes are m, n, k and the strides of a, b and c. */
    abstract void multiply(boolean turnA, boolean turnB, int[] sizes, long[] at, double keep);

    long address(int at) {
        return address + (long) bytes * at;
    }

    /** A pointer without a life of its own: BLAS only wants to know where its numbers lie. */
    private static final class FloatsAt extends FloatPointer {
        FloatsAt(long address) {
            super((Pointer) null);
            this.address = address;
        }
    }

    private static final class DoublesAt extends DoublePointer {
        DoublesAt(long address) {
            super((Pointer) null);
            this.address = address;
        }
    }

    private static final class Floats extends Store {
        private final FloatBuffer buffer;

        Floats(Pointer owner, long address, long size) {
            super(owner, address, Float.BYTES);
            buffer = new FloatsAt(address).capacity(size).asBuffer();
        }

        @Override
        DataType type() {
            return DataType.FLOAT;
        }

        @Override
        void put(int at, Vec from, int offset, int count) {
            buffer.put(at, ((FloatVec) from).values, offset, count);
        }

        @Override
        void get(int at, Vec to, int offset, int count) {
            buffer.get(at, ((FloatVec) to).values, offset, count);
        }

        @Override
        void scatter(int at, int stride, Vec from, int offset, int count) {
            float[] values = ((FloatVec) from).values;
            for (int i = 0; i < count; i++) {
                buffer.put(at + i * stride, values[offset + i]);
            }
        }

        @Override
        void gather(int at, int stride, Vec to, int offset, int count) {
            float[] values = ((FloatVec) to).values;
            for (int i = 0; i < count; i++) {
                values[offset + i] = buffer.get(at + i * stride);
            }
        }

        @Override
        void multiply(boolean turnA, boolean turnB, int[] n, long[] at, double keep) {
            FloatProduct.compute(
                    new Operand(new FloatsAt(at[0]), n[3], turnA),
                    new Operand(new FloatsAt(at[1]), n[4], turnB),
                    n[0],
                    n[1],
                    n[2],
                    (float) keep,
                    new Operand(new FloatsAt(at[2]), n[5], false));
        }
    }

    private static final class Doubles extends Store {
        private final DoubleBuffer buffer;

        Doubles(Pointer owner, long address, long size) {
            super(owner, address, Double.BYTES);
            buffer = new DoublesAt(address).capacity(size).asBuffer();
        }

        @Override
        DataType type() {
            return DataType.DOUBLE;
        }

        @Override
        void put(int at, Vec from, int offset, int count) {
            buffer.put(at, ((DoubleVec) from).values, offset, count);
        }

        @Override
        void get(int at, Vec to, int offset, int count) {
            buffer.get(at, ((DoubleVec) to).values, offset, count);
        }

        @Override
        void scatter(int at, int stride, Vec from, int offset, int count) {
            for (int i = 0; i < count; i++) {
                buffer.put(at + i * stride, from.get(offset + i));
            }
        }

        @Override
        void gather(int at, int stride, Vec to, int offset, int count) {
            for (int i = 0; i < count; i++) {
                to.set(offset + i, buffer.get(at + i * stride));
            }
        }

        @Override
        void multiply(boolean turnA, boolean turnB, int[] n, long[] at, double keep) {
            DoublePointer a = new DoublesAt(at[0]);
            DoublePointer b = new DoublesAt(at[1]);
            DoublePointer c = new DoublesAt(at[2]);
            int transA = turnA ? CblasTrans : CblasNoTrans;
            int transB = turnB ? CblasTrans : CblasNoTrans;
            cblas_dgemm(CblasRowMajor, transA, transB, n[0], n[1], n[2], 1, a, n[3], b, n[4], keep, c, n[5]);
        }
    }
}
