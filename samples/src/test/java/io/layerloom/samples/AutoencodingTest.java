package io.layerloom.samples;

import static org.assertj.core.api.Assertions.assertThat;

import io.layerloom.engine.DataSources;
import io.layerloom.engine.RunEvent;
import io.layerloom.engine.RunFolder;
import io.layerloom.engine.TrainingException;
import io.layerloom.engine.kit.DataException;
import io.layerloom.graph.Component;
import io.layerloom.graph.DataSchema;
import io.layerloom.graph.Document;
import io.layerloom.graph.Labels;
import io.layerloom.graph.Node;
import io.layerloom.graph.Objective;
import io.layerloom.graph.Problem;
import io.layerloom.graph.Remedy;
import io.layerloom.graph.TrainingPlan;
import io.layerloom.graph.Values;
import io.layerloom.nodes.NodeLibrary;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Learning the input itself: what is refused and how it is mended, data without labels, noise, going on after a stop. */
class AutoencodingTest extends PlanFixture {

    @Test
    void a_network_for_classes_is_mended_by_one_click() throws DataException {
        Document document = aimed("mnist-mlp");

        Problem problem = problems(document).get(0);
        assertThat(problem.message())
                .isEqualTo(
                        "Sparse categorical cross-entropy tells classes apart, but the output is to give back its input.");
        assertThat(remedies(document, problem))
                .extracting(Remedy::label)
                .contains("Use 784 units, sigmoid and binary cross-entropy", "Use 784 units and mean squared error");
        assertThat(remedies(document, problem))
                .allSatisfy(remedy ->
                        assertThat(problems(remedy.edit().apply(document))).isEmpty());
    }

