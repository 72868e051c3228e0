package io.layerloom.engine.kit;

import org.bytedeco.javacpp.Loader;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.openblas.presets.openblas_nolapack.MklSetNumThreadsLocal;
import org.bytedeco.openblas.presets.openblas_nolapack.SetNumThreads;

/** How many threads OpenMP starts for a library that the calling thread calls. Threads of our own share the work already, so each of them wants none. */
final class OmpThreads {

    private static final Set SET = new Set();
    private static final Get GET = new Get();

    private OmpThreads() {}

    /** Whether the number can be set. */
    static boolean areKnown() {
        return SET.isFound && GET.isFound;
    }

    /** The number for the calling thread; 1 if there is no OpenMP. */
    static int get() {
        return areKnown() ? GET.call(0) : 1;
    }

    /** Sets it for the calling thread alone. */
    static void set(int count) {
        if (areKnown()) {
            SET.call(count);
        }
    }

    /** Does work without threads that a library might start for it. */
    static void alone(Runnable work) {
        int before = get();
        set(1);
        try {
            work.run();
        } finally {
            set(before);
        }
    }

    private static final class Set extends SetNumThreads {
        private final boolean isFound;

        Set() {
            Pointer function = Loader.addressof("omp_set_num_threads");
            isFound = function != null;
            put(function);
        }
    }

    /** The class of a function that takes a number and gives one; this one takes none, and does not look. */
    private static final class Get extends MklSetNumThreadsLocal {
        private final boolean isFound;

        Get() {
            Pointer function = Loader.addressof("omp_get_max_threads");
            isFound = function != null;
            put(function);
        }
    }
}
