package io.layerloom.engine.kit;

import java.util.List;

/** What {@link ExampleFunction} does, on the heap. */
final class ExampleFunctionKernel extends Kernel {

    private final ExampleFunction function;
    private final List<Inlet> in;
    private final long[][] sizes;
    private final Signal out;

    ExampleFunctionKernel(ExampleFunction function, Site site) {
        this.function = function;
        this.in = site.inlets();
        this.sizes = in.stream().map(inlet -> inlet.signal().shape()).toArray(long[][]::new);
        this.out = site.give(function.sizesFor(sizes));
    }

    @Override
    void prepare(int examples, int members, boolean training) {
        out.prepare(examples, training);
    }

    @Override
    List<Step> forward(boolean training) {
        return List.of(Step.each(share -> {
            for (int example = share.from(); example < share.to(); example++) {
                double[] result = function.result(inputs(example), sizes);
                for (int i = 0; i < result.length; i++) {
                    out.values()[example * result.length + i] = (float) result[i];
                }
            }
        }));
    }

    @Override
    List<Step> backward() {
        return out.isLearning() ? List.of(Step.each(this::backward)) : List.of();
    }

    private void backward(Share share) {
        for (int example = share.from(); example < share.to(); example++) {
            double[] slopes = new double[out.size()];
            read(out.slopes(), example, slopes);
            double[][] back = ExampleFunction.zeros(sizes);
            function.back(inputs(example), sizes, slopes, back);
            for (int i = 0; i < back.length; i++) {
                give(in.get(i), example, back[i], share);
            }
        }
    }

    /** Zeros are given, too: what stood there is of another mini-batch. */
    private static void give(Inlet inlet, int example, double[] slopes, Share share) {
        if (inlet.signal().isLearning()) {
            float[] rounded = share.scratch(slopes.length);
            for (int i = 0; i < slopes.length; i++) {
                rounded[i] = (float) slopes[i];
            }
            inlet.takeSlopes(rounded, 0, example * slopes.length, slopes.length);
        }
    }

    private double[][] inputs(int example) {
        double[][] numbers = ExampleFunction.zeros(sizes);
        for (int i = 0; i < numbers.length; i++) {
            read(in.get(i).signal().values(), example, numbers[i]);
        }
        return numbers;
    }

    private static void read(float[] all, int example, double[] into) {
        for (int i = 0; i < into.length; i++) {
            into[i] = all[example * into.length + i];
        }
    }
}
