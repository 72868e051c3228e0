package io.layerloom.engine.kit;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.graph.vertex.GraphVertex;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The weights that a network takes over from another one before it is trained: those of each layer that has the same name there, and arrays of the same names and shapes. All other layers keep
 * the weights that they begin with.
 *
 * @param taken the layers that take theirs over
 * @param anew why each of the others does not, as a sentence without its end
 */
public record Inheritance(List<String> taken, Map<String, Sentence> anew) {

    public Inheritance {
        taken = List.copyOf(taken);
        anew = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(anew));
    }

    /**
     * Gives a network what suits it of a weights file.
     *
     * @throws DataException if some of these weights are no numbers
     */
    public static Inheritance into(ComputationGraph net, Path file) throws IOException {
        Map<String, TensorFile.Tensor> given = TensorFile.read(file).tensors();
        List<String> taken = new ArrayList<>();
        Map<String, Sentence> anew = new LinkedHashMap<>();
        for (int index : net.topologicalSortOrder()) {
            GraphVertex vertex = net.getVertices()[index];
            if (vertex.numParams() > 0) {
                String name = vertex.getVertexName();
                Map<String, TensorFile.Tensor> wanted = wanted(vertex, given);
                Optional<Sentence> reason = refusal(vertex, wanted);
                if (reason.isEmpty()) {
                    take(vertex, wanted, file);
                    taken.add(name);
                } else {
                    anew.put(name, reason.get());
                }
            }
        }
        return new Inheritance(taken, anew);
    }

    /** What the file holds of the arrays of a layer, by their names in the layer. */
    private static Map<String, TensorFile.Tensor> wanted(GraphVertex vertex, Map<String, TensorFile.Tensor> given) {
        Map<String, TensorFile.Tensor> found = new LinkedHashMap<>();
        vertex.paramTable(false).keySet().forEach(array -> {
            TensorFile.Tensor tensor = given.get(vertex.getVertexName() + "_" + array);
            if (tensor != null) {
                found.put(array, tensor);
            }
        });
        return found;
    }

    private static Optional<Sentence> refusal(GraphVertex vertex, Map<String, TensorFile.Tensor> found) {
        Map<String, INDArray> arrays = vertex.paramTable(false);
        if (found.isEmpty()) {
            return Optional.of(Sentence.of("there is no such layer there"));
        }
        for (Map.Entry<String, INDArray> array : arrays.entrySet()) {
            TensorFile.Tensor tensor = found.get(array.getKey());
            if (tensor == null) {
                return Optional.of(Sentence.of("it has no %s there", array.getKey()));
            }
            if (!Arrays.equals(tensor.shape(), array.getValue().shape())) {
                return Optional.of(Sentence.of(
                        "%s there, %s here",
                        sides(tensor.shape()), sides(array.getValue().shape())));
            }
        }
        return Optional.empty();
    }

    private static String sides(long[] shape) {
        return Arrays.stream(shape).mapToObj(Long::toString).collect(Collectors.joining("×"));
    }

    private static void take(GraphVertex vertex, Map<String, TensorFile.Tensor> found, Path file) throws DataException {
        for (Map.Entry<String, TensorFile.Tensor> entry : found.entrySet()) {
            float[] values = entry.getValue().values();
            for (float value : values) {
                if (!Float.isFinite(value)) {
                    throw new DataException(
                            "%s holds a weight of %s that is no number. Start from another run.",
                            file.getFileName(), vertex.getVertexName());
                }
            }
            INDArray array = Objects.requireNonNull(vertex.paramTable(false).get(entry.getKey()));
            array.assign(Nd4j.create(values, array.shape(), 'c'));
        }
    }
}
