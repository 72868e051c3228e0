package io.layerloom.engine.kit;

import java.util.Optional;
import org.deeplearning4j.nn.api.MaskState;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.layers.recurrent.LSTM;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.ndarray.INDArray;

/** An LSTM of DL4J that computes its steps in our own code, and which knows masks: padding changes nothing, and gives zeros. */
final class FastLstm extends LSTM {

    private final transient RecurrentReader reader;
    private boolean hasRead;

    /** A layer with the settings of another one, but without its weights. */
    FastLstm(LSTM plain) {
        super(plain.conf(), plain.getDataType());
        var settings = layerConf();
        Cell cell = new LstmCell(Curve.of(settings.getActivationFn()), Curve.of(settings.getGateActivationFn()));
        reader = new RecurrentReader(cell, getDataType(), settings.getNIn(), settings.getNOut());
    }

    @Override
    public void setInput(INDArray values, LayerWorkspaceMgr workspaces) {
        super.setInput(values, workspaces);
        hasRead = false;
    }

    @Override
    public INDArray activate(INDArray values, boolean training, LayerWorkspaceMgr workspaces) {
        setInput(values, workspaces);
        return activate(training, workspaces);
    }

    @Override
    public INDArray activate(boolean training, LayerWorkspaceMgr workspaces) {
        assertInputSet(false);
        applyDropOutIfNecessary(training, workspaces);
        hasRead = training;
        return reader.read(
                input.castTo(dataType),
                Optional.ofNullable(maskArray),
                name -> getParamWithNoise(name, training, workspaces),
                training,
                workspaces);
    }

    @Override
    public Pair<Gradient, INDArray> backpropGradient(INDArray epsilon, LayerWorkspaceMgr workspaces) {
        if (!hasRead) {
            activate(true, workspaces);
        }
        INDArray in = reader.back(epsilon.castTo(dataType), workspaces);
        weightNoiseParams.clear();
        return new Pair<>(reader.gradients(gradientViews), backpropDropOutIfPresent(in));
    }

    @Override
    public Pair<INDArray, MaskState> feedForwardMaskArray(INDArray mask, MaskState state, int examples) {
        setMaskArray(mask);
        return super.feedForwardMaskArray(mask, state, examples);
    }
}
