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
            RandomCode.TYPE,
            Output.TYPE,
            LossOutput.TYPE,
            CentreLossOutput.TYPE,
            TokenOutput.TYPE,
            YoloOutput.TYPE,
            SsdOutput.TYPE,
            RegionsOutput.TYPE,
            PixelOutput.TYPE,
            Dense.TYPE,
            Flatten.TYPE,
            Reshape.TYPE,
            ActivationLayer.TYPE,
            PRelu.TYPE,
            Scale.TYPE,
            Shift.TYPE,
            Conv2d.TYPE,
            DepthwiseConv2d.TYPE,
            SeparableConv2d.TYPE,
            ConvTranspose2d.TYPE,
            LocallyConnected2d.TYPE,
            SqueezeExcitation.TYPE,
            PrimaryCapsules.TYPE,
            CapsuleLayer.TYPE,
            CapsuleStrength.TYPE,
            Conv1d.TYPE,
            LocallyConnected1d.TYPE,
            Conv3d.TYPE,
            MaxPool2d.TYPE,
            AvgPool2d.TYPE,
            MaxPool1d.TYPE,
            AvgPool1d.TYPE,
            MaxPool3d.TYPE,
            AvgPool3d.TYPE,
            GlobalPool.TYPE,
            RegionProposals.TYPE,
            RoiAlign.TYPE,
            Upsampling2d.TYPE,
            Upsampling1d.TYPE,
            Upsampling3d.TYPE,
            ZeroPadding2d.TYPE,
            ZeroPadding1d.TYPE,
            ZeroPadding3d.TYPE,
            Cropping2d.TYPE,
            Cropping1d.TYPE,
            Cropping3d.TYPE,
            SpaceToDepth.TYPE,
            DepthToSpace.TYPE,
            Embedding.TYPE,
            Masking.TYPE,
            Lstm.TYPE,
            Gru.TYPE,
            SimpleRnn.TYPE,
            Bidirectional.TYPE,
            StepDense.TYPE,
            PositionalEncoding.TYPE,
            SelfAttention.TYPE,
            CrossAttention.TYPE,
            AdditiveAttention.TYPE,
            TransformerEncoder.TYPE,
            TransformerDecoder.TYPE,
            LastStep.TYPE,
            ReverseTime.TYPE,
            Repeat.TYPE,
            Add.TYPE,
            Subtract.TYPE,
            Multiply.TYPE,
            Average.TYPE,
            Maximum.TYPE,
            Concatenate.TYPE,
            DotProduct.TYPE,
            Distance.TYPE,
            AbsoluteDifference.TYPE,
            Stack.TYPE,
            Unstack.TYPE,
            GaussianSampling.TYPE,
            RealOrGenerated.TYPE,
            Subset.TYPE,
            Dropout.TYPE,
            SpatialDropout.TYPE,
            AlphaDropout.TYPE,
            GaussianDropout.TYPE,
            GaussianNoise.TYPE,
            RandomLeakyRelu.TYPE,
            BatchNorm.TYPE,
            LocalResponseNorm.TYPE,
            LayerNorm.TYPE,
            GroupNorm.TYPE,
            InstanceNorm.TYPE,
            UnitLength.TYPE);

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
