package io.layerloom.engine.kit;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_BIAS;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_BIAS;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_WEIGHTS;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_FROM;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_TO;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_WEIGHTS;

import io.layerloom.engine.kit.DnnConvolutionPlans.Form;
import io.layerloom.engine.kit.DnnConvolutionPlans.Forms;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;

/** Convolution by {@link Dnn}, forward and backward, on images that stay outside the heap. */
final class DnnConvolution extends Kernel {

    /** With so few channels the library reads images as they lie on the heap. */
    private static final int FEW_CHANNELS = 3;

    private final Inlet in;
    private final Signal out;
    private final Nonlinearity nonlinearity;
    private final Parameters parameters;
    private final int weightsAt;
    private final int biasAt;
    private final DnnConvolutionPlans plans;
    private final Forms forms;
    private final PerShare<DnnConvolutionPlans.Calls> calls;
    private final List<Bench> benches = new ArrayList<>();
    private final Block weights;
    private final Block turned;
    private final Block bias;
    private final DnnLane packer = new DnnLane(Dnn.loaded());
    private final DnnCall packing;
    private final Optional<DnnCall> turning;
    private boolean spoiled;

    /** What a member finds. */
    private record Bench(Block weightSlopes, Block biasSlopes, DnnCall unpacking) {}

    /** What is worked out before a convolution is made. */
    private record Design(DnnConvolutionPlans plans, Forms forms, Nonlinearity nonlinearity) {}

    private DnnConvolution(Site site, Design design) {
        this.plans = design.plans;
        this.forms = design.forms;
        this.nonlinearity = design.nonlinearity;
        this.in = Blocked.inlet(site, plans.in().side());
        this.out = site.give(plans.out());
        this.parameters = site.parameters();
        this.weightsAt = site.at("W");
        this.biasAt = site.at("b");
        this.calls = new PerShare<>(plans::calls);
        this.weights = Block.of(forms.weights().length());
        this.turned = Block.of(forms.turned().map(Form::length).orElse(0));
        this.bias = Block.of(plans.out().filled());
        this.packing = forms.weights().packing();
        this.turning = forms.turned().map(Form::packing);
    }

    /** The kernel of a layer of DL4J; none if it is of another kind, or the library has no fast code for it. */
    static List<Kernel> at(Site site) {
        return Dnn.found()
                .flatMap(dnn -> site.settings(ConvolutionLayer.class)
                        .filter(settings -> site.seesImages() && settings.getCnn2dDataFormat() == CNN2DFormat.NCHW)
                        .flatMap(settings -> at(site, settings, dnn)))
                .map(List::of)
                .orElse(List.of());
    }

    private static Optional<Kernel> at(Site site, ConvolutionLayer settings, Dnn dnn) {
        Windows windows = Windows.of(
                site.shape(),
                settings.getKernelSize(),
                settings.getStride(),
                settings.getDilation(),
                settings.getPadding(),
                settings.getConvolutionMode());
        return site.nonlinearity(settings.getActivationFn())
                .flatMap(nonlinearity -> design(site, windows, (int) settings.getNOut(), nonlinearity, dnn))
                .map(design -> new DnnConvolution(site, design));
    }

    private static Optional<Design> design(
            Site site, Windows windows, int filters, Nonlinearity nonlinearity, Dnn dnn) {
        boolean few = windows.channels() <= FEW_CHANNELS && !Blocked.areAt(site);
        for (int side : few ? new int[] {1, dnn.block()} : new int[] {dnn.block()}) {
            DnnConvolutionPlans plans = new DnnConvolutionPlans(
                    dnn,
                    new Blocked(windows.channels(), windows.height(), windows.width(), side),
                    new Blocked(filters, windows.out()[0], windows.out()[1], dnn.block()),
                    windows,
                    DnnPlan.Then.of(nonlinearity),
                    site.sources().get(0).isLearning());
            Optional<Forms> forms = plans.forms();
            if (forms.isPresent()) {
                return Optional.of(new Design(plans, forms.get(), nonlinearity));
            }
        }
        return Optional.empty();
    }

    @Override
    void prepare(int examples, int members, boolean training) {
        out.prepare(examples, training);
        calls.prepare(members);
        while (benches.size() < members) {
            benches.add(new Bench(
                    Block.of(forms.slopes().length()),
                    Block.of(Blocked.of(out).filled()),
                    forms.slopes().unpacking()));
        }
    }

