package io.layerloom.engine.kit;

import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.memory.LayerMemoryReport;
import org.deeplearning4j.nn.conf.memory.MemoryReport;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.graph.vertex.BaseGraphVertex;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** A vertex of a network that learns nothing and holds nothing but its settings. */
abstract class SettledVertex extends GraphVertex {

    /** The constructor call that makes this vertex: equal calls make equal vertices. */
    @Override
    public abstract String toString();

    @Override
    public boolean equals(Object other) {
        return other instanceof SettledVertex && toString().equals(other.toString());
    }

    @Override
    public int hashCode() {
        return toString().hashCode();
    }

    /** This vertex itself, because nothing in it changes. */
    @Override
    @SuppressWarnings("CloneDeclaresCloneNotSupported")
    public GraphVertex clone() {
        return this;
    }

    @Override
    public long numParams(boolean backprop) {
        return 0;
    }

    @Override
    public MemoryReport getMemoryReport(InputType... in) {
        return new LayerMemoryReport.Builder(null, getClass(), in[0], getOutputType(0, in))
                .standardMemory(0, 0)
                .workingMemory(0, 0, 0, 0)
                .cacheMemory(0, 0)
                .build();
    }

    /** Such a vertex in a network that runs. */
    abstract static class AtWork extends BaseGraphVertex {

        private final SettledVertex settings;

        AtWork(SettledVertex settings, ComputationGraph graph, String name, int index, DataType type) {
            super(graph, name, index, null, null, type);
            this.settings = settings;
        }

        @Override
        public boolean hasLayer() {
            return false;
        }

        /** DL4J asks for null. */
        @Override
        @SuppressWarnings("NullAway")
        public Layer getLayer() {
            return null;
        }

        @Override
        public void setBackpropGradientsViewArray(INDArray gradients) {
            throw new IllegalStateException(settings + " has no parameters.");
        }

        @Override
        public String toString() {
            return settings.toString();
        }
    }
}
