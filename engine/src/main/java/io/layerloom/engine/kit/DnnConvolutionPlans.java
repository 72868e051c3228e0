package io.layerloom.engine.kit;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_BIAS;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_BIAS;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_WEIGHTS;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_WEIGHTS;
import static org.bytedeco.dnnl.global.dnnl.dnnl_convolution_direct;
import static org.bytedeco.dnnl.global.dnnl.dnnl_dilated_convolution_backward_data_desc_init;
import static org.bytedeco.dnnl.global.dnnl.dnnl_dilated_convolution_backward_weights_desc_init;
import static org.bytedeco.dnnl.global.dnnl.dnnl_dilated_convolution_forward_desc_init;
import static org.bytedeco.dnnl.global.dnnl.dnnl_forward_training;
import static org.bytedeco.dnnl.global.dnnl.dnnl_memory_desc_get_size;
import static org.bytedeco.dnnl.global.dnnl.dnnl_query_diff_weights_md;
import static org.bytedeco.dnnl.global.dnnl.dnnl_query_weights_md;
import static org.bytedeco.dnnl.global.dnnl.dnnl_success;

import io.layerloom.engine.kit.DnnCall.Argument;
import java.util.List;
import java.util.Optional;
import org.bytedeco.dnnl.dnnl_convolution_desc_t;
import org.bytedeco.dnnl.dnnl_memory_desc_t;

/** How {@link Dnn} convolves images of some shape: forward, back to the weights, back to the images. */
final class DnnConvolutionPlans {

    private final Dnn dnn;
    private final Blocked in;
    private final Blocked out;
    private final Windows windows;
    private final Optional<DnnPlan.Then> then;
    private final boolean passesOn;

    /** What is done for some number of examples. The way back to the images is not there if nobody wants their slopes. */
    record Calls(DnnCall forward, DnnCall weights, Optional<DnnCall> input) {}

    private record Plans(DnnPlan forward, DnnPlan weights, Optional<DnnPlan> input) {}

    /**
     * Plans for convolutions.
     *
     * @param then what is applied to what they give
     * @param passesOn whether slopes of what comes in are wanted
     */
    DnnConvolutionPlans(
            Dnn dnn, Blocked in, Blocked out, Windows windows, Optional<DnnPlan.Then> then, boolean passesOn) {
        this.dnn = dnn;
        this.in = in;
        this.out = out;
        this.windows = windows;
        this.then = then;
        this.passesOn = passesOn;
    }

    Blocked in() {
        return in;
    }

    Blocked out() {
        return out;
    }

    /** What is applied to what the convolution gives. */
    Optional<DnnPlan.Then> then() {
        return then;
    }

    /** The orders of the weights in which the library works; empty if it has no fast code for these convolutions. */
    Optional<Forms> forms() {
        return plans(1).map(plans -> new Forms(
                form(plans.forward.form(dnnl_query_weights_md)),
                form(plans.weights.form(dnnl_query_diff_weights_md)),
                plans.input.map(plan -> form(plan.form(dnnl_query_weights_md)))));
    }

    /**
     * Orders of weights.
     *
     * @param turned for the way back to the images
     */
    record Forms(Form weights, Form slopes, Optional<Form> turned) {}

    private Form form(dnnl_memory_desc_t packed) {
        // Without the filters and channels that only fill up a block.
        packed.dims().put(0, out.channels()).put(1, in.channels());
        return new Form(
                dnn, dnn.weights(out.channels(), in.channels(), windows.kernel()[0], windows.kernel()[1]), packed);
    }

    /** An order of the weights next to that of DL4J. */
    record Form(Dnn dnn, dnnl_memory_desc_t plain, dnnl_memory_desc_t packed) {

        int length() {
            return Math.toIntExact(dnnl_memory_desc_get_size(packed) / Float.BYTES);
        }

        DnnCall packing() {
            return Reform.reorder(dnn, plain, packed);
        }

        DnnCall unpacking() {
            return Reform.reorder(dnn, packed, plain);
        }
    }

