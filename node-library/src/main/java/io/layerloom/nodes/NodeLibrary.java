package io.layerloom.nodes;

import io.layerloom.graph.Catalog;
import io.layerloom.graph.LayerType;
import io.layerloom.graph.OptimizerType;
import io.layerloom.graph.ScheduleType;
import java.util.List;

/** Every layer, optimizer and schedule of Layerloom, in the order in which people see them: one line each. */
public final class NodeLibrary {

    private static final List<LayerType> LAYERS = List.of(
            Input.TYPE,
            Output.TYPE,
            Dense.TYPE,
            Flatten.TYPE,
            ActivationLayer.TYPE,
            Conv2d.TYPE,
            MaxPool2d.TYPE,
            AvgPool2d.TYPE,
            GlobalPool.TYPE,
            Embedding.TYPE,
            Lstm.TYPE,
            SimpleRnn.TYPE,
            LastStep.TYPE,
            Add.TYPE,
            Concatenate.TYPE,
            Dropout.TYPE,
            BatchNorm.TYPE);

    private static final List<OptimizerType> OPTIMIZERS = List.of(
            Adam.TYPE, AdamW.TYPE, Sgd.TYPE, Nesterov.TYPE, RmsProp.TYPE, AdaGrad.TYPE, AdaDelta.TYPE, AmsGrad.TYPE);

    private static final List<ScheduleType> SCHEDULES = List.of(
            ConstantRate.TYPE,
            StepRate.TYPE,
            ExponentialRate.TYPE,
            CosineRate.TYPE,
            OneCycleRate.TYPE,
            PlateauRate.TYPE,
            InverseTimeRate.TYPE,
            SigmoidRate.TYPE);

    /** All of them, with the lowering that makes a network of a document. */
    public static final Catalog CATALOG = new Catalog(LAYERS, OPTIMIZERS, SCHEDULES, new GraphLowering());

    private NodeLibrary() {}
}
