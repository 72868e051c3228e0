package io.layerloom.engine.kit;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_WORKSPACE;
import static org.bytedeco.dnnl.global.dnnl.dnnl_forward_inference;
import static org.bytedeco.dnnl.global.dnnl.dnnl_forward_training;
import static org.bytedeco.dnnl.global.dnnl.dnnl_memory_desc_get_size;
import static org.bytedeco.dnnl.global.dnnl.dnnl_pooling_avg_exclude_padding;
import static org.bytedeco.dnnl.global.dnnl.dnnl_pooling_max;
import static org.bytedeco.dnnl.global.dnnl.dnnl_pooling_v2_backward_desc_init;
import static org.bytedeco.dnnl.global.dnnl.dnnl_pooling_v2_forward_desc_init;
import static org.bytedeco.dnnl.global.dnnl.dnnl_query_workspace_md;
import static org.bytedeco.dnnl.global.dnnl.dnnl_success;

import io.layerloom.engine.kit.DnnCall.Argument;
import java.util.List;
import java.util.Optional;
import org.bytedeco.dnnl.dnnl_memory_desc_t;
import org.bytedeco.dnnl.dnnl_pooling_v2_desc_t;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;

/** Pooling by {@link Dnn}: the largest number or the average of each window; what lies in the border does not count. */
final class DnnPooling extends Kernel {

    private final Dnn dnn;
    private final Inlet in;
    private final Signal out;
    private final Windows windows;
    private final int algorithm;
    private final PerShare<Calls> training;
    private final PerShare<DnnCall> predicting;

    /**
     * What is done while training.
     *
     * @param places where the largest numbers were
     */
    private record Calls(DnnCall forward, DnnCall backward, Block places) {}

    /** The ways forward and back. */
    private record Plans(DnnPlan forward, DnnPlan backward) {}

    private DnnPooling(Dnn dnn, Inlet in, Signal out, Windows windows, int algorithm) {
        this.dnn = dnn;
        this.in = in;
        this.out = out;
        this.windows = windows;
        this.algorithm = algorithm;
        this.training = new PerShare<>(this::calls);
        this.predicting = new PerShare<>(this::prediction);
    }

    /** The kernel of a layer of DL4J; none if it is of another kind, or its images lie on the heap. */
    static List<Kernel> at(Site site) {
        return site.settings(SubsamplingLayer.class)
                .filter(settings -> Blocked.areAt(site)
                        && (settings.getPoolingType() == PoolingType.MAX
                                || (settings.getPoolingType() == PoolingType.AVG
                                        && !settings.isAvgPoolIncludePadInDivisor())))
                .flatMap(settings -> made(
                        site,
                        Windows.of(
                                site.shape(),
                                settings.getKernelSize(),
                                settings.getStride(),
                                settings.getDilation(),
                                settings.getPadding(),
                                settings.getConvolutionMode()),
                        settings.getPoolingType()))
                .map(List::of)
                .orElse(List.of());
    }

    /** The kernel of a layer of DL4J that leaves one number of each channel; none if it is of another kind, or its images lie on the heap. */
    static List<Kernel> ofWholeImagesAt(Site site) {
        return site.settings(GlobalPoolingLayer.class)
                .filter(settings ->
                        Blocked.areAt(site) && GlobalPoolingKernel.isPlain(settings, GlobalPoolingKernel.IMAGE))
                .filter(settings ->
                        settings.getPoolingType() == PoolingType.MAX || settings.getPoolingType() == PoolingType.AVG)
                .flatMap(settings -> made(site, whole(site.shape()), settings.getPoolingType(), site.shape()[0]))
                .map(List::of)
                .orElse(List.of());
    }

    private static Windows whole(long[] image) {
        int[] one = {1, 1};
        int[] all = {(int) image[1], (int) image[2]};
        return Windows.of(image, all, one, one, new int[2], ConvolutionMode.Truncate);
    }

    private static Optional<Kernel> made(Site site, Windows windows, PoolingType type, long... outShape) {
        Dnn dnn = Dnn.loaded();
        int algorithm = type == PoolingType.MAX ? dnnl_pooling_max : dnnl_pooling_avg_exclude_padding;
        Blocked from = Blocked.of(site.sources().get(0));
        Blocked to = new Blocked(from.channels(), windows.out()[0], windows.out()[1], from.side());
        if (plans(dnn, from, to, windows, algorithm, 1).isEmpty()) {
            return Optional.empty();
        }
        Inlet inlet = site.inletsAsTheyAre().get(0);
        return Optional.of(new DnnPooling(dnn, inlet, site.give(to, outShape), windows, algorithm));
    }

