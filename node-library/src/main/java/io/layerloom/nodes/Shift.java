package io.layerloom.nodes;

import static io.layerloom.graph.LayerType.layer;

import io.layerloom.graph.Category;
import io.layerloom.graph.Inferred;
import io.layerloom.graph.LayerType;
import io.layerloom.graph.Param;

/** All values plus one number. */
final class Shift {

    static final Param<Double> AMOUNT = Param.real("amount", 1, -1000, 1000)
            .label("Amount")
            .help("What is added to every value. It is not learned; −0.5 centres values between 0 and 1.");

    static final LayerType TYPE = layer("shift", "Shift")
            .category(Category.CORE)
            .help("Adds one number that you choose to every value.")
            .formula("y = x + a", "a is the amount.")
            .params(AMOUNT)
            .summary(values -> (values.get(AMOUNT) < 0 ? "− " : "+ ") + Math.abs(values.get(AMOUNT)))
            .fromAny(Shapes.NUMERIC, (values, in) -> Inferred.ok(in))
            .vertex((values, in) -> Dl4j.vertex("ShiftVertex", values.get(AMOUNT)));

    private Shift() {}
}