    /** Puts the weights in the order that the library wants. */
    @Override
    void refresh(boolean training) {
        pack(packing, weights);
        if (training) {
            turning.ifPresent(call -> pack(call, turned));
        }
        if (biasAt >= 0) {
            int filters = Blocked.of(out).channels();
            bias.put(0, parameters.values().get(biasAt, filters), 0, filters);
        }
        // The library's activation functions make numbers of what is none, and a run that has failed would seem to go
        // on.
        spoiled = plans.then().isPresent() && !(areFinite(weights) && areFinite(bias));
    }

    /** Whether all numbers are neither infinite nor NaN. */
    private static boolean areFinite(Block numbers) {
        float[] tile = new float[Tiles.LENGTH];
        float[] zeros = new float[Tiles.LENGTH];
        Tiles.each(0, numbers.length(), (at, count) -> {
            numbers.get(at, tile, 0, count);
            for (int i = 0; i < count; i++) {
                zeros[i] += tile[i] * 0;
            }
        });
        return Sums.of(zeros, 0, Tiles.LENGTH) == 0;
    }

    private void pack(DnnCall call, Block into) {
        call.with(DNNL_ARG_FROM, parameters.values(), weightsAt)
                .with(DNNL_ARG_TO, into, 0)
                .run(packer);
    }

    @Override
    List<Step> forward(boolean training) {
        return List.of(Step.each(this::forward));
    }

    @Override
    List<Step> backward() {
        return List.of(Step.each(this::backward));
    }

    private void forward(Share share) {
        calls.of(share)
                .forward()
                .with(DNNL_ARG_SRC, Blocked.of(in.signal()).values(), inAt(share))
                .with(DNNL_ARG_WEIGHTS, weights, 0)
                .with(DNNL_ARG_BIAS, bias, 0)
                .with(DNNL_ARG_DST, Blocked.of(out).values(), outAt(share))
                .run(DnnLane.of(share));
        if (spoiled) {
            Blocked.of(out).spoil(share);
        } else if (plans.then().isEmpty()) {
            Blocked.of(out).activate(nonlinearity, share);
        }
    }

    private int inAt(Share share) {
        return share.from() * Blocked.of(in.signal()).size();
    }

    private int outAt(Share share) {
        return share.from() * Blocked.of(out).size();
    }

    private void backward(Share share) {
        Blocked.of(out).derive(nonlinearity, share);
        DnnConvolutionPlans.Calls made = calls.of(share);
        Bench bench = benches.get(share.member());
        made.weights()
                .with(DNNL_ARG_SRC, Blocked.of(in.signal()).values(), inAt(share))
                .with(DNNL_ARG_DIFF_DST, Blocked.of(out).slopes(), outAt(share))
                .with(DNNL_ARG_DIFF_WEIGHTS, bench.weightSlopes, 0)
                .with(DNNL_ARG_DIFF_BIAS, bench.biasSlopes, 0)
                .run(DnnLane.of(share));
        Block found = parameters.slopes(share.member());
        bench.unpacking
                .with(DNNL_ARG_FROM, bench.weightSlopes, 0)
                .with(DNNL_ARG_TO, found, weightsAt)
                .run(DnnLane.of(share));
        if (biasAt >= 0) {
            int filters = Blocked.of(out).channels();
            found.put(biasAt, bench.biasSlopes.get(0, filters), 0, filters);
        }
        made.input().ifPresent(call -> passOn(call, share));
    }

    private void passOn(DnnCall call, Share share) {
        Blocked images = Blocked.of(in.signal());
        int begin = share.from() * images.size();
        int end = share.to() * images.size();
        Block into = in.adding() ? DnnLane.of(share).found(end - begin) : images.slopes();
        call.with(DNNL_ARG_DIFF_DST, Blocked.of(out).slopes(), outAt(share))
                .with(DNNL_ARG_WEIGHTS, turned, 0)
                .with(DNNL_ARG_DIFF_SRC, into, in.adding() ? 0 : begin)
                .run(DnnLane.of(share));
        if (in.adding()) {
            in.takeBlockedSlopes(into, 0, begin, end);
        }
    }
}
