package io.layerloom.nodes;

import static io.layerloom.graph.LayerType.layer;
import static io.layerloom.graph.language.Language.tr;

import io.layerloom.graph.Category;
import io.layerloom.graph.Expr;
import io.layerloom.graph.Inferred;
import io.layerloom.graph.LayerType;
import io.layerloom.graph.Param;
import io.layerloom.graph.Shape;
import java.math.BigDecimal;

/** Steps of sequences that the layers behind skip. */
final class Masking {

    static final Param<Double> VALUE = Param.real("maskValue", 0, -1e6, 1e6)
            .label("Mask value")
            .help("A step counts as padding if every feature in it has just this value, as it comes in here.");

    static final LayerType TYPE = layer("masking", "Masking")
            .category(Category.RECURRENT)
            .help(
                    "Steps in which every feature has the mask value count as padding: recurrent layers, attention, pooling and Last step behind it skip them. For readings of different lengths that were filled up, or with gaps. Texts need none: their padding is known. Tables are standardised column by column as they are read, so a number that fills up their rows does not stay one value: it cannot be masked. Where a whole sequence is masked, its first step counts.")
            .formula(
                    "y[t] = m[t] · x[t]",
                    "m[t] is 0 where every feature of step t has the mask value, and 1 elsewhere; steps whose m[t] is 0 count as padding behind it.")
            .source(
                    "Cho et al., Learning phrase representations using RNN encoder–decoder (2014); Keras, Masking layer")
            .params(VALUE)
            .summary(values -> tr(
                    "steps of %s",
                    BigDecimal.valueOf(values.get(VALUE)).stripTrailingZeros().toPlainString()))
            .from(Shape.Sequence.class, (values, in) -> Inferred.ok(in))
            .costing((values, in) -> in.get(0).elements())
            .vertex((values, in) -> Expr.make(Dl4j.KIT + "MaskedSteps", values.get(VALUE)));

    private Masking() {}
}