    /** The calls for some number of examples. */
    Calls calls(int examples) {
        Plans plans = plans(examples).orElseThrow();
        dnnl_memory_desc_t x = in.describedBy(dnn, examples);
        dnnl_memory_desc_t y = out.describedBy(dnn, examples);
        dnnl_memory_desc_t row = dnn.row(out.filled());
        DnnCall forward = new DnnCall(
                dnn,
                plans.forward,
                List.of(
                        new Argument(DNNL_ARG_SRC, x),
                        new Argument(DNNL_ARG_WEIGHTS, plans.forward.form(dnnl_query_weights_md)),
                        new Argument(DNNL_ARG_BIAS, row),
                        new Argument(DNNL_ARG_DST, y)));
        DnnCall weights = new DnnCall(
                dnn,
                plans.weights,
                List.of(
                        new Argument(DNNL_ARG_SRC, x),
                        new Argument(DNNL_ARG_DIFF_DST, y),
                        new Argument(DNNL_ARG_DIFF_WEIGHTS, plans.weights.form(dnnl_query_diff_weights_md)),
                        new Argument(DNNL_ARG_DIFF_BIAS, row)));
        Optional<DnnCall> input = plans.input.map(plan -> new DnnCall(
                dnn,
                plan,
                List.of(
                        new Argument(DNNL_ARG_DIFF_DST, y),
                        new Argument(DNNL_ARG_WEIGHTS, plan.form(dnnl_query_weights_md)),
                        new Argument(DNNL_ARG_DIFF_SRC, x))));
        return new Calls(forward, weights, input);
    }

    private Optional<Plans> plans(int examples) {
        dnnl_memory_desc_t x = in.describedBy(dnn, examples);
        dnnl_memory_desc_t y = out.describedBy(dnn, examples);
        dnnl_memory_desc_t w = dnn.any(out.filled(), in.filled(), windows.kernel()[0], windows.kernel()[1]);
        Optional<DnnPlan> forward = forward(x, w, y);
        Optional<DnnPlan> weights = forward.flatMap(found -> toWeights(x, w, y, found));
        Optional<DnnPlan> input = passesOn ? forward.flatMap(found -> toInput(x, w, y, found)) : Optional.empty();
        return weights.isPresent() && input.isPresent() == passesOn
                ? Optional.of(new Plans(forward.orElseThrow(), weights.get(), input))
                : Optional.empty();
    }

    private Optional<DnnPlan> forward(dnnl_memory_desc_t x, dnnl_memory_desc_t w, dnnl_memory_desc_t y) {
        dnnl_convolution_desc_t wanted = new dnnl_convolution_desc_t();
        int status = dnnl_dilated_convolution_forward_desc_init(
                wanted,
                dnnl_forward_training,
                dnnl_convolution_direct,
                x,
                w,
                dnn.row(out.filled()),
                y,
                windows.strides(),
                windows.gaps(),
                windows.before(),
                windows.behind());
        return planned(status, wanted, then, Optional.empty());
    }

    private Optional<DnnPlan> toWeights(
            dnnl_memory_desc_t x, dnnl_memory_desc_t w, dnnl_memory_desc_t y, DnnPlan forward) {
        dnnl_convolution_desc_t wanted = new dnnl_convolution_desc_t();
        int status = dnnl_dilated_convolution_backward_weights_desc_init(
                wanted,
                dnnl_convolution_direct,
                x,
                w,
                dnn.row(out.filled()),
                y,
                windows.strides(),
                windows.gaps(),
                windows.before(),
                windows.behind());
        return planned(status, wanted, Optional.empty(), Optional.of(forward));
    }

    private Optional<DnnPlan> toInput(
            dnnl_memory_desc_t x, dnnl_memory_desc_t w, dnnl_memory_desc_t y, DnnPlan forward) {
        dnnl_convolution_desc_t wanted = new dnnl_convolution_desc_t();
        int status = dnnl_dilated_convolution_backward_data_desc_init(
                wanted,
                dnnl_convolution_direct,
                x,
                w,
                y,
                windows.strides(),
                windows.gaps(),
                windows.before(),
                windows.behind());
        return planned(status, wanted, Optional.empty(), Optional.of(forward));
    }

    private Optional<DnnPlan> planned(
            int status, dnnl_convolution_desc_t wanted, Optional<DnnPlan.Then> after, Optional<DnnPlan> forward) {
        return status == dnnl_success ? DnnPlan.of(dnn, wanted, after, forward) : Optional.empty();
    }
}
