package io.layerloom.samples;

import static org.assertj.core.api.Assertions.assertThat;

import io.layerloom.engine.DataSources;
import io.layerloom.engine.Dataset;
import io.layerloom.engine.Examination;
import io.layerloom.engine.Example;
import io.layerloom.engine.Found;
import io.layerloom.engine.RunEvent;
import io.layerloom.engine.RunFolder;
import io.layerloom.engine.TrainingException;
import io.layerloom.engine.kit.DataException;
import io.layerloom.graph.Document;
import io.layerloom.graph.Labels;
import io.layerloom.graph.Node;
import io.layerloom.graph.Objective;
import io.layerloom.graph.Problem;
import io.layerloom.graph.Remedy;
import io.layerloom.graph.TrainingPlan;
import io.layerloom.graph.Values;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Finding objects: the data with their boxes, what is refused and how it is mended, training, going on after a stop, and measuring. */
class DetectionTest extends PlanFixture {

    @Test
    void the_data_show_pictures_with_boxes_and_count_the_objects() throws DataException {
        Document document = SampleProjects.document("shapes-yolo");
        Dataset data = DataSources.open(
                document.plan().data().orElseThrow(),
                document.plan().split(),
                document.plan().seed(),
                SampleData::open);

        assertThat(data.schema().labels()).isEqualTo(new Labels.Boxes(List.of("circle", "square", "triangle")));
        assertThat(data.classCounts()).hasSize(3).allMatch(count -> count > 1000);
        Example.Scene scene = (Example.Scene) data.heldBack(1).get(0).content();
        assertThat(scene.picture().pixels()).hasSize(3 * 64 * 64);
        assertThat(scene.objects()).isNotEmpty().allMatch(object -> object.confidence() == 1);
        assertThat(data.heldBack(1000)).hasSize(data.validationSize());
    }

    @Test
    void too_few_filters_are_mended_in_the_layer_before() throws DataException {
        Document narrow = changed("conv5", "filters", 20);

        Problem problem = problems(narrow).get(0);
        assertThat(problem.message())
                .isEqualTo("3 anchors and 3 classes need 3 · (5 + 3) = 24 channels, but 20 come in.");
        Remedy remedy = remedies(narrow, problem).get(0);
        assertThat(remedy.label()).isEqualTo("Change conv5: Filters 24");
        assertThat(problems(remedy.edit().apply(narrow))).isEmpty();
    }

    @Test
    void another_number_of_classes_is_mended_together_with_the_filters() throws DataException {
        Document document = SampleProjects.document("shapes-yolo");
        Document two = changed(changed(document, "conv5", "filters", 21), "shapes1", "classes", 2);

        Problem problem = problems(two).get(0);
        assertThat(problem.message()).isEqualTo("The data have 3 classes of objects, but the output tells 2 apart.");
        Remedy remedy = remedies(two, problem).get(0);
        assertThat(remedy.label()).isEqualTo("Tell 3 classes apart and let 24 channels come in");
        assertThat(problems(remedy.edit().apply(two))).isEmpty();
    }

    /** The last convolution of each of three ways, of which only the second is wrong. */
    @Test
    void too_few_filters_of_one_map_are_mended_in_the_layer_before_it() throws DataException {
        Document narrow = changed(SampleProjects.document("shapes-ssd"), "conv10", "filters", 20);

        Problem problem = problems(narrow).get(0);
        assertThat(problem.message())
                .isEqualTo(
                        "4 boxes in each cell and 3 classes need 4 · (1 + 3 + 4) = 32 channels, but wire 2 brings 20.");
        Remedy remedy = remedies(narrow, problem).get(0);
        assertThat(remedy.label()).isEqualTo("Change conv10: Filters 32");
        assertThat(problems(remedy.edit().apply(narrow))).isEmpty();
    }

    @Test
    void another_number_of_classes_is_mended_together_with_the_filters_of_every_map() throws DataException {
        Document two = changed(SampleProjects.document("shapes-ssd"), "shapes1", "classes", 2);
        for (int layer = 9; layer <= 11; layer++) {
            two = changed(two, "conv" + layer, "filters", 28);
        }

        Problem problem = problems(two).get(0);
        assertThat(problem.message()).isEqualTo("The data have 3 classes of objects, but the output tells 2 apart.");
        Remedy remedy = remedies(two, problem).get(0);
        assertThat(remedy.label()).startsWith("Tell 3 classes apart and let 32 channels come in by wire 1");
        assertThat(problems(remedy.edit().apply(two))).isEmpty();
    }

