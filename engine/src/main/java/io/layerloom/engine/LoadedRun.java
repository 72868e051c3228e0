package io.layerloom.engine;

import static io.layerloom.graph.language.Language.tr;

import io.layerloom.engine.kit.Batches;
import io.layerloom.engine.kit.Codes;
import io.layerloom.engine.kit.Contest;
import io.layerloom.engine.kit.DataException;
import io.layerloom.engine.kit.Inheritance;
import io.layerloom.engine.kit.LayerwisePretraining;
import io.layerloom.engine.kit.ObjectMeasurement;
import io.layerloom.engine.kit.PixelMeasurement;
import io.layerloom.engine.kit.Restoration;
import io.layerloom.engine.kit.Sha256;
import io.layerloom.engine.kit.Shuffle;
import io.layerloom.engine.kit.Split;
import io.layerloom.engine.kit.Translation;
import io.layerloom.engine.kit.Weights;
import io.layerloom.graph.Document;
import io.layerloom.graph.Network;
import io.layerloom.graph.Objective;
import io.layerloom.graph.TrainingPlan;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.MultiDataSet;
import org.nd4j.linalg.factory.Nd4j;

/** A trained network in memory, ready to be asked. */
final class LoadedRun {

    private final BuiltNetwork built;
    private final InputEncoder encoder;

    private LoadedRun(BuiltNetwork built, InputEncoder encoder) {
        this.built = built;
        this.encoder = encoder;
    }

    /**
     * A network that has been trained.
     *
     * @param plan what it learned by
     * @param encoder how an example of the data becomes numbers
     */
    static LoadedRun of(BuiltNetwork built, TrainingPlan plan, InputEncoder encoder) {
        boolean compares = plan.objective() == Objective.SAME_CLASS;
        return new LoadedRun(built, compares ? new InputEncoder.Both(encoder, encoder) : encoder);
    }

    /** Loads the network and weights of a run that is over. */
    static LoadedRun of(RunFolder run, EngineContext context) throws IOException {
        BuiltNetwork built = BuiltNetwork.of(run.document(), context.catalog());
        Weights.load(built.net(), run.weights());
        return of(built, run.document().plan(), run.dataCard().encoder());
    }

    /** The first output of the network for one example; of a network that finds objects, those that it has found, as {@link Found#of(float[])} reads them, and of one that tells pixels apart, the class of each. */
    float[] predict(Input input) throws IOException {
        if (encoder instanceof InputEncoder.Pairs) {
            throw new DataException(
                    tr("This network writes a target for each source, instead of one answer. Let it write."));
        }
        INDArray[] features = new INDArray[built.network().inputs().size()];
        @Nullable INDArray[] masks = new INDArray[features.length];
        for (int i = 0; i < features.length; i++) {
            Network.Input entry = built.network().inputs().get(i);
            if (entry.code()) {
                features[i] = Nd4j.zeros(1, built.feed().codeSize());
                continue;
            }
            InputEncoder own = encoder.of(entry.part());
            Input asked = encoder instanceof InputEncoder.Both ? InputEncoder.Both.part(input, entry.part()) : input;
            InputEncoder.Encoded encoded = own.encode(asked);
            Finite.require(encoded, own, entry.name());
            features[i] = OneExample.of(encoded.values(), entry.shape());
            masks[i] = own instanceof InputEncoder.Texts
                    ? OneExample.mask(encoded.length(), encoded.values().length)
                    : null;
        }
        float[] values = built.net().predict(features, masks);
        Optional<byte[]> mask = PixelMeasurement.mask(built.net(), values);
        if (mask.isPresent()) {
            return Mask.numbers(mask.get());
        }
        return ObjectMeasurement.objects(built.net(), values)
                .map(Found::numbers)
                .orElse(values);
    }

    /** How a network that foretells next tokens goes on from a beginning. */
    String write(String beginning, int count, double temperature, long seed) throws DataException {
        return Continuations.of(built, encoder).of(beginning, count, temperature, seed);
    }

