package io.layerloom.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.layerloom.engine.DataSources;
import io.layerloom.engine.EngineContext;
import io.layerloom.engine.Evaluator;
import io.layerloom.engine.Example;
import io.layerloom.engine.Generations;
import io.layerloom.engine.Pictures;
import io.layerloom.engine.RunEvent;
import io.layerloom.engine.RunFolder;
import io.layerloom.engine.RunSpec;
import io.layerloom.engine.Training;
import io.layerloom.engine.TrainingException;
import io.layerloom.engine.kit.DataException;
import io.layerloom.engine.kit.FastGraph;
import io.layerloom.engine.kit.Weights;
import io.layerloom.graph.DataSchema;
import io.layerloom.graph.Document;
import io.layerloom.graph.Inference;
import io.layerloom.graph.Network;
import io.layerloom.graph.NodeId;
import io.layerloom.graph.Objective;
import io.layerloom.graph.PlanProblems;
import io.layerloom.graph.Problem;
import io.layerloom.graph.Remedies;
import io.layerloom.graph.Remedy;
import io.layerloom.graph.TrainingPlan;
import io.layerloom.graph.Wire;
import io.layerloom.nodes.NodeLibrary;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** A generator and its discriminator, from the drawing to the pictures. */
class GenerationTest {

    private static final EngineContext CONTEXT = new EngineContext(NodeLibrary.CATALOG, SampleData::open);

    @TempDir
    Path folder;

    private static Document sample() {
        return SampleProjects.document("mnist-gan");
    }

    private static Document brief(int epochs) {
        TrainingPlan plan = sample().plan().withEpochs(epochs).withSplit(new TrainingPlan.Split(0.9, 0.05));
        return sample().with(plan);
    }

    private RunEvent.Finished train(Document document, String run, boolean resume) throws TrainingException {
        return Training.inProcess(new RunSpec(document, folder.resolve(run), 1, resume), CONTEXT, event -> {});
    }

    private List<RunEvent.Generated> shown(String run) throws IOException {
        return RunFolder.open(folder.resolve(run)).metrics().stream()
                .filter(RunEvent.Generated.class::isInstance)
                .map(RunEvent.Generated.class::cast)
                .toList();
    }

    private static List<Problem> problems(Document document) throws DataException {
        Inference inference = Inference.of(document.graph(), NodeLibrary.CATALOG);
        List<Problem> all = new ArrayList<>(inference.problems());
        all.addAll(PlanProblems.of(document, inference, NodeLibrary.CATALOG, Optional.of(schema(document))));
        return all;
    }

    private static DataSchema schema(Document document) throws DataException {
        return DataSources.schema(document.plan().data().orElseThrow(), SampleData::open);
    }

    private static List<String> messages(Document document) throws DataException {
        return problems(document).stream().map(Problem::message).toList();
    }

    private static List<Remedy> remedies(Document document, Problem problem) throws DataException {
        return Remedies.of(document, problem, NodeLibrary.CATALOG, Optional.of(schema(document)));
    }

    @Test
    void what_no_plan_of_labels_can_learn_is_mended_by_telling_real_from_generated() throws DataException {
        assertThat(problems(sample())).isEmpty();
        Document supervised = sample().with(sample().plan().withObjective(Objective.SUPERVISED));
        Problem problem = problems(supervised).stream()
                .filter(found -> found.cause() == Problem.Cause.PLAN)
                .findFirst()
                .orElseThrow();
        assertThat(problem.message())
                .isEqualTo(
                        "\"real_or_generated\" sets a generator against the data, but the plan lets the network learn \"Labels of the data\". Let it learn \"Real from generated\", or delete the layer.");
        Remedy remedy = remedies(supervised, problem).stream()
                .filter(found -> found.label().equals("Learn: Real from generated"))
                .findFirst()
                .orElseThrow();
        assertThat(problems(remedy.edit().apply(supervised))).isEmpty();
    }

    @Test
    void nothing_can_be_told_apart_where_nothing_is_generated() throws DataException {
        Document digits = SampleProjects.document("mnist-mlp");
        assertThat(messages(digits.with(digits.plan().withObjective(Objective.ADVERSARIAL))))
                .contains(
                        "Nothing is generated that could be told from the data. Put Real or generated between a generator and its discriminator, or let the network learn something else.")
                .anyMatch(
                        message -> message.startsWith("A discriminator gives the probability that an example is real"));
    }

    @Test
    void what_is_generated_must_have_the_shape_of_the_data() throws DataException {
        Document document = withoutWire(sample(), "picture", "real_or_generated");
        Document flat = document.with(
                document.graph().with(new Wire(id(document, "generator2"), id(document, "real_or_generated"), 0)));
        assertThat(messages(flat))
                .anyMatch(message ->
                        message.startsWith("What is generated must look like the data: the first wire brings")
                                && message.contains("784")
                                && message.contains("28×28"));
    }

    @Test
    void wires_that_let_the_discriminator_see_more_than_it_may_are_named() throws DataException {
        Document crossed =
                withoutWire(withoutWire(sample(), "picture", "real_or_generated"), "image", "real_or_generated");
        crossed = crossed.with(crossed.graph()
                .with(new Wire(id(crossed, "image"), id(crossed, "real_or_generated"), 0))
                .with(new Wire(id(crossed, "picture"), id(crossed, "real_or_generated"), 1)));
        assertThat(messages(crossed))
                .containsExactly(
                        "The first wire of \"real_or_generated\" brings what is generated, but it comes from \"image\", where the data enter. Wire the generator to it.");
    }

    private static NodeId id(Document document, String name) {
        return document.graph().named(name).orElseThrow().id();
    }

