package io.layerloom.engine.kit;

import io.layerloom.engine.kit.Blas.Panel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;

/** Convolution as products of matrices, one for each place of the window and image; see {@link Windows}. */
final class ConvolutionKernel extends Kernel {

    private final Inlet in;
    private final Signal out;
    private final Windows windows;
    private final Nonlinearity nonlinearity;
    private final Parameters parameters;
    private final int weightsAt;
    private final int biasAt;
    private final int filters;
    private final int channels;
    private final Block packed;
    private final List<Bench> benches = new ArrayList<>();
    private float[] bias;

    /** What a member needs to work on an image. */
    private static final class Bench {
        private final float[] sheets;
        private final float[] image;
        private final Block input;
        private final Block output;
        private final Block inputSlopes;
        private final Block weightSlopes;
        private final float[] biasSlopes;

        Bench(Windows windows, int filters) {
            int image = windows.channels() * windows.height() * windows.width();
            this.sheets = new float[windows.sheets()];
            this.image = new float[image];
            this.input = Block.of(windows.sheets());
            this.output = Block.of(filters * windows.out()[0] * windows.sheetWidth());
            this.inputSlopes = Block.of(windows.sheets());
            this.weightSlopes = Block.of(windows.taps() * filters * windows.channels());
            this.biasSlopes = new float[filters];
        }
    }

    /**
     * A convolution.
     *
     * @param weightsAt where its weights begin, in the order filter, channel, row, column
     * @param biasAt where its biases begin; negative if it has none
     */
    ConvolutionKernel(
            Inlet in,
            Signal out,
            Windows windows,
            Nonlinearity nonlinearity,
            Parameters parameters,
            int weightsAt,
            int biasAt) {
        this.in = in;
        this.out = out;
        this.windows = windows;
        this.nonlinearity = nonlinearity;
        this.parameters = parameters;
        this.weightsAt = weightsAt;
        this.biasAt = biasAt;
        this.channels = windows.channels();
        this.filters = (int) out.shape()[0];
        this.packed = Block.of(filters * channels * windows.taps());
        this.bias = new float[filters];
    }

    /** The kernel of a layer of DL4J; none if it is of another kind. */
    static List<Kernel> at(Site site) {
        return site.settings(ConvolutionLayer.class)
                .filter(settings -> site.seesImages() && settings.getCnn2dDataFormat() == CNN2DFormat.NCHW)
                .map(settings -> at(site, settings))
                .orElse(List.of());
    }

    private static List<Kernel> at(Site site, ConvolutionLayer settings) {
        Windows windows = Windows.of(
                site.shape(),
                settings.getKernelSize(),
                settings.getStride(),
                settings.getDilation(),
                settings.getPadding(),
                settings.getConvolutionMode());
        return site.nonlinearity(settings.getActivationFn())
                .<List<Kernel>>map(nonlinearity -> List.of(new ConvolutionKernel(
                        site.inlet(),
                        site.give(settings.getNOut(), windows.out()[0], windows.out()[1]),
                        windows,
                        nonlinearity,
                        site.parameters(),
                        site.at("W"),
                        site.at("b"))))
                .orElse(List.of());
    }

    @Override
    void prepare(int examples, int members, boolean training) {
        out.prepare(examples, training);
        while (benches.size() < members) {
            benches.add(new Bench(windows, filters));
        }
    }

    /** Puts the weights in the order place of the window, filter, channel. */
    @Override
    void refresh(boolean training) {
        int taps = windows.taps();
        float[] weights = parameters.values().get(weightsAt, filters * channels * taps);
        float[] byTap = new float[weights.length];
        for (int tap = 0; tap < taps; tap++) {
            for (int pair = 0; pair < filters * channels; pair++) {
                byTap[tap * filters * channels + pair] = weights[pair * taps + tap];
            }
        }
        packed.put(0, byTap, 0, byTap.length);
        if (biasAt >= 0) {
            bias = parameters.values().get(biasAt, filters);
        }
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
        Bench bench = benches.get(share.member());
        float[] values = out.values();
        int area = windows.out()[0] * windows.out()[1];
        for (int example = share.from(); example < share.to(); example++) {
            layOut(bench, example);
            for (int tap = 0; tap < windows.taps(); tap++) {
                share.blas().multiply(weights(packed, tap), seen(bench.input, tap), output(bench), tap > 0);
            }
            int at = example * out.size();
            fetch(bench.output, values, at);
            for (int filter = 0; filter < filters; filter++) {
                nonlinearity.apply(values, at + filter * area, at + (filter + 1) * area, bias[filter]);
            }
        }
    }

