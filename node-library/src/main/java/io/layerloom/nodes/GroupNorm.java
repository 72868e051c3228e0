package io.layerloom.nodes;

import static io.layerloom.graph.LayerType.layer;
import static io.layerloom.graph.language.Language.tr;

import io.layerloom.graph.Category;
import io.layerloom.graph.Count;
import io.layerloom.graph.Expr;
import io.layerloom.graph.Inferred;
import io.layerloom.graph.LayerType;
import io.layerloom.graph.Param;
import io.layerloom.graph.Shape;
import io.layerloom.graph.Values;
import java.util.List;

/** Normalization of groups of channels, each example by itself. */
final class GroupNorm {

    static final Param<Integer> GROUPS = Param.integer("groups", 4, 1, 4096)
            .label("Groups")
            .help(
                    "How many groups the channels are divided into; 32 in the paper. 1 normalizes each example as a whole.");

    static final Param<Double> EPSILON = Param.real("epsilon", 1e-5, 1e-12, 1)
            .label("Epsilon")
            .help("Added to the variance, so that a constant group does not divide by zero.");

    /** What can be normalized so. */
    static final List<Class<? extends Shape>> KINDS = List.of(Shape.Image.class, Shape.Volume.class);

    static final LayerType TYPE = layer("group_norm", "Group normalization")
            .category(Category.REGULARIZATION)
            .help(
                    "Brings groups of channels to mean 0 and variance 1, each example by itself. Does what batch normalization does where batches are small, and is the same in training and prediction.")
            .formula(
                    "y[i, c] = γ[c] · (x[i, c] − μ[g]) / √(σ²[g] + ε) + β[c]",
                    "μ[g] and σ²[g] are mean and variance over all places i and all channels of the group g of channel c, each example by itself; γ and β are learned for each channel, ε is Epsilon.")
            .source("Wu, He, Group normalization (2018)")
            .params(GROUPS, EPSILON)
            .summary(values -> values.get(GROUPS) == 1 ? tr("1 group") : tr("%d groups", values.get(GROUPS)))
            .fromAny(KINDS, GroupNorm::infer)
            .learning(TypedArrays.ofNorm("gamma", "beta"))
            .counting((values, in) -> count(in.get(0)))
            .costing((values, in) -> in.get(0).elements())
            .foresight(Foresight.always("Mean and deviation are taken over all steps"))
            .layer((values, in) -> expr(values.get(GROUPS), values.get(EPSILON)));

    private GroupNorm() {}

    private static Inferred infer(Values values, Shape in) {
        long channels = Shapes.channels(in);
        int groups = values.get(GROUPS);
        if (channels % groups == 0) {
            return Inferred.ok(in);
        }
        Inferred.Bad bad =
                Inferred.bad(GROUPS, tr("%d channels cannot be divided into %d equal groups.", channels, groups));
        int fewer = (int) Math.min(groups, channels);
        while (channels % fewer != 0) {
            fewer--;
        }
        bad = bad.propose(fewer == 1 ? tr("Use 1 group") : tr("Use %d groups", fewer), GROUPS, fewer);
        return channels <= 4096 && fewer != channels
                ? bad.propose(tr("Use a group for each channel"), GROUPS, Math.toIntExact(channels))
                : bad;
    }

    /** A factor and a summand for each channel. */
    static Count count(Shape in) {
        long channels = Shapes.channels(in);
        return Count.of(2 * channels, "2 · " + channels);
    }

    static Expr expr(int groups, double epsilon) {
        return Expr.make(Dl4j.KIT + "GroupNorm", groups, epsilon);
    }
}