    private static Document withoutWire(Document document, String from, String to) {
        Wire wire = document.graph().into(id(document, to)).stream()
                .filter(found -> found.from().equals(id(document, from)))
                .findFirst()
                .orElseThrow();
        return document.with(document.graph().without(wire));
    }

    @Test
    void going_on_gives_the_same_weights_and_the_same_pictures_of_the_same_codes()
            throws TrainingException, IOException {
        RunEvent.Finished whole = train(brief(2), "whole", false);
        train(brief(1), "parts", false);
        RunEvent.Finished parts = train(brief(2), "parts", true);

        assertThat(parts.paramsSha256()).isEqualTo(whole.paramsSha256());
        assertThat(parts.test()).isEqualTo(whole.test());
        assertThat(whole.test().isContest()).isTrue();
        assertThat(whole.test().accuracy()).isBetween(0.5, 1.0);
        assertThat(shown("parts"))
                .isEqualTo(shown("whole"))
                .hasSize(3)
                .allSatisfy(event -> assertThat(event.pictures().each()).hasSize(32));
        assertThat(shown("whole")).extracting(RunEvent.Generated::epoch).containsExactly(0, 1, 2);
        assertThat(shown("whole").get(0).pictures())
                .isNotEqualTo(shown("whole").get(2).pictures());
        List<RunEvent> metrics = RunFolder.open(folder.resolve("whole")).metrics();
        assertThat(metrics)
                .filteredOn(RunEvent.Rivalry.class::isInstance)
                .as("one for each iteration that was told")
                .hasSameSizeAs(metrics.stream()
                        .filter(RunEvent.Iteration.class::isInstance)
                        .toList())
                .allSatisfy(event ->
                        assertThat(((RunEvent.Rivalry) event).generatorLoss()).isPositive());
    }

    @Test
    void pictures_follow_from_the_seed_and_a_network_without_codes_makes_none() throws TrainingException, IOException {
        train(brief(1), "gan", false);
        RunFolder run = RunFolder.open(folder.resolve("gan"));
        Pictures few = Generations.of(run, CONTEXT, 3, 7);
        assertThat(Generations.of(run, CONTEXT, 5, 7).each().subList(0, 3))
                .usingRecursiveComparison()
                .isEqualTo(few.each());
        assertThat(Generations.of(run, CONTEXT, 3, 8)).isNotEqualTo(few);

        Document vae = SampleProjects.document("mnist-vae");
        train(vae.with(vae.plan().withEpochs(1).withSplit(new TrainingPlan.Split(0.9, 0.05))), "vae", false);
        Pictures decoded = Generations.of(RunFolder.open(folder.resolve("vae")), CONTEXT, 3, 7);
        assertThat(decoded.each()).hasSize(3);
        assertThat(Generations.of(RunFolder.open(folder.resolve("vae")), CONTEXT, 3, 8))
                .isNotEqualTo(decoded);

        Document mlp = SampleProjects.document("mnist-mlp");
        train(mlp.with(mlp.plan().withEpochs(1).withSplit(new TrainingPlan.Split(0.9, 0.05))), "mlp", false);
        assertThatThrownBy(() -> Generations.of(RunFolder.open(folder.resolve("mlp")), CONTEXT, 3, 7))
                .isInstanceOf(DataException.class)
                .hasMessage(
                        "This network makes no pictures of random codes. Choose a run of a generative adversarial network or of a variational autoencoder.");
    }

    /** As the inception score does, with a network that knows digits in the place of Inception (Salimans et al., 2016). */
    @Test
    @Tag("slow")
    void digits_are_recognized_by_a_network_that_knows_real_ones() throws TrainingException, IOException {
        train(sample(), "gan", false);
        train(SampleProjects.document("mnist-cnn"), "judge", false);
        List<Example.Picture> made = Generations.of(RunFolder.open(folder.resolve("gan")), CONTEXT, 300, 1)
                .each();
        int[] counts = new int[10];
        double confidence = 0;
        float[] answers = judged(RunFolder.open(folder.resolve("judge")), made);
        for (int i = 0; i < made.size(); i++) {
            int best = 0;
            for (int c = 1; c < counts.length; c++) {
                best = answers[i * counts.length + c] > answers[i * counts.length + best] ? c : best;
            }
            counts[best]++;
            confidence += answers[i * counts.length + best];
        }
        String found = "confidence %.3f, pictures of each digit %s"
                .formatted(confidence / made.size(), Arrays.toString(counts));
        assertThat(confidence / made.size()).as(found).isGreaterThan(0.8);
        assertThat(Arrays.stream(counts)
                        .filter(count -> count > 0.02 * made.size())
                        .count())
                .as(found)
                .isGreaterThanOrEqualTo(8);
    }

    /** What a trained classifier makes of pictures, ten numbers for each. */
    private static float[] judged(RunFolder run, List<Example.Picture> pictures) throws IOException {
        Document document = run.document();
        Network network = NodeLibrary.CATALOG.lower(document, Inference.of(document.graph(), NodeLibrary.CATALOG));
        FastGraph net = new FastGraph((ComputationGraphConfiguration) Evaluator.evaluate(network.configuration()));
        net.init();
        Weights.load(net, run.weights());
        INDArray all = Nd4j.create(DataType.FLOAT, pictures.size(), 1, 28, 28);
        for (int i = 0; i < pictures.size(); i++) {
            all.slice(i).assign(Nd4j.create(pictures.get(i).pixels(), new long[] {1, 28, 28}, 'c'));
        }
        return net.output(all)[0].dup('c').data().asFloat();
    }
}
