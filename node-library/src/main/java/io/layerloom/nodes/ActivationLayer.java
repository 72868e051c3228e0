package io.layerloom.nodes;

import static io.layerloom.graph.LayerType.layer;

import io.layerloom.graph.Category;
import io.layerloom.graph.Inferred;
import io.layerloom.graph.LayerType;
import io.layerloom.graph.Param;
import io.layerloom.graph.Shape;
import java.util.List;

/** An activation as a layer of its own. */
final class ActivationLayer {

    static final Param<Activation> ACTIVATION = Weights.activation(Activation.RELU);

    static final LayerType TYPE = layer("activation", "Activation")
            .category(Category.CORE)
            .help(
                    "Applies a function to every value. Most layers can do it themselves; on its own it goes behind a batch normalization or an addition.")
            .source("Glorot, Bordes, Bengio, Deep sparse rectifier neural networks (2011)")
            .params(ACTIVATION)
            .summary(values -> values.get(ACTIVATION).label())
            .fromAny(
                    List.of(Shape.Vector.class, Shape.Image.class, Shape.Sequence.class),
                    (values, in) -> Activations.check(values, ACTIVATION, in, Inferred.ok(in)))
            .inPlaceLayer((values, in) -> Dl4j.layer("ActivationLayer")
                    .set("activation", values.get(ACTIVATION).expr())
                    .build());

    private ActivationLayer() {}
}
