package io.layerloom.engine.kit;

import java.util.List;
import java.util.Optional;
import org.deeplearning4j.nn.api.MaskState;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.layers.recurrent.LSTM;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** An LSTM of DL4J that computes its steps in our own code, and which knows masks: padding changes nothing, and gives zeros. */
final class FastLstm extends LSTM implements Kernel.Source {

    private final transient RowPass pass;
    private boolean hasRead;

    /** A layer with the settings of another one, but without its weights. */
    FastLstm(LSTM plain) {
        super(plain.conf(), plain.getDataType());
        pass = new RowPass(core(getDataType()), getDataType());
    }

    private RowCore core(DataType type) {
        var settings = layerConf();
        Cell cell = new LstmCell(Curve.of(settings.getActivationFn()), Curve.of(settings.getGateActivationFn()));
        return new RowRecurrent(cell, type, settings.getNIn(), settings.getNOut());
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
        return pass.forward(
                input.castTo(dataType),
                Padding.of(Optional.ofNullable(maskArray), 0, Math.toIntExact(input.size(2))),
                layerConf().getNOut(),
                training,
                name -> getParamWithNoise(name, training, workspaces),
                workspaces);
    }

    @Override
    public Pair<Gradient, INDArray> backpropGradient(INDArray epsilon, LayerWorkspaceMgr workspaces) {
        if (!hasRead) {
            activate(true, workspaces);
        }
        INDArray in = pass.back(epsilon.castTo(dataType), input, false, gradientViews, workspaces);
        weightNoiseParams.clear();
        return new Pair<>(pass.gradients(gradientViews), backpropDropOutIfPresent(in));
    }

    @Override
    public Pair<INDArray, MaskState> feedForwardMaskArray(INDArray mask, MaskState state, int examples) {
        setMaskArray(mask);
        return super.feedForwardMaskArray(mask, state, examples);
    }

    @Override
    public List<Kernel> kernels(Site site) {
        return site.settings(org.deeplearning4j.nn.conf.layers.LSTM.class)
                .map(settings ->
                        RowKernel.at(site, core(DataType.FLOAT), settings.getNOut(), paramTable(), gradientViews, 0))
                .orElse(List.of());
    }
}
