package io.layerloom.engine;

import static io.layerloom.graph.language.Language.tr;

import io.layerloom.engine.kit.DataException;
import io.layerloom.engine.kit.EarlyStopping;
import io.layerloom.engine.kit.TensorFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * All that a training is at one moment, so that going on from it gives the same bits as never having stopped.
 *
 * @param pretrained layers that have learned by themselves before the first epoch; the one that is about to begins anew
 * @param epoch epochs that are done
 * @param batch mini-batches of the next epoch that are done
 * @param iteration mini-batches since the beginning
 * @param lossSum sum of the batches' losses in this epoch, weighted by their examples; likewise the accuracy
 */
record Checkpoint(
        int pretrained,
        int epoch,
        int batch,
        int iteration,
        long examplesSeen,
        double seconds,
        double lossSum,
        double accuracySum,
        String dataSha256) {

    private static final String PARAMS = "params";
    private static final String UPDATER = "updater";
    private static final String BEST = "best";

    /** The beginning of a training. */
    static Checkpoint start(String dataSha256) {
        return new Checkpoint(0, 0, 0, 0, 0, 0, 0, 0, dataSha256);
    }

    /** The same, with the time of the steps that were done after it and lost. */
    Checkpoint after(double spent) {
        return new Checkpoint(
                pretrained,
                epoch,
                batch,
                iteration,
                examplesSeen,
                Math.max(seconds, spent),
                lossSum,
                accuracySum,
                dataSha256);
    }

    /** The file form, with the state of the network, its optimizer and the random numbers. */
    TensorFile toFile(ComputationGraph net, Watch watch) {
        EarlyStopping stopping = watch.stopping();
        TensorFile file = new TensorFile()
                .put("pretrained", Integer.toString(pretrained))
                .put("epoch", Integer.toString(epoch))
                .put("batch", Integer.toString(batch))
                .put("iteration", Integer.toString(iteration))
                .put("examplesSeen", Long.toString(examplesSeen))
                .put("seconds", Double.toString(seconds))
                .put("lossSum", Double.toString(lossSum))
                .put("accuracySum", Double.toString(accuracySum))
                .put("dataSha256", dataSha256)
                .put("randomRoot", Long.toString(Nd4j.getRandom().rootState()))
                .put("randomNode", Long.toString(Nd4j.getRandom().nodeState()))
                .put("bestLoss", Double.toString(stopping.best()))
                .put("waited", Integer.toString(stopping.waited()));
        watch.plateau()
                .ifPresent(rule -> file.put("rate", Double.toString(rule.rate()))
                        .put("plateauBest", Double.toString(rule.best()))
                        .put("plateauWaited", Integer.toString(rule.waited())));
        put(file, PARAMS, net.params());
        INDArray state = net.getUpdater().getUpdaterStateViewArray();
        if (state != null) {
            put(file, UPDATER, state);
        }
        if (!stopping.bestParams().isEmpty()) {
            put(file, BEST, stopping.bestParams());
        }
        return file;
    }

    private static void put(TensorFile file, String name, INDArray vector) {
        file.put(name, new long[] {vector.length()}, vector.toFloatVector());
    }

    /**
     * Puts a network, its optimizer and the random numbers into the state of a file.
     *
     * @throws DataException with a sentence for people if the file is damaged or of another network
     */
    static Checkpoint restore(Path path, ComputationGraph net, Watch watch) throws IOException {
        TensorFile file = TensorFile.read(path);
        Map<String, TensorFile.Tensor> tensors = file.tensors();
        try {
            Words words = new Words(file.metadata());
            net.setParams(vector(tensors, PARAMS, net.numParams()));
            if (!Double.isFinite(net.params().sumNumber().doubleValue())) {
                throw damaged(tr("some parameters are no numbers"));
            }
            INDArray state = net.getUpdater().getUpdaterStateViewArray();
            if (state != null) {
                state.assign(vector(tensors, UPDATER, state.length()));
            }
            if (tensors.containsKey(BEST)) {
                watch.stopping()
                        .resume(
                                words.real("bestLoss"),
                                (int) words.whole("waited"),
                                vector(tensors, BEST, net.numParams()));
            }
            if (watch.plateau().isPresent()) {
                watch.plateau().get().resume(net, words.real("rate"), words.real("plateauBest"), (int)
                        words.whole("plateauWaited"));
            }
            Checkpoint checkpoint = words.checkpoint();
            net.getConfiguration().setIterationCount(checkpoint.iteration);
            net.getConfiguration().setEpochCount(checkpoint.epoch);
            Nd4j.getRandom().setStates(words.whole("randomRoot"), words.whole("randomNode"));
            return checkpoint;
        } catch (NumberFormatException e) {
            throw damaged(tr("its words are no numbers"));
        }
    }

    private static DataException damaged(String why) {
        return new DataException(tr("The checkpoint is damaged, so this run cannot go on; train it anew. (%s)", why));
    }

    private static INDArray vector(Map<String, TensorFile.Tensor> tensors, String name, long length)
            throws DataException {
        TensorFile.Tensor tensor = tensors.getOrDefault(name, new TensorFile.Tensor(new long[0], new float[0]));
        if (tensor.values().length != length) {
            throw new DataException(
                    tr("The checkpoint belongs to another network, so this run cannot go on; train it anew."));
        }
        return Nd4j.create(tensor.values(), new long[] {1, length}, 'c');
    }

    /** Numbers that are written as words. */
    private record Words(Map<String, String> words) {

        long whole(String name) {
            return Long.parseLong(words.getOrDefault(name, ""));
        }

        double real(String name) {
            return Double.parseDouble(words.getOrDefault(name, ""));
        }

        Checkpoint checkpoint() {
            return new Checkpoint(
                    Integer.parseInt(words.getOrDefault("pretrained", "0")),
                    (int) whole("epoch"),
                    (int) whole("batch"),
                    (int) whole("iteration"),
                    whole("examplesSeen"),
                    real("seconds"),
                    real("lossSum"),
                    real("accuracySum"),
                    words.getOrDefault("dataSha256", ""));
        }
    }
}
