package io.layerloom.engine;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.Optional;

/**
 * What a run has to tell, in the order in which it happens. Each event is one JSON line between the worker and the window, and one line of a run's {@code metrics.jsonl}. Epochs
 * and iterations count from 1; a figure that does not exist is NaN.
 */
public sealed interface RunEvent {

    /** What holds for one moment of a training: as much as a run that goes on from a checkpoint goes back behind it, it tells it again. */
    sealed interface AtIteration extends RunEvent {

        /** How many mini-batches were done since the beginning. */
        int iteration();
    }

    /** A step before training, in words for people: "Reading data". */
    record Preparing(String step) implements RunEvent {}

    /**
     * Training begins.
     *
     * @param parameters trainable numbers of the network
     * @param backend what computes, in words for people: "CPU · oneDNN"
     * @param resumedAt iterations that were done before by the run that this one goes on with; 0 for a fresh run
     */
    record Started(
            long parameters,
            int epochs,
            int iterationsPerEpoch,
            long trainExamples,
            long validationExamples,
            long testExamples,
            String backend,
            int threads,
            int resumedAt)
            implements RunEvent {}

    /** Something to know of a run that goes on, as one sentence: that it could not use the card, or goes on elsewhere than it began. */
    record Notice(String sentence) implements RunEvent {}

    /** Training begins with weights of an earlier run: what was taken and what was not, in a sentence or two. */
    record Inherited(String sentence) implements RunEvent {}

    /**
     * A layer learns by itself, before the first epoch, to give back what comes in: it begins with that (epoch 0) or has done so for an epoch.
     *
     * @param number which of the layers that do so it is, from 1
     * @param epoch of this layer
     * @param loss how far what came back was from what came in, over this epoch: the mean of the examples' cross-entropies or squared errors
     * @param seconds training time since the beginning of the run, pauses left out
     */
    record Pretraining(String layer, int number, int layers, int epoch, int epochs, double loss, double seconds)
            implements RunEvent {}

    /**
     * One or a few mini-batches are done; where they follow each other within some milliseconds, several are told as one and the figures are their means.
     *
     * @param iteration mini-batches since the beginning of the run, over all epochs
     * @param loss the mean loss of the batch with the L1 and L2 penalties of the layers, before the step
     * @param accuracy the part of the batch that was classified rightly, before the step; NaN where nothing is classified
     * @param examplesSeen examples since the beginning of the run
     * @param seconds training time since the beginning of the run, pauses left out
     */
    record Iteration(int iteration, int epoch, double loss, double accuracy, long examplesSeen, double seconds)
            implements AtIteration {}

    /**
     * An epoch is done. The figures of the training part are means over the epoch's mini-batches; those of the validation part were measured after it.
     *
     * @param seconds training time since the beginning of the run, pauses left out
     * @param samplesPerSecond training examples per second in this epoch
     */
    record EpochEnd(
            int epoch,
            int iteration,
            double trainLoss,
            double trainAccuracy,
            double validationLoss,
            double validationAccuracy,
            double seconds,
            double samplesPerSecond,
            double learningRate)
            implements AtIteration {}

    /**
     * How well a network finds objects, tells pixels apart or writes targets, by the figure that is usual there; measured on the validation part after an epoch.
     *
     * @param value from 0 to 1
     */
    record Scored(int epoch, int iteration, Figure figure, double value) implements AtIteration {

        /** What is measured. */
        public enum Figure {
            /** The mean over the classes of the average precision, with boxes that overlap the true ones by half: mAP@0.5. */
            MEAN_AVERAGE_PRECISION,
            /** The mean over the classes of intersection over union. */
            MEAN_IOU,
            /** The part of targets that were written as a whole as they are. */
            EXACT_MATCH
        }
    }

    /**
     * A network that foretells next tokens has written something after an epoch.
     *
     * @param text how it went on from the beginning of an example, with that beginning
     */
    record Written(int epoch, int iteration, String text) implements AtIteration {}

    /**
     * A network that restores masked tokens has filled the gaps of a text after an epoch.
     *
     * @param asked the text with {@code _} in each gap
     * @param text the same with the likeliest token in each gap, in brackets
     */
    record Restored(int epoch, int iteration, String asked, String text) implements AtIteration {}

    /**
     * A network that foretells the next tokens of targets has written the target of a source after an epoch.
     *
     * @param source what it read
     * @param text what it wrote
     */
    record Translated(int epoch, int iteration, String source, String text) implements AtIteration {}

    /**
     * A network that learns to give its input back has done so after an epoch with a few pictures.
     *
     * @param copies what came out for each of the originals
     */
    record Reconstructed(int epoch, int iteration, Pictures originals, Pictures copies) implements AtIteration {}

    /**
     * A generator has made examples of codes that stay the same throughout the run, before the first epoch (0) or after one.
     *
     * @param pictures one for each code
     */
    record Generated(int epoch, int iteration, Pictures pictures) implements AtIteration {}

    /**
     * Of a network that sets a generator against a discriminator, how the generator did in the mini-batches of the {@link Iteration} before; its loss and accuracy are those of the discriminator.
     *
     * @param generatorLoss how far the discriminator was from taking what is generated for real
     */
    record Rivalry(int iteration, double generatorLoss) implements AtIteration {}

    /** The state of the run is on disk; if the worker dies, training can go on from here. */
    record CheckpointSaved(int epoch, int iteration) implements RunEvent {}

    /** Training waits between two mini-batches. */
    record Paused(int iteration) implements RunEvent {}

    /** Training goes on. */
    record Resumed(int iteration) implements RunEvent {}

    /**
     * The run is over and its weights are on disk.
     *
     * @param test the evaluation on the test part
     * @param seconds training time, pauses left out
     * @param paramsSha256 the SHA-256 of all parameters as little-endian float32, in the engine's order
     */
    record Finished(Outcome outcome, Evaluation test, double seconds, String paramsSha256) implements RunEvent {}

    /**
     * The run broke off.
     *
     * @param message one sentence for people: what, the numbers, what to do
     * @param details for a report: the last lines of the log, a stack trace; may be empty
     * @param resumable whether a checkpoint is there to go on from
     * @param left whether somebody ended it before its time, rather than that something went wrong
     * @param layer by its name, at which it went wrong; empty where no layer is to blame
     */
    record Failed(String message, String details, boolean resumable, boolean left, String layer) implements RunEvent {

        public Failed {
            // Older runs do not tell.
            layer = Optional.ofNullable(layer).orElse("");
        }

        /** Something went wrong. */
        public Failed(String message, String details, boolean resumable) {
            this(message, details, resumable, false, "");
        }

        /** Somebody ended it before its time. */
        static Failed ended(String message, String details, boolean resumable) {
            return new Failed(message, details, resumable, true, "");
        }
    }

    /** Whether it shows people what the network can do by now, beside figures. */
    default boolean showsLearning() {
        return this instanceof Written
                || this instanceof Restored
                || this instanceof Translated
                || this instanceof Reconstructed
                || this instanceof Generated;
    }

    /** Whether a run that goes on from a checkpoint still has this to tell: not what came after it, nor how the run ended. */
    default boolean remains(int checkpointIteration) {
        return this instanceof AtIteration moment ? moment.iteration() <= checkpointIteration : !isLast();
    }

    /** Whether nothing comes after this event. */
    @JsonIgnore
    default boolean isLast() {
        return this instanceof Finished || this instanceof Failed;
    }
}
