package io.layerloom.nodes;

import static io.layerloom.graph.LayerType.layer;
import static io.layerloom.graph.language.Language.later;
import static io.layerloom.graph.language.Language.tr;

import io.layerloom.graph.Category;
import io.layerloom.graph.Inferred;
import io.layerloom.graph.LayerType;
import io.layerloom.graph.Param;
import io.layerloom.graph.Shape;
import io.layerloom.graph.Values;

/** What maximum and average pooling of volumes have in common. */
final class Pooling3d {

    static final Param<Integer> WINDOW = Param.integer("window", 2, 1, 31)
            .label("Window")
            .help("Depth, height and width of the windows that are summed up in one value each.");

    static final Param<Integer> STRIDE = Param.integer("stride", 2, 1, 31)
            .label("Stride")
            .help("How far the window moves at each step; equal to the window, it covers the volume without overlap.");

    private static final Windows3d WINDOWS = new Windows3d(later("window"), WINDOW, STRIDE);

    private Pooling3d() {}

    /** A pooling layer of the engine's kind {@code operation}. */
    static LayerType type(String id, String name, String help, String formula, String symbols, String operation) {
        return layer(id, name)
                .category(Category.POOLING)
                .help(help)
                .formula(formula, symbols)
                .source(
                        "Tran, Bourdev, Fergus, Torresani, Paluri, Learning spatiotemporal features with 3D convolutional networks (2015)")
                .params(WINDOW, STRIDE, Windows3d.PADDING, Windows3d.BORDER)
                .summary(values -> tr("%1$d×%1$d×%1$d · stride %2$d", values.get(WINDOW), values.get(STRIDE)))
                .from(Shape.Volume.class, Pooling3d::infer)
                .costing((values, in) -> in.get(0).elements())
                .layer((values, in) -> WINDOWS.set(
                                Dl4j.layer("Subsampling3DLayer", Pooling.operation(operation))
                                        .set("dataFormat", Windows3d.CHANNELS_FIRST),
                                values)
                        .build());
    }

    private static Inferred infer(Values values, Shape.Volume in) {
        int border = WINDOWS.border(values);
        int most = values.get(WINDOW) / 2;
        if (border <= most) {
            return WINDOWS.slide(values, in, in.channels());
        }
        return Inferred.bad(
                        Windows3d.BORDER,
                        tr(
                                "A border of %d is too wide for a window of %d: at most half of the window may lie outside.",
                                border, values.get(WINDOW)))
                .propose(tr("Use a border of %s", most), Windows3d.BORDER, most)
                .propose(tr("Use padding Same"), Windows3d.PADDING, Padding.SAME);
    }
}
