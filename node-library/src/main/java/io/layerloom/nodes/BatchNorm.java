package io.layerloom.nodes;

import static io.layerloom.graph.LayerType.layer;
import static io.layerloom.graph.language.Language.tr;

import io.layerloom.graph.Category;
import io.layerloom.graph.Count;
import io.layerloom.graph.Expr;
import io.layerloom.graph.FirstWeights;
import io.layerloom.graph.Inferred;
import io.layerloom.graph.LayerType;
import io.layerloom.graph.Param;
import io.layerloom.graph.Shape;
import io.layerloom.graph.Values;
import java.util.List;

/** Normalization of each channel over the batch. */
final class BatchNorm {

    static final Param<Double> MOMENTUM = Param.real("momentum", 0.9, 0, 0.9999)
            .label("Momentum")
            .help(
                    "How much of the running mean and variance each batch leaves as it was. They stand in for the batch when predicting; 0.99 for long trainings.");

    static final Param<Double> EPSILON = Param.real("epsilon", 1e-5, 1e-12, 1)
            .label("Epsilon")
            .help("Added to the variance, so that a constant channel does not divide by zero.");

    static final Param<Boolean> SCALE_AND_SHIFT = Param.flag("scaleAndShift", true)
            .label("Scale and shift")
            .help(
                    "Learns a factor (gamma) and a summand (beta) for each channel, so that the network can undo the normalization where it harms.");

    static final Param<Double> GAMMA = Param.real("gammaInitial", 1, -100, 100)
            .label("Initial gamma")
            .help("The factor before training. Without scale and shift there is none.");

    static final Param<Double> BETA = Param.real("betaInitial", 0, -100, 100)
            .label("Initial beta")
            .help("The summand before training. Without scale and shift there is none.");

    private static final Param<FirstWeights> FIRST_WEIGHTS =
            FirstWeights.KIND.shownWhen(values -> values.get(SCALE_AND_SHIFT));

    static final LayerType TYPE = layer("batch_norm", "Batch normalization")
            .category(Category.REGULARIZATION)
            .help(
                    "Brings each channel to mean 0 and variance 1 over the batch, which lets deep networks learn faster and forgives larger learning rates. Frozen, it goes by its running averages during training, too, as in Keras.")
            .formula(
                    "y = γ · (x − μ) / √(σ² + ε) + β\nm ← ρ · m + (1 − ρ) · μ\nv ← ρ · v + (1 − ρ) · σ²",
                    "μ and σ² are mean and variance of the channel, or of the value of a vector, over the mini-batch and all its pixels; γ and β are learned for each channel, or 1 and 0 without Scale and shift; ε is Epsilon and ρ the momentum. When predicting, or frozen, the running averages m and v stand in for μ and σ².")
            .source(
                    "Ioffe, Szegedy, Batch normalization: accelerating deep network training by reducing internal covariate shift (2015)")
            .params(MOMENTUM, EPSILON, SCALE_AND_SHIFT, GAMMA, BETA, FIRST_WEIGHTS)
            .summary(values -> tr("momentum %s", values.get(MOMENTUM)))
            .fromAny(List.of(Shape.Vector.class, Shape.Image.class), (values, in) -> Inferred.ok(in))
            .learning(TypedArrays.ofNorm("gamma", "beta", values -> values.get(SCALE_AND_SHIFT)))
            .counting((values, in) -> count(channels(in.get(0)), values.get(SCALE_AND_SHIFT)))
            .costing((values, in) -> in.get(0).elements())
            .layer((values, in) -> expr(values));

    private BatchNorm() {}

    private static long channels(Shape in) {
        return in instanceof Shape.Image image ? image.channels() : in.elements();
    }

    private static Count count(long channels, boolean learned) {
        return learned ? new Count(2 * channels, 2 * channels, "2 · " + channels) : new Count(0, 2 * channels, "0");
    }

    /** The running variance is kept as such: the engine's logarithm of the deviation only serves distributed training. */
    private static Expr expr(Values values) {
        boolean learned = values.get(SCALE_AND_SHIFT);
        Expr.Chain start = values.get(LayerType.FROZEN)
                ? Expr.builder(Dl4j.KIT + "FrozenNormalization.Builder")
                : Dl4j.layer("BatchNormalization");
        return start.set("decay", values.get(MOMENTUM))
                .set("eps", values.get(EPSILON))
                .setIf(learned && values.get(GAMMA) != 1, "gamma", values.get(GAMMA))
                .setIf(learned && values.get(BETA) != 0, "beta", values.get(BETA))
                .setIf(!learned, "lockGammaBeta", true)
                .set("useLogStd", false)
                .build();
    }
}
