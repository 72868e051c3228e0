package io.layerloom.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.layerloom.engine.DataSources;
import io.layerloom.engine.Dataset;
import io.layerloom.engine.Examination;
import io.layerloom.engine.Example;
import io.layerloom.engine.Mask;
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
import io.layerloom.graph.Shape;
import io.layerloom.graph.TrainingPlan;
import io.layerloom.graph.Values;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Telling pixels apart: the data with their masks, what is refused and how it is mended, training, going on after a stop, and measuring. */
class SegmentationTest extends PlanFixture {

    private static final List<String> CLASSES = List.of("background", "circle", "square", "triangle");

    @Test
    void the_data_show_pictures_with_masks_and_count_the_pictures_of_each_class() throws DataException {
        Dataset data = open(sample());
        assertThat(data.schema().labels()).isEqualTo(new Labels.Mask(CLASSES, 64, 64));
        assertThat(data.classCounts()).hasSize(4).startsWith(1500).allMatch(count -> count > 500);
        Example.Masked shown = (Example.Masked) data.heldBack(1).get(0).content();
        assertThat(shown.picture().pixels()).hasSize(3 * 64 * 64);
        assertThat(shown.mask().height()).isEqualTo(64);
        assertThat(shown.mask().at(0, 0)).isBetween(0, 3);
    }

    @Test
    void one_needs_as_many_channels_as_classes() throws DataException {
        Document narrow = changed(sample(), "conv13", "filters", 3);
        Problem problem = problems(narrow).get(0);
        assertThat(problem.message()).isEqualTo("The masks have 4 classes, but 3 channels come in.");
        Remedy remedy = remedies(narrow, problem).get(0);
        assertThat(remedy.label()).isEqualTo("Change conv13: Filters 4");
        assertThat(problems(remedy.edit().apply(narrow))).isEmpty();

        assertThat(problems(changed(sample(), "conv13", "filters", 1)).get(0).message())
                .isEqualTo("The masks have 4 classes, but 1 channel comes in, which tells 2 apart.");
    }

    @Test
    void what_loses_its_border_is_mended_all_at_once() throws DataException {
        Document valid = changed(changed(sample(), "conv11", "padding", "valid"), "conv12", "padding", "valid");
        Problem problem = problems(valid).get(0);
        assertThat(problem.message()).startsWith("The output has 60×60 pixels, but the masks have 64×64.");
        Remedy remedy = remedies(valid, problem).get(0);
        assertThat(remedy.label()).isEqualTo("Use padding Same in conv11, conv12");
        assertThat(problems(remedy.edit().apply(valid))).isEmpty();
    }

    @Test
    void masks_are_no_labels_and_labels_no_masks() throws DataException {
        Document supervised = sample().with(sample().plan().withObjective(Objective.SUPERVISED));
        Problem problem = problems(supervised).get(0);
        assertThat(problem.message()).startsWith("Shapes with masks has a mask for each picture instead of labels.");
        assertThat(remedies(supervised, problem)).extracting(Remedy::label).contains("Learn: Masks of the data");

        Document digits = SampleProjects.document("mnist-mlp");
        Document segmenting = digits.with(digits.plan().withObjective(Objective.SEGMENTATION));
        assertThat(problems(segmenting).get(0).message()).startsWith("MNIST digits has no masks");
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "SEGMENTATION")
    void whatever_else_it_is_to_learn_one_click_leads_back_to_masks(Objective objective) throws DataException {
        Document other = sample().with(sample().plan().withObjective(objective));
        assertThat(problems(other)).isNotEmpty();
        for (Problem problem : problems(other)) {
            assertThat(remedies(other, problem))
                    .extracting(Remedy::label)
                    .as(problem.message())
                    .contains("Learn: Masks of the data");
        }
    }

