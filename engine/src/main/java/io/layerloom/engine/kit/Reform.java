package io.layerloom.engine.kit;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_FROM;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_TO;

import java.util.List;
import java.util.Optional;
import org.bytedeco.dnnl.dnnl_memory_desc_t;

/** Puts images from one form into the other: channel by channel on the heap, or in blocks outside it. */
final class Reform {

    private final Blocked images;
    private final PerShare<Ways> ways;

    private record Ways(DnnCall in, DnnCall out, Block plain) {}

    Reform(Blocked images) {
        this.images = images;
        this.ways = new PerShare<>(this::ways);
    }

    private Ways ways(int examples) {
        Dnn dnn = Dnn.loaded();
        dnnl_memory_desc_t plain = images.describedBy(dnn, examples, false);
        dnnl_memory_desc_t blocked = images.describedBy(dnn, examples, true);
        return new Ways(reorder(dnn, plain, blocked), reorder(dnn, blocked, plain), Block.of(examples * plainSize()));
    }

    /** A call that puts numbers in another form. */
    static DnnCall reorder(Dnn dnn, dnnl_memory_desc_t from, dnnl_memory_desc_t to) {
        return new DnnCall(
                dnn,
                DnnPlan.reorder(dnn, from, to),
                List.of(new DnnCall.Argument(DNNL_ARG_FROM, from), new DnnCall.Argument(DNNL_ARG_TO, to)));
    }

    private int plainSize() {
        return images.channels() * images.height() * images.width();
    }

    void prepare(int members) {
        ways.prepare(members);
    }

    /** From where they were given to the network, or else from the heap. */
    void in(Signal from, Block to, Share share) {
        Optional<Block> given = from.asGiven();
        if (given.isEmpty()) {
            in(from.values(), to, share);
        } else if (images.side() == 1) {
            float[] numbers = share.scratch(share.count() * plainSize());
            from.read(share.from() * plainSize(), numbers, 0, share.count() * plainSize());
            to.put(share.from() * plainSize(), numbers, 0, share.count() * plainSize());
        } else {
            in(given.get(), share.from() * plainSize(), to, share);
        }
    }

    /** From the heap. */
    void in(float[] from, Block to, Share share) {
        int size = plainSize();
        if (images.side() == 1) {
            to.put(share.from() * size, from, share.from() * size, share.count() * size);
            return;
        }
        Block plain = ways.of(share).plain;
        plain.put(0, from, share.from() * size, share.count() * size);
        in(plain, 0, to, share);
    }

    private void in(Block from, int at, Block to, Share share) {
        ways.of(share)
                .in
                .with(DNNL_ARG_FROM, from, at)
                .with(DNNL_ARG_TO, to, share.from() * images.size())
                .run(DnnLane.of(share));
    }

    /** To the heap. */
    void out(Block from, float[] to, Share share) {
        plain(from, share).get(0, to, share.from() * plainSize(), share.count() * plainSize());
    }

    /** Slopes to the heap. */
    void out(Block from, Inlet to, Share share) {
        to.takeSlopes(plain(from, share), 0, share.from() * plainSize(), share.count() * plainSize(), share);
    }

    private Block plain(Block from, Share share) {
        Ways made = ways.of(share);
        made.out
                .with(DNNL_ARG_FROM, from, share.from() * images.size())
                .with(DNNL_ARG_TO, made.plain, 0)
                .run(DnnLane.of(share));
        return made.plain;
    }
}
