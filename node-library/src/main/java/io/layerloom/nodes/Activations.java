package io.layerloom.nodes;

import static io.layerloom.graph.language.Language.tr;

import io.layerloom.graph.Inferred;
import io.layerloom.graph.Param;
import io.layerloom.graph.Shape;
import io.layerloom.graph.Values;

/** Which activation suits which shape. */
final class Activations {

    private Activations() {}

    /** The given answer, unless the activation has no meaning on the shape it is applied to. */
    static Inferred check(Values values, Param<Activation> activation, Shape on, Inferred answer) {
        if (values.get(activation) != Activation.SOFTMAX || !(answer instanceof Inferred.Ok)) {
            return answer;
        }
        if (on instanceof Shape.Vector) {
            return on.elements() > 1
                    ? answer
                    : Inferred.bad(activation, tr("Softmax over a single value always gives 1."))
                            .propose(tr("Use sigmoid"), activation, Activation.SIGMOID);
        }
        return Inferred.bad(activation, tr("Softmax needs a vector, but would be applied to %s.", on.described()))
                .propose(tr("Use ReLU"), activation, Activation.RELU)
                .propose(tr("Use sigmoid"), activation, Activation.SIGMOID);
    }
}
