package io.layerloom.nodes;

import static io.layerloom.graph.LayerType.layer;
import static io.layerloom.graph.language.Language.later;
import static io.layerloom.graph.language.Language.tr;

import io.layerloom.graph.Category;
import io.layerloom.graph.Expr;
import io.layerloom.graph.Inferred;
import io.layerloom.graph.LayerType;
import io.layerloom.graph.Param;
import io.layerloom.graph.Shape;
import io.layerloom.graph.Size2;
import io.layerloom.graph.Values;

/** What maximum and average pooling have in common. */
final class Pooling {

    static final Param<Size2> WINDOW = Param.window("window", 2, 1, 31)
            .label("Window")
            .help("Height and width of the windows that are summed up in one value each.");

    static final Param<Size2> STRIDE = Param.size("stride", 2, 1, 31)
            .label("Stride")
            .help("How far the window moves at each step; equal to the window, it covers the image without overlap.");

    /** For windows without gaps: the arithmetic still wants to know. */
    static final Param<Size2> NO_GAPS = Param.size("dilation", 1, 1, 1);

    private static final Windows WINDOWS = new Windows(later("window"), WINDOW, STRIDE, NO_GAPS);

    private Pooling() {}

    /** A pooling layer of the engine's kind {@code operation}. */
    static LayerType type(
            String id, String name, String help, String formula, String symbols, String source, String operation) {
        return layer(id, name)
                .category(Category.POOLING)
                .help(help)
                .formula(formula, symbols)
                .source(source)
                .params(WINDOW, STRIDE, Windows.PADDING, Windows.BORDER)
                .summary(Pooling::summary)
                .from(Shape.Image.class, Pooling::infer)
                .layer((values, in) -> WINDOWS.set(Dl4j.layer("SubsamplingLayer", operation(operation)), values)
                        .build());
    }

    private static Inferred infer(Values values, Shape.Image in) {
        Size2 window = values.get(WINDOW);
        Size2 border = WINDOWS.border(values);
        Size2 widest = new Size2(window.height() / 2, window.width() / 2);
        if (border.height() <= widest.height() && border.width() <= widest.width()) {
            return WINDOWS.slide(values, in, in.channels());
        }
        return Inferred.bad(
                        Windows.BORDER,
                        tr(
                                "A border of %s is too wide for a %s window: at most half of the window may lie outside.",
                                border, window))
                .propose(tr("Use a border of %s", widest), Windows.BORDER, widest)
                .propose(tr("Use padding Same"), Windows.PADDING, Padding.SAME);
    }

    /** The engine's constant for a way of pooling. */
    static Expr operation(String name) {
        return Expr.constant(Dl4j.LAYERS + "PoolingType", name);
    }

    private static String summary(Values values) {
        Size2 stride = values.get(STRIDE);
        String step = stride.height() == stride.width() ? Integer.toString(stride.height()) : stride.toString();
        return tr("%s · stride %s", values.get(WINDOW), step);
    }
}