    @Test
    void other_outputs_cannot_learn_masks_nor_an_output_per_pixel_anything_else() throws DataException {
        Document digits = SampleProjects.document("mnist-mlp");
        assertThat(problems(digits.with(sample().plan())))
                .extracting(Problem::message)
                .anyMatch(message -> message.endsWith("End the network with an Output per pixel."));
        assertThat(problems(sample().with(digits.plan())))
                .extracting(Problem::message)
                .anyMatch(message -> message.startsWith("An Output per pixel learns masks"));
        assertThat(problems(sample().with(SampleProjects.document("shapes-yolo").plan())))
                .extracting(Problem::message)
                .anyMatch(message -> message.startsWith("An Output per pixel learns masks"));
        assertThat(problems(SampleProjects.document("shapes-yolo").with(sample().plan())))
                .extracting(Problem::message)
                .anyMatch(message -> message.startsWith("A YOLO output learns boxes"));
    }

    @Test
    void going_on_gives_the_same_weights_and_measuring_again_the_same_figures() throws TrainingException, IOException {
        RunEvent.Finished whole = train(brief(2), "whole", false);
        train(brief(1), "parts", false);
        RunEvent.Finished parts = train(brief(2), "parts", true);

        assertThat(parts.paramsSha256()).isEqualTo(whole.paramsSha256());
        assertThat(whole.test().isSegmenting()).isTrue();
        assertThat(whole.test().meanIou()).isBetween(0.1, 1.0);
        assertThat(whole.test().accuracy()).isBetween(0.5, 1.0);
        assertThat(whole.test().segmentation()).hasSize(4).allMatch(score -> score.pixels() > 100);
        RunFolder run = RunFolder.open(folder.resolve("parts"));
        assertThat(run.provenance().fallback()).isEmpty();
        assertThat(run.evaluation()).contains(whole.test());
        assertThat(Examination.of(run, CONTEXT)).isEqualTo(whole.test());
        List<RunEvent.EpochEnd> epochs = run.metrics().stream()
                .filter(RunEvent.EpochEnd.class::isInstance)
                .map(RunEvent.EpochEnd.class::cast)
                .toList();
        assertThat(epochs).hasSize(2);
        assertThat(run.metrics())
                .filteredOn(RunEvent.Scored.class::isInstance)
                .hasSize(2)
                .allMatch(event -> ((RunEvent.Scored) event).value() > 0.05);
        assertThat(epochs.get(1).trainLoss()).isLessThan(epochs.get(0).trainLoss());
        assertThat(epochs).allMatch(end -> end.trainAccuracy() > 0.1 && end.validationAccuracy() > 0.3);
    }

    /** Light on the left, dark on the right, with a stripe of which nobody says what it is: learned with one channel, and with two. */
    @Test
    void a_folder_of_ones_own_is_learned_and_what_is_left_out_counts_nowhere() throws IOException, TrainingException {
        Path own = folder.resolve("own");
        Files.createDirectories(own.resolve("images"));
        Files.createDirectories(own.resolve("masks"));
        for (int at = 0; at < 12; at++) {
            halves(own, at);
        }
        Component data = DataSources.guess(own);
        assertThat(data.type()).isEqualTo("masks");
        Map<String, Object> values = new HashMap<>(data.values().plain());
        values.put("side", 16);
        TrainingPlan plan = TrainingPlan.INITIAL
                .withData(data.with(new Values(values)))
                .withObjective(Objective.SEGMENTATION)
                .withSplit(new TrainingPlan.Split(0, 0.3))
                .withBatchSize(4)
                .withEpochs(60);
        for (int channels = 1; channels <= 2; channels++) {
            NetworkDraft net = new NetworkDraft();
            net.input(16, 16, 3);
            net.conv(channels, 1, NetworkDraft.Conv.SAME.activation("linear"));
            net.add("pixel_output", "mask", Map.of());
            Document document = net.trainedOn(plan.data().orElseThrow(), 0.1, plan);
            assertThat(problems(document)).isEmpty();
            RunEvent.Finished finished = train(document, "own" + channels, false);
            assertThat(finished.test().meanIou()).isGreaterThan(0.95);
            long counted = finished.test().segmentation().stream()
                    .mapToLong(score -> score.pixels())
                    .sum();
            assertThat(counted).isEqualTo(finished.test().examples() * 16 * 14);
            RunFolder run = RunFolder.open(folder.resolve("own" + channels));
            assertThat(run.classes()).containsExactly("background", "1");
        }
    }

