package io.layerloom.nodes;

import static io.layerloom.graph.LayerType.layer;
import static io.layerloom.graph.language.Language.tr;

import io.layerloom.graph.Category;
import io.layerloom.graph.Expr;
import io.layerloom.graph.Inferred;
import io.layerloom.graph.LayerType;
import io.layerloom.graph.Param;
import io.layerloom.graph.Shape;
import io.layerloom.graph.Values;

/** Channels laid out as blocks of pixels. */
final class DepthToSpace {

    static final Param<Integer> BLOCK = Param.integer("block", 2, 2, 64)
            .label("Block size")
            .help("Height and width of the blocks. 2 doubles both and makes one channel of four.");

    static final LayerType TYPE = layer("depth_to_space", "Depth to space")
            .category(Category.RESIZING)
            .help(
                    "Lays channels out as blocks of pixels, so that the image grows: a convolution before it paints all pixels of a block at once. It undoes Space to depth. Also known as pixel shuffle; channels are in the order of Keras and TensorFlow, which is not that of PyTorch.")
            .formula(
                    "y[b·i + u, b·j + v, c] = x[i, j, (u·b + v)·C + c]",
                    "b is the block size, u and v are a row and a column of a block, c is one of the C channels that go out, all counted from 0.")
            .source("Shi et al., Real-time single image and video super-resolution (2016)")
            .params(BLOCK)
            .summary(values -> tr("blocks of %1$d×%1$d", values.get(BLOCK)))
            .from(Shape.Image.class, DepthToSpace::infer)
            .vertex((values, in) -> Expr.make(Dl4j.KIT + "DepthToSpace", values.get(BLOCK)));

    private DepthToSpace() {}

    private static Inferred infer(Values values, Shape.Image in) {
        int block = values.get(BLOCK);
        if (in.channels() % ((long) block * block) == 0) {
            return Inferred.ok(new Shape.Image(in.height() * block, in.width() * block, in.channels() / block / block));
        }
        Inferred.Bad bad = Inferred.bad(
                BLOCK,
                tr(
                        "Blocks of %1$d×%1$d take %2$d channels each, but the image has %3$d.",
                        block, block * block, in.channels()));
        for (int fitting = 2; fitting <= 64 && (long) fitting * fitting <= in.channels(); fitting++) {
            if (in.channels() % ((long) fitting * fitting) == 0) {
                bad = bad.propose(tr("Use blocks of %1$d×%1$d", fitting), BLOCK, fitting);
            }
        }
        return bad;
    }
}
