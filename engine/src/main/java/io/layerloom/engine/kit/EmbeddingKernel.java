package io.layerloom.engine.kit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.deeplearning4j.nn.conf.layers.EmbeddingSequenceLayer;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.api.ndarray.INDArray;

/** A learned vector for each token of a sequence. */
final class EmbeddingKernel extends Kernel {

    private final Inlet in;
    private final Signal out;
    private final Parameters parameters;
    private final int at;
    private final int tokens;
    private final int width;
    private final int perToken;
    private final int perFeature;
    private final List<float[]> found = new ArrayList<>();
    private float[] vectors = {};

    private EmbeddingKernel(Site site, Inlet in, int width, INDArray weights) {
        this.in = in;
        this.width = width;
        this.parameters = site.parameters();
        this.at = parameters.at(weights);
        this.tokens = Math.toIntExact(weights.size(0));
        this.perToken = Math.toIntExact(weights.stride(0));
        this.perFeature = Math.toIntExact(weights.stride(1));
        this.out = site.give(new Rows(width, in.signal().size()));
    }

    /** The kernel of a layer of DL4J; none if it is of another kind. */
    static List<Kernel> at(Site site) {
        return site.settings(EmbeddingSequenceLayer.class)
                .filter(settings -> !settings.hasBias() && settings.getActivationFn() instanceof ActivationIdentity)
                .<List<Kernel>>map(settings -> List.of(new EmbeddingKernel(
                        site,
                        site.inlet(),
                        Math.toIntExact(settings.getNOut()),
                        site.vertex().getLayer().getParam("W"))))
                .orElse(List.of());
    }

    @Override
    void prepare(int examples, int members, boolean training) {
        out.prepare(examples, training);
        out.pad(in.signal().padding());
        while (training && found.size() < members) {
            found.add(new float[tokens * width]);
        }
    }

    @Override
    boolean takesPadding() {
        return true;
    }

    @Override
    void refresh(boolean training) {
        if (vectors.length == 0) {
            vectors = new float[tokens * width];
        }
        parameters.values().get(at, vectors, 0, vectors.length);
    }

    @Override
    List<Step> forward(boolean training) {
        return List.of(Step.each(this::forward));
    }

    private void forward(Share share) {
        int steps = in.signal().size();
        float[] row = new float[width];
        for (int step = share.from() * steps; step < share.to() * steps; step++) {
            read(step, row);
            out.layout().values().put(step * width, row, 0, width);
        }
    }

    /** The vector of a step's token, or zeros where it is padding. */
    private void read(int step, float[] row) {
        if (isPadding(step)) {
            Arrays.fill(row, 0);
            return;
        }
        int token = token(step);
        for (int i = 0; i < width; i++) {
            row[i] = vectors[token * perToken + i * perFeature];
        }
    }

    private boolean isPadding(int step) {
        int steps = in.signal().size();
        return in.signal().padding().at(step / steps, step % steps);
    }

    private int token(int step) {
        int token = (int) in.signal().values()[step];
        if (token < 0 || token >= tokens) {
            throw new IllegalArgumentException(
                    "The embedding knows %d tokens, counted from 0. Received: %d".formatted(tokens, token));
        }
        return token;
    }

    @Override
    List<Step> backward() {
        return List.of(Step.each(this::backward));
    }

    private void backward(Share share) {
        int steps = in.signal().size();
        float[] slopes = found.get(share.member());
        float[] row = new float[width];
        Arrays.fill(slopes, 0);
        for (int step = share.from() * steps; step < share.to() * steps; step++) {
            if (isPadding(step)) {
                continue;
            }
            int token = token(step);
            out.layout().slopes().get(step * width, row, 0, width);
            for (int i = 0; i < width; i++) {
                slopes[token * perToken + i * perFeature] += row[i];
            }
        }
        parameters.slopes(share.member()).put(at, slopes, 0, slopes.length);
    }
}
