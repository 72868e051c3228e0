package io.layerloom.nodes;

import static io.layerloom.graph.language.Language.tr;

import io.layerloom.graph.Expr;
import io.layerloom.graph.Inferred;
import io.layerloom.graph.Labelled;
import io.layerloom.graph.Param;
import io.layerloom.graph.Values;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What the weights of a layer must keep; they are brought back to it after each training step. */
enum Constraint implements Labelled {
    NONE("None"),
    MAX_NORM("Maximum norm"),
    MIN_MAX_NORM("Norm between"),
    UNIT_NORM("Norm of 1"),
    SPECTRAL_NORM("Spectral norm"),
    NON_NEGATIVE("Not negative");

    private static final String DL4J = Dl4j.CONF + "constraint.";

    static final Param<Constraint> KIND = Param.choice("weightConstraint", NONE)
            .label("Weight constraint")
            .help(
                    "What the weights must keep after each training step. A norm is the length of all weights that lead to one unit or channel; a maximum of 3 or 4 goes well with dropout. The spectral norm is the most by which all weights together, as a matrix, lengthen what they meet; kept at 1, it steadies the discriminator of an adversarial pair.");

    static final Param<Double> LEAST = Param.real("leastNorm", 0.5, 0, 1000)
            .label("Least norm")
            .help("Shorter weights are stretched to this length.")
            .shownWhen(values -> values.get(KIND) == MIN_MAX_NORM);

    static final Param<Double> MOST = Param.real("mostNorm", 3, 0.001, 1000)
            .label("Greatest norm")
            .help("Weights of a greater norm are shrunk to this one.")
            .shownWhen(values -> bounded(values.get(KIND)));

    private static boolean bounded(Constraint kind) {
        return kind == MAX_NORM || kind == MIN_MAX_NORM || kind == SPECTRAL_NORM;
    }

    private final String label;

    Constraint(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return tr(label);
    }

    /** The given answer, unless no norm can be kept. */
    static Inferred check(Values values, Inferred answer) {
        double least = values.get(LEAST);
        double most = values.get(MOST);
        if (values.get(KIND) != MIN_MAX_NORM || least <= most || answer instanceof Inferred.Bad) {
            return answer;
        }
        return Inferred.bad(
                        LEAST, tr("The least norm must not be above the greatest, but is %s against %s.", least, most))
                .propose(tr("Use a least norm of %s", most), LEAST, most)
                .propose(tr("Use a greatest norm of %s", least), MOST, least);
    }

    /**
     * The layer's builder with the constraint that is switched on.
     *
     * @param axes the dimensions of the weights that lead to one unit together
     */
    static Expr.Chain kept(Expr.Chain layer, Values values, Integer... axes) {
        return switch (values.get(KIND)) {
            case NONE -> layer;
            case MAX_NORM -> constrained(layer, DL4J + "MaxNormConstraint", axes, values.get(MOST));
            case MIN_MAX_NORM ->
                constrained(layer, DL4J + "MinMaxNormConstraint", axes, values.get(LEAST), values.get(MOST));
            case UNIT_NORM -> constrained(layer, DL4J + "UnitNormConstraint", axes);
            case SPECTRAL_NORM -> constrained(layer, Dl4j.KIT + "SpectralNormConstraint", axes, values.get(MOST));
            case NON_NEGATIVE -> constrained(layer, DL4J + "NonNegativeConstraint", new Integer[0]);
        };
    }

    private static Expr.Chain constrained(Expr.Chain layer, String name, Integer[] axes, Double... bounds) {
        List<Object> args = new ArrayList<>(Arrays.asList(bounds));
        args.addAll(Arrays.asList(axes));
        return layer.set("constrainWeights", Expr.make(name, args.toArray()));
    }
}