    @Test
    void a_classifier_with_a_unit_too_few_is_not_turned_into_an_autoencoder() throws DataException {
        Document narrow = with(SampleProjects.document("mnist-mlp"), "digit", "units", 5);

        assertThat(remedies(narrow, problems(narrow).get(0)))
                .extracting(Remedy::label)
                .contains("Use 10 units")
                .noneMatch(label -> label.startsWith("Learn: The input itself"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"mnist-autoencoder", "mnist-vae"})
    void what_an_autoencoder_cannot_learn_by_labels_is_mended_by_learning_the_input_itself(String sample)
            throws DataException {
        Document document = SampleProjects.document(sample);
        Document supervised = document.with(document.plan().withObjective(Objective.SUPERVISED));

        Problem problem = problems(supervised).get(0);
        List<Remedy> remedies = remedies(supervised, problem);
        assertThat(remedies)
                .extracting(Remedy::label)
                .contains("Learn: The input itself")
                .noneMatch(label -> label.contains("Flatten"));
        assertThat(remedies)
                .allSatisfy(remedy ->
                        assertThat(problems(remedy.edit().apply(supervised))).isEmpty());
    }

    @Test
    void as_many_numbers_must_come_out_as_went_in() throws DataException {
        Document narrow = with(SampleProjects.document("mnist-autoencoder"), "image_again", "units", 700);

        Problem problem = problems(narrow).get(0);
        assertThat(problem.message())
                .isEqualTo(
                        "The output is to give back an image of 28×28×1, which are 784 numbers, but it has 700 units.");
        Remedy remedy = remedies(narrow, problem).get(0);
        assertThat(remedy.label()).isEqualTo("Use 784 units");
        assertThat(problems(remedy.edit().apply(narrow))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "binary_crossentropy | sigmoid | Binary cross-entropy compares numbers between 0 and 1",
                "poisson | softplus | Poisson cannot compare numbers below zero",
                "mean_squared_error | relu | The columns of a table are standardised and lie around zero, but ReLU does not reach",
                "cosine_distance | linear | Cosine distance compares directions alone",
            })
    void a_table_wants_a_loss_and_an_activation_that_reach_its_numbers(String loss, String activation, String sentence)
            throws DataException {
        Document table = with(
                with(with(aimed("iris-mlp"), "species", "units", 4), "species", "loss", loss),
                "species",
                "activation",
                activation);

        Problem problem = problems(table).get(0);
        assertThat(problem.message()).startsWith(sentence);
        Remedy remedy = remedies(table, problem).get(0);
        assertThat(problems(remedy.edit().apply(table))).isEmpty();
    }

    @Test
    void texts_cannot_be_given_back() throws DataException {
        assertThat(problems(aimed("text-lstm")).get(0).message())
                .startsWith("Only numbers can be given back, but an example of Feeling of Chinese sentences is");
    }

    @ParameterizedTest
    @ValueSource(strings = {"mnist-autoencoder", "mnist-vae"})
    void going_on_gives_the_same_weights_and_pictures_are_shown_after_each_epoch(String sample)
            throws TrainingException, IOException {
        RunEvent.Finished whole = train(brief(sample, 2), "whole", false);
        train(brief(sample, 1), "parts", false);
        RunEvent.Finished parts = train(brief(sample, 2), "parts", true);

        assertThat(parts.paramsSha256()).isEqualTo(whole.paramsSha256());
        assertThat(parts.test()).isEqualTo(whole.test());
        assertThat(whole.test().reconstruction()).isTrue();
        assertThat(whole.test().accuracy()).isNaN();
        assertThat(whole.test().mse()).isBetween(0.001, 0.1);
        assertThat(shown("parts")).isEqualTo(shown("whole")).hasSize(2).allSatisfy(event -> {
            assertThat(event.originals().each()).hasSize(10);
            assertThat(event.copies().each()).hasSize(10);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"gaussian_noise", "dropout"})
    void noise_behind_the_input_makes_a_network_that_denoises(String noise) throws TrainingException, IOException {
        Map<String, Object> strength = noise.equals("dropout") ? Map.of("rate", 0.3) : Map.of("deviation", 0.3);
        Document noisy = new ProjectDraft(NodeLibrary.CATALOG)
                .add(0, 0, "input", "image", Map.of())
                .add(1, 0, noise, "noise", strength, "image")
                .add(2, 0, "flatten", "flatten", Map.of(), "noise")
                .add(3, 0, "dense", "code", Map.of("units", 64), "flatten")
                .add(4, 0, "output", "clean", SampleProjects.PIXELS, "code")
                .trained(0.003, brief(4).plan());
        RunEvent.Finished finished = train(noisy, "noisy", false);

        // The labels are the clean pictures: predicting their mean would leave an error of 0.067.
        assertThat(finished.test().mse()).isLessThan(0.04);
        // The originals that are shown are those of the data, not what the noise made of them.
        assertThat(shown("noisy").get(0).originals())
                .isEqualTo(shown("noisy").get(3).originals());
    }

    @Test
    void a_code_that_is_drawn_adds_its_divergence_to_the_loss() throws TrainingException, IOException {
        Document document = brief("mnist-vae", 6);
        RunEvent.Finished counted = train(document, "counted", false);
        RunEvent.Finished free = train(with(document, "code", "beta", 0.0), "free", false);
        RunEvent.Finished pressed = train(with(document, "code", "beta", 100.0), "pressed", false);

        assertThat(counted.test().loss()).isGreaterThan(free.test().loss());
        // All codes are pressed to the same one, so that nothing can be given back but the mean of all pictures.
        assertThat(pressed.test().mse()).isGreaterThan(1.1 * counted.test().mse());
        assertThat(counted.test().mse()).isGreaterThan(free.test().mse());
    }

    @Test
    void images_without_labels_can_be_learned_by_nothing_but_themselves() throws IOException, TrainingException {
        Component data = images();
        DataSchema schema = DataSources.schema(data, SampleData::open);
        assertThat(schema.labels()).isEqualTo(new Labels.None());
        Document unlabelled = brief(1);
        assertThat(problems(unlabelled)).isEmpty();
        assertThat(problems(unlabelled.with(unlabelled.plan().withObjective(Objective.SUPERVISED)))
                        .get(0)
                        .message())
                .isEqualTo("images has no labels to learn. Let the network learn something else from it.");

        assertThat(train(unlabelled, "run", false).test().reconstruction()).isTrue();
    }

    @Test
    void a_table_without_a_target_can_be_learned_by_nothing_but_itself() throws IOException, TrainingException {
        Path file = folder.resolve("points.csv");
        StringBuilder rows = new StringBuilder("a,b,c\n");
        for (int i = 0; i < 60; i++) {
            rows.append(i).append(',').append(2 * i).append(',').append(60 - i).append('\n');
        }
        Files.writeString(file, rows);
        Component data = DataSources.guess(file);
        Component whole = data.with(new Values(Map.of("file", file.toString(), "task", "none")));
        assertThat(DataSources.schema(whole, SampleData::open).labels()).isEqualTo(new Labels.None());
        Document document = new ProjectDraft(NodeLibrary.CATALOG)
                .add(0, 0, "input", "row", Map.of("kind", "vector", "size", 3))
                .add(1, 0, "dense", "code", Map.of("units", 1, "activation", "linear"), "row")
                .add(
                        2,
                        0,
                        "output",
                        "row_again",
                        Map.of("units", 3, "activation", "linear", "loss", "mean_squared_error"),
                        "code")
                .trainedOn(
                        whole,
                        0.02,
                        SampleProjects.plan(60, 8, new TrainingPlan.Split(0.1, 0.2))
                                .withObjective(Objective.AUTOENCODING));
        assertThat(problems(document)).isEmpty();

        // The three columns lie on a line, so one number says everything.
        assertThat(train(document, "run", false).test().mse()).isLessThan(0.01);
    }

    private static Document aimed(String sample) {
        Document document = SampleProjects.document(sample);
        return document.with(document.plan().withObjective(Objective.AUTOENCODING));
    }

    private static Document with(Document document, String layer, String setting, Object value) {
        Node node = document.graph().named(layer).orElseThrow();
        Map<String, Object> values = new java.util.HashMap<>(node.values().plain());
        values.put(setting, value);
        return document.with(document.graph().with(node.with(new Values(values))));
    }

    /** A folder with few images and no labels. */
    private Component images() throws IOException {
        Path images = folder.resolve("images");
        if (Files.notExists(images)) {
            Files.createDirectory(images);
            try (InputStream in = SampleData.open("mnist", "t10k-images-idx3-ubyte.gz")) {
                Files.copy(in, images.resolve("train-images-idx3-ubyte.gz"));
            }
        }
        return DataSources.guess(images);
    }

    private Document brief(int epochs) throws IOException {
        return brief("mnist-autoencoder", epochs);
    }

    private Document brief(String sample, int epochs) throws IOException {
        Document document = SampleProjects.document(sample);
        return document.with(
                document.plan().withData(images()).withEpochs(epochs).withSplit(new TrainingPlan.Split(0.1, 0.1)));
    }

    private List<RunEvent.Reconstructed> shown(String run) throws IOException {
        return RunFolder.open(folder.resolve(run)).metrics().stream()
                .filter(RunEvent.Reconstructed.class::isInstance)
                .map(RunEvent.Reconstructed.class::cast)
                .toList();
    }
}
