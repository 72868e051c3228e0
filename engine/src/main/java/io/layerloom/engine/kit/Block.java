package io.layerloom.engine.kit;

import java.nio.FloatBuffer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Numbers outside the Java heap, where BLAS finds them: memory of its own, or that of an ND4J array. */
final class Block {

    /** As wide as a line of the processor's cache. */
    private static final int LINE = 64;

    private final FloatPointer memory;
    private final FloatBuffer numbers;
    private final long address;

    private Block(FloatPointer memory, long address, long length) {
        this.memory = memory;
        this.numbers = new View(address, length).asBuffer();
        this.address = address;
    }

    /** New memory, full of zeros, that begins where a line of the processor's cache does. */
    static Block of(int length) {
        long room = Math.max(1, length);
        FloatPointer memory = new FloatPointer(room + LINE / Float.BYTES);
        memory.zero();
        return new Block(memory, (memory.address() + LINE - 1) / LINE * LINE, room);
    }

    /** The memory of an array whose numbers lie side by side; not a copy. */
    static Block on(INDArray array) {
        View memory = new View(address(array), array.length());
        return new Block(memory, memory.address(), array.length());
    }

    /** Where the numbers of an array begin. */
    static long address(INDArray array) {
        return array.data().address() + Float.BYTES * array.offset();
    }

    /** This block, or a larger one in its place. */
    Block atLeast(int length) {
        if (length() >= length) {
            return this;
        }
        free();
        return of(length);
    }

    int length() {
        return numbers.capacity();
    }

    long address(int at) {
        return address + (long) Float.BYTES * at;
    }

    /** Copies numbers from the heap. */
    void put(int at, float[] from, int offset, int count) {
        numbers.put(at, from, offset, count);
    }

    /** Copies numbers to the heap. */
    void get(int at, float[] into, int offset, int count) {
        numbers.get(at, into, offset, count);
    }

    /** The same as an array of its own on the heap. */
    float[] get(int at, int count) {
        float[] copy = new float[count];
        get(at, copy, 0, count);
        return copy;
    }

    /** Whether these numbers are the same, bit for bit. */
    boolean holds(int at, float[] expected) {
        return numbers.slice(at, expected.length).mismatch(FloatBuffer.wrap(expected)) < 0;
    }

    void clear(int at, int count) {
        Pointer.memset(new View(address(at), count), 0, (long) Float.BYTES * count);
    }

    /** Gives the memory back at once; nothing may use it any more. */
    void free() {
        memory.close();
    }

    /** A pointer to memory that belongs to something else, which must live on. */
    static final class View extends FloatPointer {

        View(long address, long length) {
            this();
            this.address = address;
            this.limit = length;
            this.capacity = length;
        }

        /** A pointer to nothing yet. */
        View() {
            super((Pointer) new FloatPointer());
        }

        void to(Block block, int at) {
            this.address = block.address(at);
        }
    }
}