    @Test
    void ratios_for_another_number_of_maps_are_refused_and_written_for_each() throws DataException {
        Document wrong = changed(SampleProjects.document("shapes-ssd"), "shapes1", "ratios", "2; 3");

        Problem problem = problems(wrong).get(0);
        assertThat(problem.message()).startsWith("3 feature maps come in, but there are aspect ratios for 2.");
        Remedy remedy = remedies(wrong, problem).get(0);
        assertThat(remedy.label()).isEqualTo("Write ratios for 3 maps");
        assertThat(problems(remedy.edit().apply(wrong))).isEmpty();

        Document unreadable = changed(SampleProjects.document("shapes-ssd"), "shapes1", "ratios", "0.5");
        assertThat(problems(unreadable).get(0).message()).endsWith("such as 2; 2,3. Received: 0.5");
    }

    @Test
    void anchors_that_cannot_be_read_are_refused() throws DataException {
        Document wrong = changed("shapes1", "anchors", "1.5 by 2");

        Problem problem = problems(wrong).get(0);
        assertThat(problem.message()).endsWith("such as 1.5,1.5; 4,2. Received: 1.5 by 2");
        assertThat(remedies(wrong, problem)).extracting(Remedy::label).contains("Use 3 squares");
    }

    @Test
    void a_narrow_head_is_mended_by_its_units() throws DataException {
        Document two = changed(SampleProjects.document("shapes-rcnn"), "class_and_box1", "units", 7);
        Remedy remedy = remedies(two, problems(two).get(0)).get(0);
        assertThat(remedy.label()).isEqualTo("Change class_and_box1: Units 8");
        assertThat(problems(remedy.edit().apply(two))).isEmpty();

        Document both = changed(two, "shapes1", "classes", 2);
        assertThat(problems(both).get(0).message())
                .isEqualTo("The data have 3 classes of objects, but the output tells 2 apart.");
        Remedy together = remedies(both, problems(both).get(0)).get(0);
        assertThat(together.label()).isEqualTo("Tell 3 classes apart and let the head say 8 numbers of each region");
        assertThat(problems(together.edit().apply(both))).isEmpty();
    }

    @Test
    void both_stages_start_from_the_same_anchors() throws DataException {
        Document other = changed(SampleProjects.document("shapes-rcnn"), "shapes1", "anchors", "2,2; 3,3; 4,4");

        Problem problem = problems(other).get(0);
        assertThat(problem.message())
                .isEqualTo(
                        "Anchors of \"shapes1\" must be those of \"regions1\", 1.6,1.6; 2.5,2.5; 3.3,3.3. Received: 2,2; 3,3; 4,4");
        Remedy remedy = remedies(other, problem).get(0);
        assertThat(remedy.label()).isEqualTo("Use 1.6,1.6; 2.5,2.5; 3.3,3.3");
        assertThat(problems(remedy.edit().apply(other))).isEmpty();
    }

    @Test
    void boxes_are_no_labels_and_labels_no_boxes() throws DataException {
        Document document = SampleProjects.document("shapes-yolo");
        Document supervised = document.with(document.plan().withObjective(Objective.SUPERVISED));
        Problem problem = problems(supervised).get(0);
        assertThat(problem.message()).startsWith("Shapes with boxes has boxes around objects instead of labels.");
        assertThat(remedies(supervised, problem)).extracting(Remedy::label).contains("Learn: Boxes of the data");

        Document digits = SampleProjects.document("mnist-mlp");
        Document detecting = digits.with(digits.plan().withObjective(Objective.DETECTION));
        assertThat(problems(detecting).get(0).message()).startsWith("MNIST digits has no boxes around objects.");
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "DETECTION")
    void whatever_else_it_is_to_learn_one_click_leads_back_to_boxes(Objective objective) throws DataException {
        Document document = SampleProjects.document("shapes-yolo");
        Document other = document.with(document.plan().withObjective(objective));

        assertThat(problems(other)).isNotEmpty();
        for (Problem problem : problems(other)) {
            assertThat(remedies(other, problem))
                    .extracting(Remedy::label)
                    .as(problem.message())
                    .contains("Learn: Boxes of the data");
        }
    }

