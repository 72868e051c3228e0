package io.layerloom.engine.kit;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * Capsules above capsules, with dynamic routing between them: Sabour, Frosst, Hinton, Dynamic routing between capsules (2017). Each capsule below votes for each above through a matrix of its own, and
 * {@link Routing} settles how much each vote counts. A sequence with a step for each capsule, [dimensions, capsules], becomes another one. Padded capsules have no vote. DL4J's own layer doubles its
 * gradients.
 */
public final class CapsuleLayer extends LearningFunction {

    private static final String WEIGHTS = "W";

    @JsonProperty
    private int capsules = 1;

    @JsonProperty
    private int dimensions = 1;

    @JsonProperty
    private int rounds = 1;

    /** How many capsules are below. */
    @JsonProperty
    private int below = 1;

    /** For JSON. */
    public CapsuleLayer() {}

    /**
     * A layer of so many capsules.
     *
     * @param dimensions the numbers of each
     * @param rounds how often routing settles who is heard by whom; 1 lets all votes count alike
     */
    public CapsuleLayer(int capsules, int dimensions, int rounds) {
        this.capsules = capsules;
        this.dimensions = dimensions;
        this.rounds = rounds;
    }

    @Override
    public void setNIn(InputType in, boolean override) {
        super.setNIn(in, override);
        below = Math.toIntExact(Sizes.of(in)[1]);
        setNOut(dimensions);
    }

    @Override
    public InputType getOutputType(int layerIndex, InputType in) {
        return Sizes.type(dimensions, capsules);
    }

    /** All capsules above count. */
    @Override
    protected Optional<INDArray> maskFor(Optional<INDArray> mask) {
        return Optional.empty();
    }

    private long width() {
        return (long) capsules * dimensions;
    }

    @Override
    public List<LearnedArray> learned() {
        return List.of(
                new LearnedArray(WEIGHTS, List.of(getNIn(), width(), (long) below), List.of(getWeightInitFn()), 0));
    }

    @Override
    protected INDArray apply(INDArray in, Map<String, INDArray> learned) {
        INDArray votes = Nd4j.matmul(perCapsule(in), weights(learned));
        INDArray above = Nd4j.create(in.dataType(), new long[] {in.size(0), capsules, dimensions}, 'c');
        route(votes, (example, routing) -> put(routing.result(), above.get(NDArrayIndex.point(example))));
        return above.permute(0, 2, 1);
    }

    @Override
    protected INDArray back(
            INDArray in, Map<String, INDArray> learned, INDArray gradient, Map<String, INDArray> slopes) {
        INDArray perCapsule = perCapsule(in);
        INDArray weights = weights(learned);
        INDArray votes = Nd4j.matmul(perCapsule, weights);
        INDArray ofAbove = gradient.permute(0, 2, 1);
        // Once the votes of an example are routed, their slopes take their place.
        route(
                votes,
                (example, routing) ->
                        put(routing.back(RowMajor.of(ofAbove.get(NDArrayIndex.point(example)))), of(votes, example)));
        Objects.requireNonNull(slopes.get(WEIGHTS))
                .assign(Nd4j.matmul(perCapsule.permute(0, 2, 1).dup('c'), votes).permute(1, 2, 0));
        return Nd4j.matmul(votes, weights.permute(0, 2, 1).dup('c')).permute(1, 2, 0);
    }

    /** Routes the votes of each example and lets something be done with that, on as many threads as may compute. */
    private void route(INDArray votes, BiConsumer<Integer, Routing> work) {
        int examples = (int) votes.size(1);
        int members = Math.min(TeamSize.get(), examples);
        Team.of(members)
                .run(member -> OmpThreads.alone(() -> {
                    for (int example = member; example < examples; example += members) {
                        work.accept(
                                example, new Routing(RowMajor.of(of(votes, example)), capsules, dimensions, rounds));
                    }
                }));
    }

    /** What comes in as [capsule, example, dimension]. */
    private static INDArray perCapsule(INDArray in) {
        return in.permute(2, 0, 1).dup('c');
    }

    /** The weights as [capsule below, its dimension, number of a vote]. */
    private static INDArray weights(Map<String, INDArray> learned) {
        return Objects.requireNonNull(learned.get(WEIGHTS)).permute(2, 0, 1).dup('c');
    }

    /** The votes of an example, [capsule below, number of a vote]. */
    private static INDArray of(INDArray votes, int example) {
        return votes.get(NDArrayIndex.all(), NDArrayIndex.point(example), NDArrayIndex.all());
    }

    private static void put(double[] numbers, INDArray into) {
        into.assign(RowMajor.like(into, numbers));
    }

    @Override
    public boolean equals(Object other) {
        return super.equals(other)
                && other instanceof CapsuleLayer that
                && capsules == that.capsules
                && dimensions == that.dimensions
                && rounds == that.rounds
                && below == that.below;
    }

    @Override
    public int hashCode() {
        return Objects.hash(super.hashCode(), capsules, dimensions, rounds, below);
    }
}
