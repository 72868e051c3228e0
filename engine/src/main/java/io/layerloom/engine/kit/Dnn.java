package io.layerloom.engine.kit;

import static org.bytedeco.dnnl.global.dnnl.DNNL_RUNTIME_OMP;
import static org.bytedeco.dnnl.global.dnnl.dnnl_cpu;
import static org.bytedeco.dnnl.global.dnnl.dnnl_cpu_isa_avx512_core;
import static org.bytedeco.dnnl.global.dnnl.dnnl_engine_create;
import static org.bytedeco.dnnl.global.dnnl.dnnl_f32;
import static org.bytedeco.dnnl.global.dnnl.dnnl_format_tag_any;
import static org.bytedeco.dnnl.global.dnnl.dnnl_get_effective_cpu_isa;
import static org.bytedeco.dnnl.global.dnnl.dnnl_memory_desc_init_by_tag;
import static org.bytedeco.dnnl.global.dnnl.dnnl_oihw;
import static org.bytedeco.dnnl.global.dnnl.dnnl_success;
import static org.bytedeco.dnnl.global.dnnl.dnnl_version;
import static org.bytedeco.dnnl.global.dnnl.dnnl_x;

import java.util.Locale;
import java.util.Optional;
import org.bytedeco.dnnl.dnnl_engine;
import org.bytedeco.dnnl.dnnl_memory_desc_t;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.javacpp.Loader;

/**
 * Intel's library of neural network operations, oneDNN, called without a detour. It computes convolutions several times as fast as products of matrices do, on images whose channels
 * lie in blocks as wide as the processor's vector registers.
 *
 * <p>Only for x86-64; elsewhere, and where the library cannot be loaded, there is none.
 */
final class Dnn {

    private static final Optional<Dnn> FOUND = find();
    private static volatile boolean allowed = true;

    private final dnnl_engine engine = new dnnl_engine();
    private final int block;

    private Dnn() {
        boolean wide = (dnnl_get_effective_cpu_isa() & dnnl_cpu_isa_avx512_core) == dnnl_cpu_isa_avx512_core;
        block = wide ? 16 : 8;
        require(dnnl_engine_create(engine, dnnl_cpu, 0));
    }

    /** The library; empty if this machine has none. */
    static Optional<Dnn> found() {
        return allowed ? FOUND : Optional.empty();
    }

    /** The library, for those that would not be there without it. */
    static Dnn loaded() {
        return FOUND.orElseThrow();
    }

    /** Lets networks that are made from now on go without it, or not. */
    static void allow(boolean wanted) {
        allowed = wanted;
    }

    private static Optional<Dnn> find() {
        String architecture = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        if (!architecture.matches("amd64|x86_64")) {
            return Optional.empty();
        }
        try {
            Loader.load(dnnl.class);
            boolean obeys = dnnl_version().cpu_runtime() != DNNL_RUNTIME_OMP || OmpThreads.areKnown();
            return obeys ? Optional.of(new Dnn()) : Optional.empty();
        } catch (LinkageError | RuntimeException e) {
            return Optional.empty();
        }
    }

    /** How many channels lie side by side. */
    int block() {
        return block;
    }

    /** Whether the processor's vector registers hold 16 numbers. */
    boolean isWide() {
        return block == 16;
    }

    dnnl_engine engine() {
        return engine;
    }

    /** The weights of a convolution as DL4J has them: filter, channel, row, column. */
    dnnl_memory_desc_t weights(long... shape) {
        return described(dnnl_oihw, shape);
    }

    /** Numbers in the order that the library likes best. */
    dnnl_memory_desc_t any(long... shape) {
        return described(dnnl_format_tag_any, shape);
    }

    /** Numbers in a row. */
    dnnl_memory_desc_t row(long length) {
        return described(dnnl_x, length);
    }

    /** Numbers of some shape in an order that the library has a tag for. */
    dnnl_memory_desc_t described(int tag, long... shape) {
        dnnl_memory_desc_t described = new dnnl_memory_desc_t();
        require(dnnl_memory_desc_init_by_tag(described, shape.length, shape, dnnl_f32, tag));
        return described;
    }

    /** Fails unless the library says that all went well. */
    static void require(int status) {
        if (status != dnnl_success) {
            throw new IllegalStateException("oneDNN refused an operation. Received: status " + status);
        }
    }
}