    @Test
    void a_network_that_gives_too_few_pixels_is_not_trained() throws IOException {
        Document valid = changed(sample(), "conv12", "padding", "valid");
        assertThatThrownBy(() -> train(valid.with(brief(1).plan()), "misfit", false))
                .isInstanceOf(TrainingException.class)
                .hasMessageContaining("62×62×4")
                .hasMessageContaining("masks of 64×64 pixels with 4 classes");
    }

    @Test
    void what_a_worker_answers_is_read_as_a_mask() {
        Mask taken = Mask.of(1, 4, new float[] {0, 1, 1, 0});
        Mask really = Mask.of(1, 4, new float[] {0, 1, 0, Mask.LEFT_OUT});
        assertThat(taken.at(0, 1)).isEqualTo(1);
        assertThat(really.meanIou(taken, 2)).isEqualTo(0.5);
        assertThat(really.meanIou(really, 2)).isEqualTo(1);
        assertThatThrownBy(() -> Mask.of(2, 3, new float[5])).hasMessageContaining("2×3");
    }

    @Test
    void the_unet_of_the_paper_gives_two_classes_at_each_pixel() {
        Document unet = SampleProjects.document("unet");
        assertThat(unet.graph().nodes().values()).extracting(Node::type).contains("pixel_output");
    }

    private static Dataset open(Document document) throws DataException {
        return DataSources.open(
                document.plan().data().orElseThrow(),
                document.plan().split(),
                document.plan().seed(),
                SampleData::open);
    }

    private static void halves(Path folder, int at) throws IOException {
        BufferedImage picture = new BufferedImage(16, 16, BufferedImage.TYPE_INT_RGB);
        BufferedImage mask = new BufferedImage(16, 16, BufferedImage.TYPE_BYTE_GRAY);
        int border = 4 + at % 8;
        for (int x = 0; x < 16; x++) {
            for (int y = 0; y < 16; y++) {
                int level = x < border ? 200 + (5 * x + y) % 50 : (3 * x + 7 * y) % 60;
                picture.setRGB(x, y, level << 16 | level << 8 | level);
                boolean unknown = x == border || x == border - 1;
                mask.getRaster().setSample(x, y, 0, unknown ? 255 : x < border ? 1 : 0);
            }
        }
        ImageIO.write(
                picture, "png", folder.resolve("images/%02d.png".formatted(at)).toFile());
        ImageIO.write(
                mask, "png", folder.resolve("masks/%02d.png".formatted(at)).toFile());
    }

    private static Document sample() {
        return SampleProjects.document("shapes-unet");
    }

    private static Document changed(Document document, String name, String key, Object value) {
        Node node = document.graph().named(name).orElseThrow();
        Map<String, Object> values = new HashMap<>(node.values().plain());
        values.put(key, value);
        return document.with(document.graph().with(node.with(new Values(values))));
    }

    /** A narrow network, so that this takes little time. */
    private static Document brief(int epochs) {
        Document document = sample();
        for (int layer = 1; layer <= 12; layer++) {
            document = changed(document, "conv" + layer, "filters", 6);
        }
        return document.with(document.plan().withEpochs(epochs).withSplit(new TrainingPlan.Split(0.5, 0.8)));
    }

    /** The schema is that of the data. */
    @Test
    void the_schema_is_known_without_drawing_the_pictures() throws DataException {
        DataSchema schema = schema(sample());
        assertThat(schema.features()).isEqualTo(new Shape.Image(64, 64, 3));
        assertThat(schema.examples()).isEqualTo(1500);
    }
}