    private static Optional<Plans> plans(
            Dnn dnn, Blocked from, Blocked to, Windows windows, int algorithm, int examples) {
        Optional<DnnPlan> forward = forward(dnn, from, to, windows, algorithm, examples, dnnl_forward_training);
        dnnl_pooling_v2_desc_t wanted = new dnnl_pooling_v2_desc_t();
        int status = dnnl_pooling_v2_backward_desc_init(
                wanted,
                algorithm,
                from.describedBy(dnn, examples),
                to.describedBy(dnn, examples),
                windows.strides(),
                windows.sides(),
                windows.gaps(),
                windows.before(),
                windows.behind());
        return status == dnnl_success && forward.isPresent()
                ? DnnPlan.of(dnn, wanted, Optional.empty(), forward).map(backward -> new Plans(forward.get(), backward))
                : Optional.empty();
    }

    private static Optional<DnnPlan> forward(
            Dnn dnn, Blocked from, Blocked to, Windows windows, int algorithm, int examples, int purpose) {
        dnnl_pooling_v2_desc_t wanted = new dnnl_pooling_v2_desc_t();
        int status = dnnl_pooling_v2_forward_desc_init(
                wanted,
                purpose,
                algorithm,
                from.describedBy(dnn, examples),
                to.describedBy(dnn, examples),
                windows.strides(),
                windows.sides(),
                windows.gaps(),
                windows.before(),
                windows.behind());
        return status == dnnl_success ? DnnPlan.of(dnn, wanted, Optional.empty(), Optional.empty()) : Optional.empty();
    }

    private Calls calls(int examples) {
        Blocked from = Blocked.of(in.signal());
        Plans plans =
                plans(dnn, from, Blocked.of(out), windows, algorithm, examples).orElseThrow();
        dnnl_memory_desc_t x = from.describedBy(dnn, examples);
        dnnl_memory_desc_t y = Blocked.of(out).describedBy(dnn, examples);
        dnnl_memory_desc_t places = plans.forward.form(dnnl_query_workspace_md);
        boolean remembers = algorithm == dnnl_pooling_max;
        List<Argument> forward = List.of(
                new Argument(DNNL_ARG_SRC, x), new Argument(DNNL_ARG_DST, y), new Argument(DNNL_ARG_WORKSPACE, places));
        List<Argument> backward = List.of(
                new Argument(DNNL_ARG_DIFF_DST, y),
                new Argument(DNNL_ARG_DIFF_SRC, x),
                new Argument(DNNL_ARG_WORKSPACE, places));
        return new Calls(
                new DnnCall(dnn, plans.forward, remembers ? forward : forward.subList(0, 2)),
                new DnnCall(dnn, plans.backward, remembers ? backward : backward.subList(0, 2)),
                Block.of(remembers ? Math.toIntExact(dnnl_memory_desc_get_size(places) / Float.BYTES + 1) : 0));
    }

    private DnnCall prediction(int examples) {
        Blocked from = Blocked.of(in.signal());
        DnnPlan plan = forward(dnn, from, Blocked.of(out), windows, algorithm, examples, dnnl_forward_inference)
                .orElseThrow();
        return new DnnCall(
                dnn,
                plan,
                List.of(
                        new Argument(DNNL_ARG_SRC, from.describedBy(dnn, examples)),
                        new Argument(DNNL_ARG_DST, Blocked.of(out).describedBy(dnn, examples))));
    }

    @Override
    void prepare(int examples, int members, boolean learning) {
        out.prepare(examples, learning);
        training.prepare(members);
        predicting.prepare(members);
    }

    @Override
    List<Step> forward(boolean learning) {
        return List.of(Step.each(share -> forward(share, learning)));
    }

    @Override
    List<Step> backward() {
        return in.signal().isLearning() ? List.of(Step.each(this::backward)) : List.of();
    }

    private void forward(Share share, boolean learning) {
        DnnCall call = learning
                ? training.of(share)
                        .forward()
                        .with(DNNL_ARG_WORKSPACE, training.of(share).places(), 0)
                : predicting.of(share);
        call.with(
                        DNNL_ARG_SRC,
                        Blocked.of(in.signal()).values(),
                        share.from() * Blocked.of(in.signal()).size())
                .with(
                        DNNL_ARG_DST,
                        Blocked.of(out).values(),
                        share.from() * Blocked.of(out).size())
                .run(DnnLane.of(share));
    }

    private void backward(Share share) {
        Blocked images = Blocked.of(in.signal());
        int begin = share.from() * images.size();
        int end = share.to() * images.size();
        Block into = in.adding() ? DnnLane.of(share).found(end - begin) : images.slopes();
        Calls made = training.of(share);
        made.backward
                .with(DNNL_ARG_WORKSPACE, made.places, 0)
                .with(
                        DNNL_ARG_DIFF_DST,
                        Blocked.of(out).slopes(),
                        share.from() * Blocked.of(out).size())
                .with(DNNL_ARG_DIFF_SRC, into, in.adding() ? 0 : begin)
                .run(DnnLane.of(share));
        if (in.adding()) {
            in.takeBlockedSlopes(into, 0, begin, end);
        }
    }
}
