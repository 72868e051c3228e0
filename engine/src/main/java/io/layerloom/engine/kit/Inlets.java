package io.layerloom.engine.kit;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/** Makes the inlets of a network's layers, and brings signals to where a layer wants them: on the heap or outside it. */
final class Inlets {

    private final Consumer<Kernel> program;
    private final Map<Object, Inlet> last = new HashMap<>();
    private final Map<Object, Signal> heaped = new HashMap<>();
    private final Map<Form, Signal> outside = new HashMap<>();

    /** The same numbers in some layout. */
    private record Form(Object identity, Object layout) {}

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
        if (!signal.hasLayout()) {
            return signal;
        }
        Signal twin = heaped.get(signal.identity());
        if (twin == null) {
            twin = new Signal(signal.shape(), signal.isLearning());
            heaped.put(signal.identity(), twin);
            program.accept(signal.layout().out(asItIs(signal), twin));
        }
        return twin;
    }

    /** An inlet for a signal outside the heap, in a layout like this, which it takes if the numbers do not lie so already. */
    Inlet in(Layout layout, Signal signal) {
        boolean there = signal.hasLayout()
                && signal.layout().form().equals(layout.form())
                && Arrays.equals(signal.shape(), layout.shape());
        return asItIs(there ? signal : twin(heaped(signal), layout));
    }

    private Signal twin(Signal signal, Layout layout) {
        Form form = new Form(signal.identity(), layout.form());
        Signal twin = outside.get(form);
        if (twin == null) {
            twin = new Signal(layout.shape(), signal.isLearning(), layout);
            outside.put(form, twin);
            program.accept(layout.in(readable(signal), twin));
        }
        return twin;
    }
}