    @Test
    void an_output_of_classes_cannot_learn_boxes_nor_a_yolo_output_classes() throws DataException {
        Document digits = SampleProjects.document("mnist-mlp");
        Document shapes = SampleProjects.document("shapes-yolo");
        assertThat(problems(digits.with(shapes.plan())))
                .extracting(Problem::message)
                .anyMatch(message ->
                        message.endsWith("End the network with a YOLO output, an SSD output or a Regions output."));
        assertThat(problems(shapes.with(digits.plan())))
                .extracting(Problem::message)
                .anyMatch(message -> message.startsWith("A YOLO output learns boxes around objects."));
    }

    /** The head of a network of two stages has nothing to lose before regions meet objects, so its loss grows at first. */
    @ParameterizedTest
    @CsvSource({"shapes-yolo, true", "shapes-rcnn, false"})
    void going_on_gives_the_same_weights_and_measuring_again_the_same_figures(String id, boolean falls)
            throws TrainingException, IOException {
        RunEvent.Finished whole = train(brief(id, 2), "whole", false);
        train(brief(id, 1), "parts", false);
        RunEvent.Finished parts = train(brief(id, 2), "parts", true);

        assertThat(parts.paramsSha256()).isEqualTo(whole.paramsSha256());
        assertThat(whole.test().isDetecting()).isTrue();
        assertThat(whole.test().map50()).isBetween(0.0, 1.0);
        assertThat(whole.test().accuracy()).isNaN();
        RunFolder run = RunFolder.open(folder.resolve("parts"));
        assertThat(run.evaluation()).contains(whole.test());
        assertThat(Examination.of(run, CONTEXT)).isEqualTo(whole.test());
        assertThat(run.metrics())
                .filteredOn(RunEvent.Scored.class::isInstance)
                .extracting(event -> ((RunEvent.Scored) event).figure())
                .containsExactly(
                        RunEvent.Scored.Figure.MEAN_AVERAGE_PRECISION, RunEvent.Scored.Figure.MEAN_AVERAGE_PRECISION);
        assertThat(losses(run)).hasSize(2);
        if (falls) {
            assertThat(losses(run)).isSortedAccordingTo((one, other) -> Double.compare(other, one));
        }
    }

    @Test
    void what_a_worker_answers_is_read_as_objects() {
        List<Found> found = Found.of(new float[] {1, 0.5f, 0, 0, 0.5f, 0.5f, 2, 0.75f, 0.25f, 0.25f, 1, 1});
        assertThat(found).containsExactly(new Found(2, 0.75, 0.25, 0.25, 1, 1), new Found(1, 0.5, 0, 0, 0.5, 0.5));
        assertThat(Found.of(new float[0])).isEmpty();
    }

    private static List<Double> losses(RunFolder run) throws IOException {
        List<Double> all = new ArrayList<>();
        for (RunEvent event : run.metrics()) {
            if (event instanceof RunEvent.EpochEnd end) {
                all.add(end.trainLoss());
            }
        }
        return all;
    }

    private static Document changed(String node, String key, Object value) {
        return changed(SampleProjects.document("shapes-yolo"), node, key, value);
    }

    private static Document changed(Document document, String name, String key, Object value) {
        Node node = document.graph().named(name).orElseThrow();
        Map<String, Object> values = new HashMap<>(node.values().plain());
        values.put(key, value);
        return document.with(document.graph().with(node.with(new Values(values))));
    }

    /** A narrow network, so that this takes little time. */
    private static Document brief(String id, int epochs) {
        Document document = SampleProjects.document(id);
        for (int layer = 1; layer <= 4; layer++) {
            document = changed(document, "conv" + layer, "filters", 8);
        }
        return document.with(document.plan().withEpochs(epochs).withSplit(new TrainingPlan.Split(0.5, 0.8)));
    }
}
