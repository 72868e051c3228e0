package io.layerloom.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import io.layerloom.graph.Inferred;
import io.layerloom.graph.Labels;
import io.layerloom.graph.Shape;
import io.layerloom.graph.Values;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OutputRulesTest {

    private static final Labels THREE = new Labels.Classes(List.of("setosa", "versicolor", "virginica"));
    private static final Labels TWO = new Labels.Classes(List.of("no", "yes"));
    private static final Labels PRICE = new Labels.Numbers(1);
    private static final Values INITIAL = Output.TYPE.initialValues();

    @Test
    void everyContradictionHasWaysOutThatWork() {
        for (Activation activation : Activation.values()) {
            for (Loss loss : Loss.values()) {
                for (int units : new int[] {1, 2, 10}) {
                    Values values = INITIAL.with(Output.ACTIVATION, activation)
                            .with(Output.LOSS, loss)
                            .with(Output.UNITS, units);
                    mended(values);
                }
            }
        }
    }

    @Test
    void everyLabelCanBeLearnedOneClickLater() {
        for (Labels labels : List.of(THREE, TWO, PRICE, new Labels.Numbers(4))) {
            for (Loss loss : Loss.values()) {
                Values values = mended(INITIAL.with(Output.LOSS, loss));
                Optional<Inferred.Bad> bad = check(values, labels);
                bad.ifPresent(found -> {
                    assertThat(found.message()).endsWith(".");
                    assertThat(found.proposals()).isNotEmpty().allSatisfy(proposal -> {
                        Values after = proposal.applyTo(values);
                        assertThat(infer(after)).as(proposal.label()).isInstanceOf(Inferred.Ok.class);
                        assertThat(check(after, labels)).as(proposal.label()).isEmpty();
                    });
                });
            }
        }
    }

    @Test
    void theSentenceHoldsTheNumbers() {
        assertThat(check(INITIAL, THREE).orElseThrow().message())
                .isEqualTo("The data has 3 classes, but the output has 10 units.");
        assertThat(check(mended(INITIAL.with(Output.LOSS, Loss.MEAN_SQUARED_ERROR)), THREE)
                        .orElseThrow()
                        .message())
                .isEqualTo("Mean squared error compares numbers, but the data has 3 classes.");
        assertThat(check(mended(INITIAL.with(Output.LOSS, Loss.BINARY_CROSSENTROPY)), THREE)
                        .orElseThrow()
                        .message())
                .isEqualTo("Binary cross-entropy tells 2 classes apart, but the data has 3.");
        assertThat(check(INITIAL, PRICE).orElseThrow().message())
                .isEqualTo("Sparse categorical cross-entropy is for classes, but the data holds numbers to predict.");
    }

    /** The settings after the first proposals; fails if a proposal leads nowhere. */
    private static Values mended(Values values) {
        Values tried = values;
        for (int clicks = 0; clicks < 3; clicks++) {
            if (!(infer(tried) instanceof Inferred.Bad bad)) {
                return tried;
            }
            assertThat(bad.message()).endsWith(".");
            assertThat(bad.proposals()).as(bad.message()).isNotEmpty();
            tried = bad.proposals().get(0).applyTo(tried);
        }
        throw new AssertionError("Three clicks do not mend " + values);
    }

    private static Inferred infer(Values values) {
        return Output.TYPE.infer(values, List.of(new Shape.Vector(8)));
    }

    private static Optional<Inferred.Bad> check(Values values, Labels labels) {
        return Output.TYPE
                .output()
                .orElseThrow()
                .check()
                .check(values, new Shape.Vector(values.get(Output.UNITS)), labels);
    }
}
