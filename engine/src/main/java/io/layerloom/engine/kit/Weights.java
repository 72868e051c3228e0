package io.layerloom.engine.kit;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** The learned numbers of a network as a file: one array per parameter, named as DL4J names them ({@code dense_1_W}), in the safetensors format. */
public final class Weights {

    private Weights() {}

    /** Writes the weights of a network. */
    public static void save(ComputationGraph net, Path file) throws IOException {
        TensorFile tensors = new TensorFile().put("format", "dl4j");
        net.paramTable()
                .forEach((name, array) ->
                        tensors.put(name, array.shape(), array.dup('c').data().asFloat()));
        tensors.write(file);
    }

    /**
     * Gives a network the weights of a file, bit for bit.
     *
     * @throws DataException if the file does not hold just the parameters that the network has
     */
    public static void load(ComputationGraph net, Path file) throws IOException {
        Map<String, TensorFile.Tensor> tensors = TensorFile.read(file).tensors();
        Map<String, INDArray> params = net.paramTable();
        if (!tensors.keySet().equals(params.keySet())) {
            throw new DataException(
                    "%s belongs to another network: it holds %s, the network has %s.",
                    file.getFileName(), tensors.keySet(), params.keySet());
        }
        for (Map.Entry<String, TensorFile.Tensor> entry : tensors.entrySet()) {
            TensorFile.Tensor tensor = entry.getValue();
            INDArray param = net.getParam(entry.getKey());
            long[] shape = param.shape();
            if (!Arrays.equals(shape, tensor.shape())) {
                throw new DataException(
                        "%s belongs to another network: %s has the shape %s, the network wants %s.",
                        file.getFileName(), entry.getKey(), Arrays.toString(tensor.shape()), Arrays.toString(shape));
            }
            param.assign(Nd4j.create(tensor.values(), shape, 'c'));
        }
    }
}