    /** What a network that restores hidden tokens puts into the gaps of a text. */
    List<List<Restoration.Guess>> restore(String text, int most) throws DataException {
        return Restorations.of(built, encoder).of(text, most);
    }

    /** The target that a network writes for a source. */
    String translate(String source) throws DataException {
        return Translations.of(built, encoder).of(source);
    }

    /** What a network makes of so many random codes, as pictures. */
    Pictures generate(int count, long seed) throws DataException {
        return Generations.of(built).of(count, seed);
    }

    /** What it makes of a code between the first two of a seed. */
    Pictures between(long seed, double part) throws DataException {
        return Generations.of(built).between(seed, part);
    }

    /** What an export of a run must reproduce; trains one epoch, so it takes as long as that. */
    static Expectations expectations(RunFolder run, EngineContext context, int examples, int threads)
            throws IOException {
        Document document = run.document();
        TrainingPlan plan = document.plan();
        LoadedDataset data = RunData.load(run, document, context.samples());
        // Before the network is built: DL4J sets the random numbers back whenever a configuration is made.
        String json = BuiltNetwork.configuration(BuiltNetwork.lower(document, context.catalog()))
                .toJson();
        BuiltNetwork built = BuiltNetwork.of(document, context.catalog());
        built.requireFits(data.schema());
        Finite.require(data, built.network());
        if (run.startWeights().isPresent()) {
            Inheritance.into(built.net(), run.startWeights().get());
        }
        if (plan.pretraining() > 0) {
            int[] train = data.loaded().split().train();
            new LayerwisePretraining(built.net(), data.examples(), train, plan.batchSize(), built.feed(), plan.seed())
                    .run(plan.pretraining(), (layer, epoch, loss) -> {});
        }
        String retrained = retrain(built, data, plan);
        Weights.load(built.net(), run.weights());
        Split split = data.loaded().split();
        int[] test = split.test().length > 0 ? split.test() : split.train();
        int[] rows = Arrays.copyOf(test, Math.min(examples, test.length));
        MultiDataSet batch = Batches.of(data.examples(), rows, Math.max(1, rows.length), built.feed())
                .get(0);
        INDArray output = output(built.net(), batch);
        List<Float> outputs = new ArrayList<>();
        for (float value : output.dup('c').data().asFloat()) {
            outputs.add(value);
        }
        for (float value : generated(built, plan, data, rows.length)) {
            outputs.add(value);
        }
        if (data.examples().isTargeting()) {
            Translation.written(built.net(), built.feed(), data.examples(), rows).stream()
                    .flatMapToInt(Arrays::stream)
                    .forEach(token -> outputs.add((float) token));
        }
        return new Expectations(json, rows.length, outputs, retrained, threads);
    }

    /** What a generator makes of so many codes that follow from the plan's seed; nothing if there is none. */
    private static float[] generated(BuiltNetwork built, TrainingPlan plan, LoadedDataset data, int count) {
        float[] codes = Codes.of(count, built.feed().codeSize(), plan.seed());
        return Contest.of(built.net())
                .map(contest -> contest.generate(codes, count, data.examples().shape()))
                .orElse(new float[0]);
    }

    private static INDArray output(ComputationGraph net, MultiDataSet batch) {
        return batch.getFeaturesMaskArrays() == null
                ? net.output(false, batch.getFeatures())[0]
                : net.output(false, batch.getFeatures(), batch.getFeaturesMaskArrays())[0];
    }

    private static String retrain(BuiltNetwork built, LoadedDataset data, TrainingPlan plan) {
        int[] order = Shuffle.rows(data.loaded().split().train(), plan.seed(), 0);
        for (MultiDataSet batch : Batches.of(data.examples().inEpoch(0), order, plan.batchSize(), built.feed())) {
            built.net().fit(batch);
        }
        built.net().incrementEpochCount();
        return Sha256.of(built.net());
    }
}
