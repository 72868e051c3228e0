package io.layerloom.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.layerloom.engine.Continuations;
import io.layerloom.engine.Restorations;
import io.layerloom.engine.RunEvent;
import io.layerloom.engine.RunFolder;
import io.layerloom.engine.TrainingException;
import io.layerloom.engine.kit.DataException;
import io.layerloom.engine.kit.Restoration;
import io.layerloom.graph.Document;
import io.layerloom.graph.Node;
import io.layerloom.graph.Objective;
import io.layerloom.graph.Problem;
import io.layerloom.graph.Remedy;
import io.layerloom.graph.TrainingPlan;
import io.layerloom.graph.Values;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Learning masked tokens: what is refused and how it is mended, going on after a stop, and filling gaps. */
class MaskedTokenTest extends PlanFixture {

    @Test
    void the_mask_is_one_token_more_and_one_click_each_makes_room_for_it() throws DataException {
        Document gpt = SampleProjects.document("gpt-chars");
        Document masked = gpt.with(gpt.plan().withObjective(Objective.MASKED_TOKEN));

        assertThat(problems(masked))
                .extracting(Problem::message)
                .containsExactly(
                        "\"text\" lets in a row of 64 ids from a vocabulary of 40, but an example of Little fables is a row of 64 ids from a vocabulary of 41.",
                        "The vocabulary has 41 tokens, but the output has 40 units.");
        Document mended = masked;
        while (!problems(mended).isEmpty()) {
            List<Remedy> ways = remedies(mended, problems(mended).get(0));
            assertThat(ways).isNotEmpty();
            mended = ways.get(0).edit().apply(mended);
        }
        assertThat(mended.plan().objective()).isEqualTo(Objective.MASKED_TOKEN);
    }

    @Test
    void what_else_an_output_per_step_cannot_learn_is_mended_by_learning_masked_tokens() throws DataException {
        Document bert = SampleProjects.document("text-bert");
        Document other = bert.with(bert.plan().withObjective(Objective.SUPERVISED));
        assertThat(remedies(other, problems(other).get(0)))
                .extracting(Remedy::label)
                .contains("Learn: Masked tokens");
    }

    @Test
    void pictures_have_no_tokens_to_mask_and_an_output_for_all_steps_cannot_restore_them() throws DataException {
        Document digits = SampleProjects.document("mnist-mlp");
        assertThat(problems(digits.with(digits.plan().withObjective(Objective.MASKED_TOKEN)))
                        .get(0)
                        .message())
                .startsWith("Only texts have tokens to mask, but an example of MNIST digits is an image of 28×28×1.");

        Document feeling = SampleProjects.document("text-transformer");
        assertThat(problems(feeling.with(feeling.plan().withObjective(Objective.MASKED_TOKEN))))
                .extracting(Problem::message)
                .anyMatch(
                        message -> message.startsWith(
                                "An Output predicts once for each example, but masked tokens are to be restored at each step."));
    }

    @Test
    void going_on_gives_the_same_weights_and_gaps_are_filled_after_each_epoch() throws TrainingException, IOException {
        RunEvent.Finished whole = train(brief(2), "whole", false);
        train(brief(1), "parts", false);
        RunEvent.Finished parts = train(brief(2), "parts", true);

        assertThat(parts.paramsSha256()).isEqualTo(whole.paramsSha256());
        assertThat(parts.test()).isEqualTo(whole.test());
        assertThat(whole.test().restoration()).isTrue();
        assertThat(whole.test().accuracy()).isBetween(0.0, 1.0);
        assertThat(whole.test().perplexity()).isBetween(1.0, 100.0);
        RunFolder run = RunFolder.open(folder.resolve("parts"));
        assertThat(run.provenance().fallback())
                .as("computed by a program of our own")
                .isEmpty();
        assertThat(restored(run))
                .isEqualTo(restored(RunFolder.open(folder.resolve("whole"))))
                .hasSize(2)
                .allSatisfy(event -> {
                    assertThat(event.asked()).contains("_").doesNotContain("[");
                    assertThat(event.text()).contains("[").doesNotContain("_");
                });
        fills(run);
    }

    private static void fills(RunFolder run) throws IOException {
        String asked = "A _ fox met an _ owl.";
        List<List<Restoration.Guess>> gaps = Restorations.of(run, CONTEXT, asked, 3);
        assertThat(gaps).hasSize(2).allSatisfy(gap -> {
            assertThat(gap).hasSize(3).isSortedAccordingTo((a, b) -> Double.compare(b.probability(), a.probability()));
            assertThat(gap.stream().mapToDouble(Restoration.Guess::probability).sum())
                    .isBetween(0.0, 1.0);
        });
        assertThat(Restoration.filled(asked, gaps))
                .isEqualTo("A [%s] fox met an [%s] owl."
                        .formatted(
                                gaps.get(0).get(0).token(), gaps.get(1).get(0).token()));
        assertThatThrownBy(() -> Restorations.of(run, CONTEXT, "A fox", 3))
                .hasMessage("The text has no gap; write _ in the place of what is to be guessed.");
        assertThatThrownBy(() -> Restorations.of(run, CONTEXT, "_ " + "fox ".repeat(64), 3))
                .hasMessage("The text has 65 words and marks, but this network reads 64 at once. Shorten it.");
        assertThatThrownBy(() -> Continuations.of(run, CONTEXT, "A fox", 5, 0, 1))
                .hasMessageContaining("does not foretell the next token");
    }

    /** Labelled texts leave their labels aside, and the steps behind their ends have nothing to hide. */
    @Test
    void sentences_of_different_lengths_are_restored_too() throws TrainingException, DataException {
        Document bert = SampleProjects.document("text-bert");
        Document sentences = changed(
                changed(bert, "text", Map.of("steps", 24, "vocabulary", 1001)), "masked", Map.of("units", 1001));
        Document brief = sentences.with(sentences
                .plan()
                .withData(SampleProjects.sample("sentiment_en"))
                .withEpochs(1)
                .withSplit(new TrainingPlan.Split(0.4, 0.5)));

        assertThat(problems(brief)).isEmpty();
        assertThat(train(brief, "sentences", false).test().perplexity()).isBetween(1.0, 1100.0);
    }

    private static Document changed(Document document, String name, Map<String, Object> settings) {
        Node node = document.graph().named(name).orElseThrow();
        Map<String, Object> values = new HashMap<>(node.values().plain());
        values.putAll(settings);
        return document.with(document.graph().with(node.with(new Values(values))));
    }

    private static List<RunEvent.Restored> restored(RunFolder run) throws IOException {
        return run.metrics().stream()
                .filter(RunEvent.Restored.class::isInstance)
                .map(RunEvent.Restored.class::cast)
                .toList();
    }

    private static Document brief(int epochs) {
        Document document = SampleProjects.document("text-bert");
        return document.with(document.plan().withEpochs(epochs).withSplit(new TrainingPlan.Split(0.4, 0.4)));
    }
}
