package io.layerloom.nodes;

import static io.layerloom.graph.LayerType.layer;

import io.layerloom.graph.Category;
import io.layerloom.graph.Inferred;
import io.layerloom.graph.LayerType;
import io.layerloom.graph.Param;

/** All values times one number. */
final class Scale {

    static final Param<Double> FACTOR = Param.real("factor", 0.5, -1000, 1000)
            .label("Factor")
            .help(
                    "What every value is multiplied by. It is not learned; 0.1 tames a residual branch, −1 turns the sign.");

    static final LayerType TYPE = layer("scale", "Scale")
            .category(Category.CORE)
            .help("Multiplies every value by one number that you choose.")
            .formula("y = a · x", "a is the factor.")
            .params(FACTOR)
            .summary(values -> "× " + values.get(FACTOR))
            .fromAny(Shapes.NUMERIC, (values, in) -> Inferred.ok(in))
            .costing((values, in) -> in.get(0).elements())
            .vertex((values, in) -> Dl4j.vertex("ScaleVertex", values.get(FACTOR)));

    private Scale() {}
}
