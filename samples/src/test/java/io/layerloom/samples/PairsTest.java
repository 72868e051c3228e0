package io.layerloom.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.layerloom.engine.Continuations;
import io.layerloom.engine.RunEvent;
import io.layerloom.engine.RunFolder;
import io.layerloom.engine.TrainingException;
import io.layerloom.engine.Translations;
import io.layerloom.engine.kit.DataException;
import io.layerloom.graph.Component;
import io.layerloom.graph.Document;
import io.layerloom.graph.Edits;
import io.layerloom.graph.LayerType;
import io.layerloom.graph.Node;
import io.layerloom.graph.Objective;
import io.layerloom.graph.Problem;
import io.layerloom.graph.Remedy;
import io.layerloom.graph.TrainingPlan;
import io.layerloom.graph.Values;
import io.layerloom.graph.Wire;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Learning the targets of sources: two inputs, what is wrong with one or three, going on after a stop, and writing targets. */
class PairsTest extends PlanFixture {

    private static final Document DATES = SampleProjects.document("dates-seq2seq");

    private static Node named(Document document, String name) {
        return document.graph().named(name).orElseThrow();
    }

    private static Document taking(Document document, String input, LayerType.Part part) {
        Node node = named(document, input);
        return document.with(document.graph().with(node.with(node.values().with(LayerType.PART, part))));
    }

    private static List<String> messages(Document document) throws DataException {
        return problems(document).stream().map(Problem::message).toList();
    }

    @Test
    void two_inputs_for_the_same_part_are_told_apart_by_one_click() throws DataException {
        Document both = taking(DATES, "target", LayerType.Part.FIRST);
        List<Problem> problems = problems(both);
        assertThat(problems)
                .extracting(Problem::message)
                .contains(
                        "\"source\" and \"target\" take the same part of each pair. Let one Input take the first part and one the second, and delete what is too many.");
        Remedy other = remedies(both, problems.get(0)).stream()
                .filter(remedy -> remedy.label().equals("Let target take the other part"))
                .findFirst()
                .orElseThrow();
        assertThat(problems(other.edit().apply(both))).isEmpty();
    }

    @Test
    void one_input_is_too_few_and_a_third_too_many() throws DataException {
        Document one = Edits.remove(List.of(named(DATES, "target").id())).apply(DATES);
        assertThat(messages(one))
                .contains(
                        "Each example of Dates as people write them is a pair here, but \"source\" takes one part only. Add an Input for the other part and choose which part it takes.");
        Node target = named(DATES, "target");
        Node third = new Node(DATES.graph().freshId(), target.type(), "third", target.values(), target.block());
        assertThat(messages(DATES.with(DATES.graph().with(third))))
                .contains(
                        "\"target\" and \"third\" take the same part of each pair. Let one Input take the first part and one the second, and delete what is too many.");
    }

    @Test
    void pairs_are_learned_as_pairs_and_other_data_are_none() throws DataException {
        for (Objective objective : Objective.values()) {
            Document other = DATES.with(DATES.plan().withObjective(objective));
            assertThat(problems(other).isEmpty()).isEqualTo(objective == Objective.TARGET_TOKEN);
        }
        Document supervised = DATES.with(DATES.plan().withObjective(Objective.SUPERVISED));
        assertThat(messages(supervised))
                .contains(
                        "Dates as people write them holds pairs of texts. Let the network learn the next token of the target.",
                        "\"target\" takes the second part of a pair, but what is to be learned from Dates as people write them needs no pairs. Delete it, let it take the first part, or let the network learn something else.");
        Document fables = SampleProjects.document("gpt-chars");
        assertThat(messages(fables.with(fables.plan().withObjective(Objective.TARGET_TOKEN))))
                .contains(
                        "Little fables has no second text for each. Let the network learn something else from it, or choose pairs of texts.");
    }

    /** A decoder may see all of the source, but no step of the target behind its own. */
    @Test
    void attention_to_the_target_itself_would_copy_it() throws DataException {
        Document copying = DATES.with(DATES.graph()
                .with(new Wire(
                        named(DATES, "decoder").id(), named(DATES, "attention").id(), 1)));
        assertThat(messages(copying))
                .anyMatch(message -> message.contains("would copy the next token instead of foretelling it"));
    }

    @Test
    void going_on_gives_the_same_weights_and_a_target_is_written_after_each_epoch()
            throws TrainingException, IOException {
        RunEvent.Finished whole = train(brief(2), "whole", false);
        train(brief(1), "parts", false);
        RunEvent.Finished parts = train(brief(2), "parts", true);

        assertThat(parts.paramsSha256()).isEqualTo(whole.paramsSha256());
        assertThat(parts.test()).isEqualTo(whole.test());
        assertThat(whole.test().exactMatch()).isBetween(0.0, 1.0);
        assertThat(whole.test().accuracy()).isBetween(0.2, 1.0);
        RunFolder run = RunFolder.open(folder.resolve("parts"));
        assertThat(run.metrics().stream()
                        .filter(RunEvent.Translated.class::isInstance)
                        .map(RunEvent.Translated.class::cast))
                .hasSize(2)
                .allSatisfy(event -> assertThat(event.text()).hasSizeLessThanOrEqualTo(10));
        assertThat(run.metrics())
                .filteredOn(RunEvent.Scored.class::isInstance)
                .extracting(event -> ((RunEvent.Scored) event).figure())
                .containsExactly(RunEvent.Scored.Figure.EXACT_MATCH, RunEvent.Scored.Figure.EXACT_MATCH);
        assertThat(Translations.of(run, CONTEXT, "3 March 1999"))
                .hasSizeLessThanOrEqualTo(10)
                .matches("[0-9-]*");
        assertThatThrownBy(() -> Translations.of(run, CONTEXT, "the third of March of 1999 or so"))
                .hasMessage("The text has 32 characters, but this network reads 28 at once. Shorten it.");
        assertThatThrownBy(() -> Continuations.of(run, CONTEXT, "3 March", 5, 0, 1))
                .hasMessageContaining("does not foretell the next token");
    }

    /** On a few pairs in a file of one's own. */
    private Document brief(int epochs) throws IOException {
        Path file = folder.resolve("few.tsv");
        Files.writeString(file, Dates.text().lines().limit(300).collect(Collectors.joining("\n")));
        Map<String, Object> settings = Map.of(
                "file",
                file.toString(),
                "longestSource",
                28,
                "sourceVocabulary",
                60,
                "longestTarget",
                10,
                "targetVocabulary",
                13);
        return DATES.with(DATES.plan()
                .withEpochs(epochs)
                .withSplit(new TrainingPlan.Split(0.1, 0.1))
                .withData(new Component("pairs", new Values(settings))));
    }
}
