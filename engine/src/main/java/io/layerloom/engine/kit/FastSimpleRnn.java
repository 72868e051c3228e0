package io.layerloom.engine.kit;

import java.util.List;
import java.util.Optional;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.layers.recurrent.SimpleRnn;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** A SimpleRnn of DL4J that computes its steps in our own code; padding changes nothing, and gives zeros. */
final class FastSimpleRnn extends SimpleRnn implements Kernel.Source {

    private final transient RowPass pass;
    private boolean hasRead;

    /** A layer with the settings of another one, but without its weights. */
    FastSimpleRnn(SimpleRnn plain) {
        super(plain.conf(), plain.getDataType());
        pass = new RowPass(core(getDataType()), getDataType());
    }

    private RowCore core(DataType type) {
        var settings = layerConf();
        Cell cell = new SimpleCell(Curve.of(settings.getActivationFn()));
        return new RowRecurrent(cell, type, settings.getNIn(), settings.getNOut());
    }

    @Override
    public void setInput(INDArray values, LayerWorkspaceMgr workspaces) {
        super.setInput(values, workspaces);
        hasRead = false;
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
    public List<Kernel> kernels(Site site) {
        return site.settings(org.deeplearning4j.nn.conf.layers.recurrent.SimpleRnn.class)
                .map(settings ->
                        RowKernel.at(site, core(DataType.FLOAT), settings.getNOut(), paramTable(), gradientViews, 0))
                .orElse(List.of());
    }
}