    private void layOut(Bench bench, int example) {
        if (windows.isPlain()) {
            bench.input.put(
                    0,
                    in.signal().values(),
                    example * in.signal().size(),
                    in.signal().size());
        } else {
            windows.layOut(in.signal().values(), example * in.signal().size(), bench.sheets);
            bench.input.put(0, bench.sheets, 0, bench.sheets.length);
        }
    }

    private Panel weights(Block block, int tap) {
        return Panel.of(block, tap * filters * channels, filters, channels);
    }

    /** What a place of the window sees, a row for each channel. */
    private Panel seen(Block block, int tap) {
        return new Panel(block, windows.tap(tap), channels, windows.reach(), windows.sheet());
    }

    private Panel output(Bench bench) {
        return new Panel(bench.output, 0, filters, windows.reach(), windows.out()[0] * windows.sheetWidth());
    }

    /** Copies the output of an image, leaving out the numbers between its rows. */
    private void fetch(Block from, float[] values, int at) {
        int width = windows.out()[1];
        int rows = filters * windows.out()[0];
        if (width == windows.sheetWidth()) {
            from.get(0, values, at, rows * width);
            return;
        }
        for (int row = 0; row < rows; row++) {
            from.get(row * windows.sheetWidth(), values, at + row * width, width);
        }
    }

    private void backward(Share share) {
        Bench bench = benches.get(share.member());
        Arrays.fill(bench.biasSlopes, 0);
        bench.output.clear(0, bench.output.length());
        for (int example = share.from(); example < share.to(); example++) {
            putSlopes(bench, example);
            layOut(bench, example);
            for (int tap = 0; tap < windows.taps(); tap++) {
                share.blas()
                        .multiplyByTransposed(
                                output(bench),
                                seen(bench.input, tap),
                                weights(bench.weightSlopes, tap),
                                example > share.from());
            }
            if (in.signal().isLearning()) {
                passOn(bench, example, share);
            }
        }
        Block found = parameters.slopes(share.member());
        found.put(weightsAt, unpacked(bench.weightSlopes), 0, filters * channels * windows.taps());
        if (biasAt >= 0) {
            found.put(biasAt, bench.biasSlopes, 0, filters);
        }
    }

    /** Brings the slopes of an image's output where BLAS finds them, with zeros between its rows. */
    private void putSlopes(Bench bench, int example) {
        float[] slopes = out.slopes();
        int at = example * out.size();
        nonlinearity.derive(out.values(), slopes, at, at + out.size());
        int width = windows.out()[1];
        int area = windows.out()[0] * width;
        for (int filter = 0; filter < filters; filter++) {
            bench.biasSlopes[filter] += Sums.of(slopes, at + filter * area, area);
        }
        int rows = filters * windows.out()[0];
        if (width == windows.sheetWidth()) {
            bench.output.put(0, slopes, at, rows * width);
            return;
        }
        for (int row = 0; row < rows; row++) {
            bench.output.put(row * windows.sheetWidth(), slopes, at + row * width, width);
        }
    }

    private void passOn(Bench bench, int example, Share share) {
        Block sheets = bench.inputSlopes;
        sheets.clear(0, sheets.length());
        for (int tap = 0; tap < windows.taps(); tap++) {
            share.blas().multiplyTransposed(weights(packed, tap), output(bench), seen(sheets, tap), true);
        }
        int size = in.signal().size();
        if (windows.isPlain()) {
            in.takeSlopes(sheets, 0, example * size, size, share);
            return;
        }
        float[] slopes = share.scratch(sheets.length());
        sheets.get(0, slopes, 0, sheets.length());
        windows.gather(slopes, bench.image);
        in.takeSlopes(bench.image, 0, example * size, size);
    }

    private float[] unpacked(Block byTap) {
        int pairs = filters * channels;
        int taps = windows.taps();
        float[] slopes = byTap.get(0, pairs * taps);
        float[] unpacked = new float[slopes.length];
        for (int tap = 0; tap < taps; tap++) {
            for (int pair = 0; pair < pairs; pair++) {
                unpacked[pair * taps + tap] = slopes[tap * pairs + pair];
            }
        }
        return unpacked;
    }
}
