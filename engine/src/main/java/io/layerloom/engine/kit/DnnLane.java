package io.layerloom.engine.kit;

import static org.bytedeco.dnnl.global.dnnl.dnnl_stream_create;
import static org.bytedeco.dnnl.global.dnnl.dnnl_stream_default_flags;
import static org.bytedeco.dnnl.global.dnnl.dnnl_stream_destroy;

import java.lang.ref.Cleaner;
import org.bytedeco.dnnl.dnnl_stream;

/** What one member of a team needs to call {@link Dnn}: a queue of operations, of which each is done before the next begins, and room for what they note down meanwhile. */
final class DnnLane {

    /** Gives back what lies outside the heap. */
    static final Cleaner CLEANER = Cleaner.create();

    private final dnnl_stream stream = new dnnl_stream();
    private Block notes = Block.of(0);
    private Block found = Block.of(0);

    DnnLane(Dnn dnn) {
        Dnn.require(dnnl_stream_create(stream, dnn.engine(), dnnl_stream_default_flags));
        dnnl_stream owned = stream;
        CLEANER.register(this, () -> dnnl_stream_destroy(owned));
    }

    /** That of a member of a team; there must be a library. */
    static DnnLane of(Share share) {
        return share.own(DnnLane.class, () -> new DnnLane(Dnn.loaded()));
    }

    dnnl_stream stream() {
        return stream;
    }

    /** Room for an operation's notes, which mean nothing after it. */
    Block notes(int length) {
        notes = notes.atLeast(length);
        return notes;
    }

    /** Room for numbers on their way to somewhere else. */
    Block found(int length) {
        found = found.atLeast(length);
        return found;
    }
}
