package io.layerloom.samples;

import static org.assertj.core.api.Assertions.assertThat;

import io.layerloom.engine.Continuations;
import io.layerloom.engine.RunEvent;
import io.layerloom.engine.RunFolder;
import io.layerloom.engine.TrainingException;
import io.layerloom.engine.kit.DataException;
import io.layerloom.graph.Document;
import io.layerloom.graph.Node;
import io.layerloom.graph.Objective;
import io.layerloom.graph.Problem;
import io.layerloom.graph.Remedy;
import io.layerloom.graph.TrainingPlan;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Learning the next token: what is refused and how it is mended, going on after a stop, and writing. */
class NextTokenTest extends PlanFixture {

    @Test
    void a_block_that_looks_ahead_is_refused_and_can_be_made_causal() throws DataException {
        Document document = SampleProjects.document("gpt-chars");
        Node block = document.graph().named("block1").orElseThrow();
        Map<String, Object> seeing = new HashMap<>(block.values().plain());
        seeing.put("causal", false);
        Document looking = document.with(document.graph().with(block.with(new io.layerloom.graph.Values(seeing))));

        List<Problem> problems = problems(looking);
        assertThat(problems).hasSize(1);
        assertThat(problems.get(0).message())
                .isEqualTo(
                        "A block lets each step look at those behind it, so it would copy the next token instead of foretelling it.");
        Remedy remedy = remedies(looking, problems.get(0)).get(0);
        assertThat(remedy.label()).isEqualTo("Make it causal");
        assertThat(problems(remedy.edit().apply(looking))).isEmpty();
    }

    @Test
    void texts_without_labels_cannot_be_learned_by_labels() throws DataException {
        Document document = SampleProjects.document("gpt-chars");
        Document supervised = document.with(document.plan().withObjective(Objective.SUPERVISED));

        Problem problem = problems(supervised).get(0);
        assertThat(problem.message()).startsWith("Little fables has no labels to learn.");
        assertThat(remedies(supervised, problem)).extracting(Remedy::label).contains("Learn: The next token");
    }

    @Test
    void pictures_have_no_next_token() throws DataException {
        Document document = SampleProjects.document("mnist-mlp");
        Document wrong = document.with(document.plan().withObjective(Objective.NEXT_TOKEN));

        assertThat(problems(wrong))
                .singleElement()
                .extracting(Problem::message)
                .asString()
                .startsWith("Only texts have a next token, but an example of MNIST digits is an image of 28×28×1.");
    }

    @Test
    void going_on_gives_the_same_weights_and_something_is_written_after_each_epoch()
            throws TrainingException, IOException {
        Document brief = brief(2);
        RunEvent.Finished whole = train(brief, "whole", false);
        train(brief(1), "parts", false);
        RunEvent.Finished parts = train(brief, "parts", true);

        assertThat(parts.paramsSha256()).isEqualTo(whole.paramsSha256());
        assertThat(whole.test().perplexity()).isBetween(1.0, 40.0);
        RunFolder run = RunFolder.open(folder.resolve("parts"));
        assertThat(written(run))
                .isEqualTo(written(RunFolder.open(folder.resolve("whole"))))
                .hasSize(2);
        String text = Continuations.of(run, CONTEXT, "A fox", 20, 0.7, 1);
        assertThat(text).startsWith("A fox").hasSize(25);
        assertThat(Continuations.of(run, CONTEXT, "A fox", 20, 0.7, 1)).isEqualTo(text);
    }

    private static List<String> written(RunFolder run) throws IOException {
        List<String> all = new ArrayList<>();
        for (RunEvent event : run.metrics()) {
            if (event instanceof RunEvent.Written written) {
                all.add(written.epoch() + " " + written.text());
            }
        }
        return all;
    }

    private static Document brief(int epochs) {
        Document document = SampleProjects.document("gpt-chars");
        return document.with(document.plan().withEpochs(epochs).withSplit(new TrainingPlan.Split(0.5, 0.8)));
    }
}
