package io.layerloom.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import io.layerloom.engine.Evaluator;
import io.layerloom.graph.Inferred;
import io.layerloom.graph.LayerType;
import io.layerloom.graph.Lowered;
import io.layerloom.graph.Shape;
import io.layerloom.graph.Size2;
import io.layerloom.graph.Values;
import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** The arithmetic of sliding windows against the engine's, over all small cases. */
class WindowsTest {

    @Test
    void whatGoesOverAnImageInStepsSaysHowLargeItsWindowIs() {
        List<LayerType> sliding = NodeLibrary.CATALOG.layers().stream()
                .filter(type -> type.params().stream()
                        .anyMatch(param -> param.key().equals("stride") && param.initial() instanceof Size2))
                .toList();
        assertThat(sliding)
                .contains(Conv2d.TYPE)
                .allSatisfy(type -> assertThat(type.window()).as(type.name()).isPresent());
    }

    @Test
    void convolutionsHaveTheShapesOfTheEngine() {
        List<Values> all = new ArrayList<>();
        for (Padding padding : Padding.values()) {
            for (Size2 kernel : sizes(1, 2, 3, 5)) {
                for (int stride = 1; stride <= 3; stride++) {
                    for (int dilation = 1; dilation <= 2; dilation++) {
                        all.add(Values.EMPTY
                                .with(Conv2d.FILTERS, 3)
                                .with(Conv2d.KERNEL, kernel)
                                .with(Conv2d.STRIDE, new Size2(stride, 1))
                                .with(Conv2d.DILATION, Size2.square(dilation))
                                .with(Windows.PADDING, padding));
                    }
                }
            }
        }
        compare(Conv2d.TYPE, all);
    }

    @Test
    void poolingHasTheShapesOfTheEngine() {
        List<Values> all = new ArrayList<>();
        for (Padding padding : Padding.values()) {
            for (Size2 window : sizes(1, 2, 3, 5)) {
                for (int stride = 1; stride <= 3; stride++) {
                    all.add(Values.EMPTY
                            .with(Pooling.WINDOW, window)
                            .with(Pooling.STRIDE, new Size2(1, stride))
                            .with(Windows.PADDING, padding));
                }
            }
        }
        compare(MaxPool2d.TYPE, all);
        compare(AvgPool2d.TYPE, all);
    }

    /** Where we refuse, the engine may go on: it predicts a size for some windows that do not fit. Where we answer, it must agree. */
    private static void compare(LayerType type, List<Values> all) {
        int compared = 0;
        for (Values values : all) {
            for (int height = 1; height <= 8; height++) {
                Shape.Image in = new Shape.Image(height, 9 - height, 2);
                if (type.infer(values, List.of(in)) instanceof Inferred.Ok ok) {
                    assertThat(foretold(type, values, in))
                            .as("%s on %s", values, in.label())
                            .isEqualTo(ok.shape());
                    compared++;
                }
            }
        }
        assertThat(compared).isGreaterThan(all.size());
    }

    private static Shape foretold(LayerType type, Values values, Shape.Image in) {
        Lowered.Layer lowered = (Lowered.Layer) type.lowered().apply(values, List.of(in));
        Layer layer = (Layer) Evaluator.evaluate(lowered.layer());
        InputType input = InputType.convolutional(in.height(), in.width(), in.channels());
        layer.setNIn(input, true);
        InputType.InputTypeConvolutional out = (InputType.InputTypeConvolutional) layer.getOutputType(0, input);
        return new Shape.Image(out.getHeight(), out.getWidth(), out.getChannels());
    }

    private static List<Size2> sizes(int... sides) {
        List<Size2> all = new ArrayList<>();
        for (int side : sides) {
            all.add(Size2.square(side));
            all.add(new Size2(side, 2));
        }
        return all;
    }

    @Test
    void aKernelThatDoesNotFitSaysSoAndOffersWaysOut() {
        Values values = Sketch.with(Conv2d.KERNEL, Size2.square(7));
        Inferred.Bad bad = (Inferred.Bad) Conv2d.TYPE.infer(values, List.of(new Shape.Image(5, 5, 64)));

        assertThat(bad.message()).isEqualTo("A 7×7 kernel does not fit a 5×5 input.");
        assertThat(bad.proposals())
                .extracting(Inferred.Proposal::label)
                .containsExactly("Use padding Same", "Use a 3×3 kernel", "Use a 5×5 kernel");
        assertThat(bad.proposals())
                .allSatisfy(proposal -> assertThat(
                                Conv2d.TYPE.infer(proposal.applyTo(values), List.of(new Shape.Image(5, 5, 64))))
                        .isInstanceOf(Inferred.Ok.class));
    }

    @Test
    void aDilatedKernelNamesItsReach() {
        Values values = Sketch.with(Conv2d.DILATION, Size2.square(4));
        Inferred.Bad bad = (Inferred.Bad) Conv2d.TYPE.infer(values, List.of(new Shape.Image(6, 8, 1)));

        assertThat(bad.message()).isEqualTo("A 3×3 kernel, dilated to 9×9, does not fit a 6×8 input.");
        assertThat(bad.proposals())
                .allSatisfy(proposal -> assertThat(
                                Conv2d.TYPE.infer(proposal.applyTo(values), List.of(new Shape.Image(6, 8, 1))))
                        .isInstanceOf(Inferred.Ok.class));
    }

    @Test
    void poolingThatWouldShrinkToNothingIsRefused() {
        Inferred.Bad bad = (Inferred.Bad) MaxPool2d.TYPE.infer(Values.EMPTY, List.of(new Shape.Image(1, 8, 3)));
        assertThat(bad.message()).isEqualTo("A 2×2 window does not fit a 1×8 input.");
    }

    @Test
    void aWindowMayNotSeeNothingButBorder() {
        Values values = Sketch.with(Windows.PADDING, Padding.EXPLICIT).with(Windows.BORDER, Size2.square(2));
        Inferred.Bad bad = (Inferred.Bad) AvgPool2d.TYPE.infer(values, List.of(new Shape.Image(8, 8, 3)));
        assertThat(bad.message())
                .isEqualTo("A border of 2×2 is too wide for a 2×2 window: at most half of the window may lie outside.");
        assertThat(AvgPool2d.TYPE.infer(bad.proposals().get(0).applyTo(values), List.of(new Shape.Image(8, 8, 3))))
                .isInstanceOf(Inferred.Ok.class);
    }

    @Test
    void averagesAtTheBorderDoNotCountTheBorder() {
        Sketch sketch = Sketch.empty()
                .layer("in", "input", Sketch.with(Input.HEIGHT, 3).with(Input.WIDTH, 3))
                .layer("pool", "avg_pool2d", Sketch.with(Windows.PADDING, Padding.SAME), "in")
                .layer("flat", "flatten", "pool")
                .layer("end", "output", "flat");
        INDArray ones = Nd4j.ones(DataType.FLOAT, 1, 1, 3, 3);
        INDArray pooled = Engine.graph(sketch.lower())
                .feedForward(new INDArray[] {ones}, false)
                .get("pool");
        assertThat(pooled.data().asDouble()).containsOnly(1.0);
    }
}
