package io.layerloom.engine;

import static io.layerloom.graph.language.Language.tr;

import io.layerloom.engine.kit.FastGraph;
import io.layerloom.engine.kit.NotFinite;
import java.util.Optional;
import org.deeplearning4j.nn.api.Layer;

/** Why the loss of a training is no number any more: where the numbers of the network first broke. */
final class Divergence {

    private final BuiltNetwork built;
    private final FastGraph net;

    Divergence(BuiltNetwork built) {
        this.built = built;
        this.net = built.net();
    }

    /**
     * Why a run cannot go on.
     *
     * @param loss which is not finite
     * @param iteration and the epoch in which that was, from 1
     */
    RunEvent.Failed failure(double loss, int iteration, int epoch) {
        Optional<NotFinite> first = net.firstNotFinite();
        Optional<String> broken = first.isPresent() ? Optional.empty() : brokenWeights();
        String where = first.map(Divergence::described)
                .or(() -> broken.map(layer -> tr(", and the weights of %s are no numbers any more", layer)))
                .orElse("");
        String message = Double.isNaN(loss)
                ? tr(
                        "The loss became not a number at iteration %,d (epoch %d)%s. Lower the learning rate (now %s) and train again.",
                        iteration, epoch, where, built.learningRate())
                : tr(
                        "The loss became infinite at iteration %,d (epoch %d)%s. Lower the learning rate (now %s) and train again.",
                        iteration, epoch, where, built.learningRate());
        String layer = first.map(NotFinite::layer).or(() -> broken).orElse("");
        return new RunEvent.Failed(message, "", false, false, layer);
    }

    private static String described(NotFinite first) {
        return first.what() == NotFinite.What.OUTPUTS
                ? tr(
                        ": %,d of the %,d numbers that %s gives were not finite, and none before them",
                        first.count(), first.of(), first.layer())
                : tr(
                        ": %,d of the %,d slopes at the output of %s were not finite, and none before them",
                        first.count(), first.of(), first.layer());
    }

    /** The layer whose weights broke, if it is just one or a few of them. */
    private Optional<String> brokenWeights() {
        long broken = 0;
        long trained = 0;
        String first = "";
        for (Layer layer : net.getLayers()) {
            if (layer.numParams() > 0) {
                trained++;
                if (!Double.isFinite(layer.params().sumNumber().doubleValue())) {
                    broken++;
                    first = first.isEmpty() ? layer.conf().getLayer().getLayerName() : first;
                }
            }
        }
        return broken > 0 && broken < trained ? Optional.of(first) : Optional.empty();
    }
}
