package io.layerloom.engine.kit;

import java.util.List;
import java.util.Optional;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * Two sequences one behind the other, so that a layer that looks at both gets them as one: DL4J's layers have a single input. The narrower one is filled up with zeros.
 */
public final class JoinSteps extends ArrayFunction {

    private final int firstSteps;
    private final int secondSteps;

    /** Joins sequences of so many steps. */
    public JoinSteps(@JsonProperty("firstSteps") int firstSteps, @JsonProperty("secondSteps") int secondSteps) {
        this.firstSteps = firstSteps;
        this.secondSteps = secondSteps;
    }

    public int getFirstSteps() {
        return firstSteps;
    }

    public int getSecondSteps() {
        return secondSteps;
    }

    @Override
    protected INDArray apply(INDArray[] in, Optional<INDArray> mask) {
        long features = Math.max(in[0].size(1), in[1].size(1));
        INDArray out = Nd4j.create(
                        in[0].dataType(), new long[] {in[0].size(0), in[0].size(2) + in[1].size(2), features}, 'c')
                .permute(0, 2, 1);
        part(out, in, 0).assign(in[0]);
        part(out, in, 1).assign(in[1]);
        return out;
    }

    private static INDArray part(INDArray joined, INDArray[] in, int number) {
        long from = number == 0 ? 0 : in[0].size(2);
        return joined.get(
                NDArrayIndex.all(),
                NDArrayIndex.interval(0, in[number].size(1)),
                NDArrayIndex.interval(from, from + in[number].size(2)));
    }

    @Override
    protected INDArray[] back(INDArray[] in, Optional<INDArray> mask, INDArray gradient) {
        return new INDArray[] {
            part(gradient, in, 0).dup(), part(gradient, in, 1).dup()
        };
    }

    @Override
    protected long[] sizesFor(long[][] in) {
        return new long[] {Math.max(in[0][0], in[1][0]), in[0][1] + in[1][1]};
    }

    /** The masks one behind the other; ones where a sequence has none. */
    @Override
    protected Optional<INDArray> maskForAll(List<Optional<INDArray>> masks) {
        Optional<INDArray> known = masks.stream().flatMap(Optional::stream).findFirst();
        return known.map(some -> Nd4j.hstack(
                masks.get(0).orElseGet(() -> Nd4j.ones(some.dataType(), some.size(0), firstSteps)),
                masks.get(1).orElseGet(() -> Nd4j.ones(some.dataType(), some.size(0), secondSteps))));
    }

    @Override
    public int minVertexInputs() {
        return 2;
    }

    @Override
    public int maxVertexInputs() {
        return 2;
    }

    @Override
    public String toString() {
        return "JoinSteps(%d, %d)".formatted(firstSteps, secondSteps);
    }
}
