package io.layerloom.samples;

import static org.assertj.core.api.Assertions.assertThat;

import io.layerloom.engine.Examination;
import io.layerloom.engine.RunEvent;
import io.layerloom.engine.RunFolder;
import io.layerloom.engine.TrainingException;
import io.layerloom.engine.kit.DataException;
import io.layerloom.graph.Document;
import io.layerloom.graph.Edits;
import io.layerloom.graph.Inference;
import io.layerloom.graph.Node;
import io.layerloom.graph.Objective;
import io.layerloom.graph.Problem;
import io.layerloom.graph.Remedy;
import io.layerloom.graph.TrainingPlan;
import io.layerloom.graph.Values;
import io.layerloom.graph.Wire;
import io.layerloom.nodes.NodeLibrary;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Telling whether two examples are of the same class: what is wrong with stacks that do not come out even, how it is mended, training, going on after a stop, and measuring. */
class ComparisonTest extends PlanFixture {

    private static final Document TWINS = SampleProjects.document("mnist-siamese");

    private static Node named(Document document, String name) {
        return document.graph().named(name).orElseThrow();
    }

    private static Document changed(String node, String key, Object value) {
        Map<String, Object> values = new HashMap<>(named(TWINS, node).values().plain());
        values.put(key, value);
        return TWINS.with(TWINS.graph().with(named(TWINS, node).with(new Values(values))));
    }

    private static Document without(String... names) {
        return Edits.remove(List.of(names).stream()
                        .map(name -> named(TWINS, name).id())
                        .toList())
                .apply(TWINS);
    }

    private static Document wired(Document document, String from, String to, int port) {
        return document.with(document.graph()
                .with(new Wire(named(document, from).id(), named(document, to).id(), port)));
    }

    private static List<String> messages(Document document) throws DataException {
        return problems(document).stream().map(Problem::message).toList();
    }

    @Test
    void one_of_three_cannot_be_taken_from_two_and_one_click_mends_it() throws DataException {
        Document three = changed("second_code", "stacked", 3);
        List<Problem> problems = problems(three);
        assertThat(problems)
                .extracting(Problem::message)
                .containsExactly("\"second_code\" takes one of 3 stacked inputs, but 2 are stacked.");
        Remedy remedy = remedies(three, problems.get(0)).get(0);
        assertThat(problems(remedy.edit().apply(three))).isEmpty();
    }

    @Test
    void a_third_of_two_does_not_exist() throws DataException {
        assertThat(messages(changed("second_code", "which", 3)))
                .contains("There is no input 3 among 2 that are stacked. Take one that is, or stack more.");
    }

    @Test
    void what_is_taken_apart_was_stacked_and_what_is_stacked_is_taken_apart() throws DataException {
        Document bare = wired(without("twins"), "first", "conv1", 0);
        assertThat(messages(bare))
                .contains(
                        "\"first_code\" takes one of 2 stacked inputs, but none are stacked before it. Put a Stack before the layers that they are to share, or delete it.");
        Document open = wired(without("first_code", "second_code", "difference"), "code", "same", 0);
        assertThat(messages(open))
                .contains(
                        "\"same\" gets 2 stacked inputs for each example, but wants one. Put an Unstack for each of them before it.");
        Remedy apart = remedies(open, problems(open).get(0)).get(0);
        assertThat(apart.label()).isEqualTo("Insert Unstack");
        assertThat(problems(apart.edit().apply(open))).isEmpty();
        Document mixed = wired(wired(without("second_code", "difference"), "code", "same", 0), "code", "same", 0);
        assertThat(messages(mixed)).anyMatch(message -> message.contains("Put an Unstack"));
    }

    @Test
    void twins_cost_twice_what_they_hold_once() {
        Inference inference = Inference.of(TWINS.graph(), NodeLibrary.CATALOG);
        long code = inference.report(named(TWINS, "code").id()).multiplyAdds();
        assertThat(code).isEqualTo(2 * 512 * 64);
        assertThat(inference.parameters()).isEqualTo(46_145);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "SAME_CLASS")
    void whatever_else_it_is_to_learn_one_click_leads_back_to_pairs(Objective objective) throws DataException {
        Document other = TWINS.with(TWINS.plan().withObjective(objective));
        List<Problem> problems = problems(other);

        assertThat(problems).isNotEmpty();
        assertThat(problems.stream().flatMap(problem -> {
                    try {
                        return remedies(other, problem).stream();
                    } catch (DataException e) {
                        throw new AssertionError(e);
                    }
                }))
                .extracting(Remedy::label)
                .contains("Learn: Whether two examples are of the same class");
    }

    @Test
    void only_examples_of_classes_can_be_compared() throws DataException {
        Document dates = SampleProjects.document("dates-seq2seq");
        assertThat(messages(dates.with(dates.plan().withObjective(Objective.SAME_CLASS))))
                .contains(
                        "Dates as people write them holds pairs of texts. Let the network learn the next token of the target.");
        Document fables = SampleProjects.document("gpt-chars");
        assertThat(messages(fables.with(fables.plan().withObjective(Objective.SAME_CLASS))))
                .contains(
                        "Only examples of classes can be compared, but Little fables has no two classes. Let the network learn something else, or choose data with classes.");
    }

    @Test
    void the_names_of_what_two_can_be_are_those_of_the_data() throws DataException {
        assertThat(Objective.SAME_CLASS.of(schema(TWINS)).labels())
                .isEqualTo(new io.layerloom.graph.Labels.Classes(List.of("different", "same")));
    }

    @Test
    void going_on_gives_the_same_weights_and_measuring_again_the_same_figures() throws TrainingException, IOException {
        RunEvent.Finished whole = train(brief(2), "whole", false);
        train(brief(1), "parts", false);
        RunEvent.Finished parts = train(brief(2), "parts", true);

        assertThat(parts.paramsSha256()).isEqualTo(whole.paramsSha256());
        assertThat(whole.test().classes()).isEqualTo(Objective.SAMENESS);
        assertThat(whole.test().accuracy()).isBetween(0.4, 1.0);
        RunFolder run = RunFolder.open(folder.resolve("parts"));
        assertThat(Examination.of(run, CONTEXT)).isEqualTo(whole.test());
    }

    /** Few digits and a narrow network, so that this takes little time. */
    private static Document brief(int epochs) {
        Document few = changed("conv2", "filters", 4);
        return few.with(few.plan()
                .withData(SampleProjects.sample("mnist_high"))
                .withSplit(new TrainingPlan.Split(0.2, 0))
                .withEpochs(epochs));
    }
}
