package io.layerloom.nodes;

import static io.layerloom.graph.LayerType.layer;
import static io.layerloom.graph.language.Language.tr;

import io.layerloom.graph.Category;
import io.layerloom.graph.Inferred;
import io.layerloom.graph.LayerType;
import io.layerloom.graph.Param;
import io.layerloom.graph.Shape;
import io.layerloom.graph.Values;

/** Blocks of pixels laid into channels. */
final class SpaceToDepth {

    static final Param<Integer> BLOCK = Param.integer("block", 2, 2, 64)
            .label("Block size")
            .help("Height and width of the blocks. 2 halves both and makes four channels of each.");

    static final LayerType TYPE = layer("space_to_depth", "Space to depth")
            .category(Category.RESIZING)
            .help(
                    "Lays each block of pixels into channels, so that the image shrinks and nothing is lost, unlike pooling. Object detectors join fine features to coarse ones with it. Channels are in the order of Keras and TensorFlow; Depth to space undoes it.")
            .formula(
                    "y[i, j, (u·b + v)·C + c] = x[b·i + u, b·j + v, c]",
                    "b is the block size, u and v are a row and a column of a block, c is one of the C channels that come in, all counted from 0.")
            .source("Redmon, Farhadi, YOLO9000: better, faster, stronger (2017)")
            .params(BLOCK)
            .summary(values -> tr("blocks of %1$d×%1$d", values.get(BLOCK)))
            .from(Shape.Image.class, SpaceToDepth::infer)
            .layer((values, in) ->
                    Dl4j.layer("SpaceToDepthLayer", values.get(BLOCK)).build());

    private SpaceToDepth() {}

    private static Inferred infer(Values values, Shape.Image in) {
        int block = values.get(BLOCK);
        if (in.height() % block == 0 && in.width() % block == 0) {
            return Inferred.ok(new Shape.Image(in.height() / block, in.width() / block, in.channels() * block * block));
        }
        Inferred.Bad bad = Inferred.bad(
                BLOCK,
                tr("Blocks of %1$d×%1$d do not cover an image of %2$d×%3$d evenly.", block, in.height(), in.width()));
        for (int fitting = 2; fitting <= Math.min(64, Math.min(in.height(), in.width())); fitting++) {
            if (in.height() % fitting == 0 && in.width() % fitting == 0) {
                bad = bad.propose(tr("Use blocks of %1$d×%1$d", fitting), BLOCK, fitting);
            }
        }
        return bad;
    }
}
