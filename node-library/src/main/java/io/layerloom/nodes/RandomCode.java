package io.layerloom.nodes;

import static io.layerloom.graph.LayerType.layer;

import io.layerloom.graph.Category;
import io.layerloom.graph.Expr;
import io.layerloom.graph.Inferred;
import io.layerloom.graph.LayerType;
import io.layerloom.graph.Param;
import io.layerloom.graph.Shape;
import java.util.Locale;
import java.util.Optional;

/** Where the random numbers enter that a generator makes examples of. */
final class RandomCode {

    static final Param<Integer> SIZE = Param.integer("size", 64, 1, 100_000)
            .label("Size")
            .help(
                    "How many random numbers one example is made of. Few leave little room for variety, many are harder to use; 32 to 128 are usual.");

    static final LayerType TYPE = layer("random_code", "Random code")
            .category(Category.INPUT_OUTPUT)
            .help(
                    "Gives a generator random numbers of the standard normal distribution, others for each example and each training step. They follow from the seed of the plan, so a run can be repeated bit for bit. The beginning of a generative adversarial network.")
            .formula("y[i] ~ N(0, 1)", "Each number is drawn from the standard normal distribution.")
            .source("Goodfellow et al., Generative adversarial nets (2014)")
            .params(SIZE)
            .summary(values -> String.format(Locale.ROOT, "%,d numbers", values.get(SIZE)))
            .role(LayerType.Role.CODE)
            .entry(values -> Inferred.ok(new Shape.Vector(values.get(SIZE))), (values, data) -> Optional.empty())
            .input(values -> Expr.of(Dl4j.INPUT_TYPE, "feedForward", values.get(SIZE)));

    private RandomCode() {}
}
