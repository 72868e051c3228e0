package io.layerloom.engine.kit;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/** Makes the inlets of a network's layers, and brings signals to where a layer wants them: on the heap or outside it. */
final class Inlets {

    /** Stands for the number of channels side by side where it is all of them. */
    private static final int ALL = -1;

    private final Consumer<Kernel> program;
    private final Map<Object, Inlet> last = new HashMap<>();
    private final Map<Object, Signal> heaped = new HashMap<>();
    private final Map<Form, Signal> blocked = new HashMap<>();

    /** The same numbers as images of some shape, with so many channels side by side. */
    private record Form(Object identity, String shape, int side) {}

    /** Puts what it needs by itself at the end of a program. */
    Inlets(Consumer<Kernel> program) {
        this.program = program;
    }

    /** An inlet for a signal wherever it lies. Of several of one signal, the last one comes first on the way back, so that the others add. */
    Inlet asItIs(Signal signal) {
        Inlet inlet = new Inlet(signal);
        Inlet before = last.put(signal.identity(), inlet);
        if (before != null) {
            before.addFromNowOn();
        }
        return inlet;
    }

    Inlet onHeap(Signal signal) {
        Signal found = heaped(signal);
        found.wantOnHeap();
        return asItIs(found);
    }

    /** An inlet for a signal that is only read, from the heap or from where it was given to the network. */
    Inlet readable(Signal signal) {
        return asItIs(heaped(signal));
    }

    /** The same numbers in another shape. */
    Signal seenAs(Signal signal, long[] shape) {
        return (Arrays.equals(shape, signal.shape()) ? signal : heaped(signal)).as(shape);
    }

    private Signal heaped(Signal signal) {
        if (!signal.isBlocked()) {
            return signal;
        }
        Signal twin = heaped.get(signal.identity());
        if (twin == null) {
            twin = new Signal(signal.shape(), signal.isLearning());
            heaped.put(signal.identity(), twin);
            Inlet inlet = asItIs(signal);
            program.accept(signal.blocked().isRows() ? new OutOfRows(inlet, twin) : new OutOfBlocks(inlet, twin));
        }
        return twin;
    }

    /** An inlet for images of some shape with so many channels side by side. */
    Inlet blocked(Signal signal, long[] image, int side) {
        boolean there = signal.isBlocked() && signal.blocked().side() == side && Arrays.equals(signal.shape(), image);
        return asItIs(there ? signal : blockedTwin(heaped(signal), image, side));
    }

    private Signal blockedTwin(Signal signal, long[] image, int side) {
        Form form = new Form(signal.identity(), Arrays.toString(image), side);
        Signal twin = blocked.get(form);
        if (twin == null) {
            Blocked images = new Blocked((int) image[0], (int) image[1], (int) image[2], side);
            twin = new Signal(image, signal.isLearning(), images);
            blocked.put(form, twin);
            program.accept(new IntoBlocks(readable(signal), twin));
        }
        return twin;
    }

    /** An inlet for sequences, or vectors, as rows of features. */
    Inlet rows(Signal signal, long[] shape) {
        boolean there = signal.isBlocked() && signal.blocked().isRows() && Arrays.equals(signal.shape(), shape);
        return asItIs(there ? signal : rowTwin(heaped(signal), shape));
    }

    private Signal rowTwin(Signal signal, long[] shape) {
        Form form = new Form(signal.identity(), Arrays.toString(shape), ALL);
        Signal twin = blocked.get(form);
        if (twin == null) {
            twin = new Signal(shape, signal.isLearning(), Blocked.rows(shape));
            blocked.put(form, twin);
            program.accept(new IntoRows(readable(signal), twin));
        }
        return twin;
    }
}
