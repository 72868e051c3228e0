package io.layerloom.engine.kit;

import java.util.Collection;
import java.util.Objects;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.api.ParamInitializer;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.NoOp;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * An output for classes whose examples are also drawn toward the centre of their class: Wen, Zhang, Li, Qiao, A discriminative feature learning approach for deep face recognition (2016). What comes in, x, adds
 * to the cross-entropy of an example λ ÷ 2 · |x − c|², with c the centre of its class. After each mini-batch, the centre of a class moves by α times the sum of the distances to its n examples, divided by
 * 1 + n. Labels are class numbers, [batch, 1].
 *
 * <p>The centres, [classes, features], lie behind the weights and the bias; they are kept with them, but no optimizer or penalty touches them. DL4J's own layer divides the steps of the centres by the
 * size of the mini-batch.
 */
public final class CentreLossOutput extends OutputLayer {

    private static final long serialVersionUID = 1;

    @JsonProperty
    private double weight;

    @JsonProperty
    private double rate;

    /** For JSON. */
    public CentreLossOutput() {}

    private CentreLossOutput(Builder builder) {
        super(builder);
        weight = builder.weight;
        rate = builder.rate;
    }

    /** The settings of {@link OutputLayer}, with softmax and cross-entropy. */
    public static final class Builder extends OutputLayer.Builder {

        private final double weight;
        private final double rate;

        /**
         * An output.
         *
         * @param weight how much the distance to the centre counts: λ of the paper
         * @param rate how far the centres move after each mini-batch: α of the paper, from 0 to 1
         */
        public Builder(double weight, double rate) {
            super(LossFunction.SPARSE_MCXENT);
            this.weight = weight;
            this.rate = rate;
        }

        @Override
        @SuppressWarnings("unchecked")
        public CentreLossOutput build() {
            return new CentreLossOutput(this);
        }
    }

    @Override
    public ParamInitializer initializer() {
        return Centres.INSTANCE;
    }

    /** The centres know how far they move. */
    @Override
    public IUpdater getUpdaterByParam(String name) {
        return name.equals(Centres.NAME) && !Frozen.is(this) ? new NoOp() : super.getUpdaterByParam(name);
    }

    @Override
    public Layer instantiate(
            NeuralNetConfiguration conf,
            Collection<TrainingListener> listeners,
            int index,
            INDArray params,
            boolean initialize,
            DataType type) {
        AtWork layer = new AtWork(conf, type);
        layer.setListeners(listeners);
        layer.setIndex(index);
        layer.setParamsViewArray(params);
        layer.setParamTable(initializer().init(conf, params, initialize));
        layer.setConf(conf);
        return layer;
    }

    @Override
    public boolean equals(Object other) {
        return super.equals(other)
                && other instanceof CentreLossOutput that
                && weight == that.weight
                && rate == that.rate;
    }

    @Override
    public int hashCode() {
        return Objects.hash(super.hashCode(), weight, rate);
    }

    /** The layer in a network that runs. */
    private static final class AtWork extends org.deeplearning4j.nn.layers.OutputLayer implements InputLoss {

        private static final long serialVersionUID = 1;

        AtWork(NeuralNetConfiguration conf, DataType type) {
            super(conf, type);
        }

        private CentreLossOutput settings() {
            return (CentreLossOutput) layerConf();
        }

        /** How far the centres move is not divided by the size of the mini-batch. */
        @Override
        public boolean updaterDivideByMinibatch(String name) {
            return !name.equals(Centres.NAME) && super.updaterDivideByMinibatch(name);
        }

        @Override
        public double computeScore(double penalties, boolean training, LayerWorkspaceMgr workspaces) {
            double examples = conf().isMiniBatch() ? getInputMiniBatchSize() : 1;
            score = super.computeScore(penalties, training, workspaces) + lossOf(input, labels) / examples;
            return score;
        }

        @Override
        public INDArray computeScoreForExamples(double penalties, LayerWorkspaceMgr workspaces) {
            INDArray scores = super.computeScoreForExamples(penalties, workspaces);
            return scores.add(distances(input, labels).reshape('c', scores.shape()));
        }

        @Override
        public Pair<Gradient, INDArray> backpropGradient(INDArray epsilon, LayerWorkspaceMgr workspaces) {
            Pair<Gradient, INDArray> weighed = super.backpropGradient(epsilon, workspaces);
            INDArray classes = classes(labels);
            INDArray away = away(input, classes);
            INDArray counts = classes.sum(0).reshape('c', classes.size(1), 1).addi(1);
            INDArray step = Objects.requireNonNull(gradientViews.get(Centres.NAME));
            step.assign(classes.transpose().mmul(away).diviColumnVector(counts).muli(-settings().rate));
            weighed.getFirst().setGradientFor(Centres.NAME, step);
            weighed.getSecond().addi(away.muli(settings().weight));
            return weighed;
        }

        @Override
        public double lossOf(INDArray in, INDArray labels) {
            return distances(in, labels).sumNumber().doubleValue();
        }

        /** What each example adds to the loss. */
        private INDArray distances(INDArray in, INDArray labels) {
            INDArray away = away(in, classes(labels));
            return away.mul(away).sum(1).muli(settings().weight / 2);
        }

        /** From the centre of its class to each example. */
        private INDArray away(INDArray in, INDArray classes) {
            INDArray centres = Objects.requireNonNull(paramTable().get(Centres.NAME));
            return in.castTo(dataType).sub(classes.mmul(centres));
        }

        /** The class of each example as 1 in its column. */
        private INDArray classes(INDArray labels) {
            INDArray classes = Nd4j.zeros(dataType, labels.size(0), layerConf().getNOut());
            for (long row = 0; row < labels.size(0); row++) {
                classes.putScalar(row, labels.getLong(row), 1);
            }
            return classes;
        }
    }
}
