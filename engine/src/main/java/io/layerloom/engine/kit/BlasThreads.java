package io.layerloom.engine.kit;

import org.bytedeco.javacpp.Loader;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.openblas.presets.openblas_nolapack.MklSetNumThreadsLocal;
import org.bytedeco.openblas.presets.openblas_nolapack.SetNumThreads;

/**
 * The threads that OpenBLAS starts by itself, and their rest while threads of our own call it. JavaCPP can set their number, too, but looks the function up in all libraries each
 * time, which takes longer than the products that would be faster for it.
 */
public final class BlasThreads {

    private static final Set SET = new Set();
    private static final Get GET = new Get();

    private static int resting;
    private static int before = 1;

    private BlasThreads() {}

    /** Says how many there may be while they are not at rest. */
    public static synchronized void use(int threads) {
        before = threads;
        if (resting == 0 && SET.isFound) {
            SET.call(threads);
        }
    }

    /** Sends them to rest; must be followed by {@link #back}. Calls may be nested, and may come from several threads. */
    static synchronized void rest() {
        if (resting++ == 0 && SET.isFound && GET.isFound) {
            before = GET.call(0);
            SET.call(1);
        }
    }

    /** Calls them back, if nobody else wants them at rest. */
    static synchronized void back() {
        if (--resting == 0 && SET.isFound && GET.isFound) {
            SET.call(before);
        }
    }

    private static final class Set extends SetNumThreads {
        private final boolean isFound;

        Set() {
            Pointer function = Loader.addressof("openblas_set_num_threads");
            isFound = function != null;
            put(function);
        }
    }

    /** The class of a function that takes a number and gives one; this one takes none, and does not look. */
    private static final class Get extends MklSetNumThreadsLocal {
        private final boolean isFound;

        Get() {
            Pointer function = Loader.addressof("openblas_get_num_threads");
            isFound = function != null;
            put(function);
        }
    }
}
