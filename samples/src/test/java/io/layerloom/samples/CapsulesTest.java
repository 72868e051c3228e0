package io.layerloom.samples;

import static org.assertj.core.api.Assertions.assertThat;

import io.layerloom.engine.kit.DataException;
import io.layerloom.graph.Document;
import io.layerloom.graph.Edits;
import io.layerloom.graph.Node;
import io.layerloom.graph.Problem;
import io.layerloom.graph.Remedy;
import io.layerloom.graph.Values;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How a network of capsules ends, and what leads there. */
class CapsulesTest extends PlanFixture {

    private final Document capsules = SampleProjects.document("mnist-capsules");

    private static Document set(Document document, String layer, String setting, Object value) {
        Node node = document.graph().named(layer).orElseThrow();
        Map<String, Object> values = new HashMap<>(node.values().plain());
        values.put(setting, value);
        return document.with(document.graph().with(node.with(new Values(values))));
    }

    @Test
    void what_ends_best_behind_the_strengths_is_offered_first() throws DataException {
        Document open = Edits.remove(
                        List.of(capsules.graph().named("digit1").orElseThrow().id()))
                .apply(capsules);
        Remedy first = remedies(open, problem(open, Problem.Cause.NO_OUTPUT)).get(0);
        assertThat(first.label()).isEqualTo("Add Output without weights and use Margin");
        assertThat(problems(first.edit().apply(open))).isEmpty();
    }

    @Test
    void a_capsule_for_each_class_is_one_click_away() throws DataException {
        Document many = set(capsules, "digits1", "capsules", 12);
        Problem problem = problem(many, Problem.Cause.LABELS);
        assertThat(problem.message()).isEqualTo("The data has 10 classes, but the output has 12 units.");
        Remedy first = remedies(many, problem).get(0);
        assertThat(first.label()).isEqualTo("Change digits1: Capsules 10");
        assertThat(problems(first.edit().apply(many))).isEmpty();
    }

    @Test
    void softmax_on_strengths_is_warned_of() throws DataException {
        Document soft = set(
                set(capsules, "digit1", "activation", "softmax"), "digit1", "loss", "sparse_categorical_crossentropy");
        Problem problem = problem(soft, Problem.Cause.LABELS);
        assertThat(problem.isError()).isFalse();
        assertThat(problem.message()).startsWith("The strengths of capsules lie between 0 and 1");
        Remedy first = remedies(soft, problem).get(0);
        assertThat(first.label()).isEqualTo("Use Margin");
        assertThat(problems(first.edit().apply(soft))).isEmpty();
        assertThat(problems(capsules)).isEmpty();
    }

    private static Problem problem(Document document, Problem.Cause cause) throws DataException {
        return problems(document).stream()
                .filter(found -> found.cause() == cause)
                .findFirst()
                .orElseThrow();
    }
}
