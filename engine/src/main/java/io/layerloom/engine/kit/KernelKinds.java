package io.layerloom.engine.kit;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.graph.MergeVertex;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.EmbeddingSequenceLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.LossLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.conf.layers.Upsampling2D;
import org.deeplearning4j.nn.graph.ComputationGraph;

/**
 * What computes the layers and vertices of DL4J; of several kernels for one, the first that can. A project has those lines only that its network needs; layers of our own bring their
 * kernels along.
 */
final class KernelKinds {

    private static final List<Kind> ALL = List.of(
            kind(DenseKernel::at, DenseLayer.class),
            kind(DnnConvolution::at, ConvolutionLayer.class),
            kind(ConvolutionKernel::at, ConvolutionLayer.class),
            kind(DnnPooling::at, SubsamplingLayer.class),
            kind(PoolingKernel::at, SubsamplingLayer.class),
            kind(DnnPooling::ofWholeImagesAt, GlobalPoolingLayer.class),
            kind(GlobalPoolingKernel::at, GlobalPoolingLayer.class),
            kind(RowPoolingKernel::at, GlobalPoolingLayer.class),
            kind(BlockedNormalization::at, BatchNormalization.class),
            kind(NormalizationKernel::at, BatchNormalization.class),
            kind(UpsamplingKernel::at, Upsampling2D.class),
            kind(BlockedSum::at, ActivationLayer.class, ElementWiseVertex.class),
            kind(SumKernel::at, ActivationLayer.class, ElementWiseVertex.class),
            kind(ActivationKernel::at, ActivationLayer.class),
            kind(BlockedConcatenation::at, MergeVertex.class),
            kind(ConcatenationKernel::at, MergeVertex.class),
            kind(DropoutKernel::at, DropoutLayer.class),
            kind(NoiseKernel::at, DropoutLayer.class),
            kind(EmbeddingKernel::at, EmbeddingSequenceLayer.class),
            kind(LossKernel::at, OutputLayer.class, LossLayer.class));

    private static final List<Help> HELP =
            List.of(help(OneDnn::revive, ConvolutionLayer.class, BatchNormalization.class));

    private KernelKinds() {}

    /** Makes the kernels of layers or vertices of some classes, or none where it cannot. */
    private record Kind(Function<Site, List<Kernel>> maker, List<Class<?>> settings) {}

    private static Kind kind(Function<Site, List<Kernel>> maker, Class<?>... settings) {
        return new Kind(maker, List.of(settings));
    }

    /** Makes DL4J's own layers of some classes faster. */
    private record Help(Consumer<ComputationGraph> helper, List<Class<?>> settings) {}

    private static Help help(Consumer<ComputationGraph> helper, Class<?>... settings) {
        return new Help(helper, List.of(settings));
    }

    /** Makes a network faster that DL4J itself computes. */
    static void help(ComputationGraph net) {
        List<Class<?>> kinds = Arrays.stream(net.getLayers())
                .<Class<?>>map(layer -> layer.conf().getLayer().getClass())
                .toList();
        HELP.stream()
                .filter(help -> help.settings.stream().anyMatch(kinds::contains))
                .forEach(help -> help.helper.accept(net));
    }

    /** The kernels at a place; none if only DL4J itself can compute it. */
    static List<Kernel> at(Site site) {
        return ALL.stream()
                .filter(kind -> kind.settings.contains(site.kind()))
                .map(kind -> kind.maker.apply(site))
                .filter(made -> !made.isEmpty())
                .findFirst()
                .orElse(List.of());
    }
}
