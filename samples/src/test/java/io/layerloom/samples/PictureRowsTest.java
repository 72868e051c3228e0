package io.layerloom.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.layerloom.engine.DataSources;
import io.layerloom.engine.Dataset;
import io.layerloom.engine.Examination;
import io.layerloom.engine.Example;
import io.layerloom.engine.RunEvent;
import io.layerloom.engine.RunFolder;
import io.layerloom.engine.TrainingException;
import io.layerloom.engine.kit.DataException;
import io.layerloom.graph.Component;
import io.layerloom.graph.Document;
import io.layerloom.graph.Edits;
import io.layerloom.graph.Graph;
import io.layerloom.graph.Labels;
import io.layerloom.graph.LayerType;
import io.layerloom.graph.Node;
import io.layerloom.graph.Objective;
import io.layerloom.graph.Problem;
import io.layerloom.graph.Shape;
import io.layerloom.graph.TrainingPlan;
import io.layerloom.graph.Values;
import io.layerloom.graph.Wire;
import io.layerloom.nodes.NodeLibrary;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Examples of a picture and a row of a table: how they are read from files, what is refused, training, and that both parts count. */
class PictureRowsTest extends PlanFixture {

    private static final Document QUESTIONS = SampleProjects.document("shapes-questions");

    private Path table(String... rows) throws IOException {
        Files.createDirectories(folder.resolve("pictures"));
        for (int i = 0; i < 3; i++) {
            BufferedImage picture = new BufferedImage(6, 4, BufferedImage.TYPE_INT_RGB);
            picture.setRGB(i, 0, 0xFF0000);
            ImageIO.write(
                    picture, "png", folder.resolve("pictures/" + i + ".png").toFile());
        }
        return Files.writeString(
                folder.resolve("table.csv"), "size,file,colour,class\n" + String.join("\n", rows) + "\n");
    }

    private static Dataset open(Component data) throws DataException {
        return DataSources.open(data, new TrainingPlan.Split(0, 0), 1, SampleData::open);
    }

    @Test
    void a_table_that_names_pictures_is_found_and_read_with_them() throws IOException {
        Path file = table("1,pictures/0.png,red,a", "2,pictures/1.png,blue,b", "3,pictures/2.png,red,a");
        Component guessed = DataSources.guess(file);
        assertThat(guessed.type()).isEqualTo("picture_table");
        assertThat(guessed.values().plain()).containsEntry("picture", "file");
        Component data = new Component(
                guessed.type(), new Values(Map.of("file", file.toString(), "picture", "file", "side", 8)));

        Dataset read = open(data);
        assertThat(read.schema().features()).isEqualTo(new Shape.Image(8, 8, 3));
        assertThat(read.schema().second()).isEqualTo(Optional.of(new Shape.Vector(3)));
        assertThat(read.schema().labels()).isEqualTo(new Labels.Classes(List.of("a", "b")));
        Example second = read.preview(3).get(1);
        Example.PictureRow row = (Example.PictureRow) second.content();
        assertThat(second.label()).isEqualTo("b");
        assertThat(row.cells().columns()).containsExactly("size", "colour");
        assertThat(row.cells().cells()).containsExactly("2", "blue");
        assertThat(row.picture().pixels()).hasSize(3 * 8 * 8).contains(1f);
    }

    @Test
    void a_picture_that_is_missing_is_named_with_its_row() throws IOException {
        Path file = table("1,pictures/0.png,red,a", "2,pictures/7.png,blue,b");
        Component data = new Component("picture_table", new Values(Map.of("file", file.toString(), "picture", "file")));
        assertThatThrownBy(() -> open(data))
                .hasMessageStartingWith("table.csv, row 2: there is no picture ")
                .hasMessageEndingWith("7.png. Correct the column file, or put the picture there.");
        Component other =
                new Component("picture_table", new Values(Map.of("file", file.toString(), "picture", "image")));
        assertThatThrownBy(() -> open(other))
                .hasMessage("table.csv has no column image; it has size, file, colour, class.");
    }

    @Test
    void both_parts_must_enter_and_only_labels_are_learned_from_them() throws DataException {
        Node question = QUESTIONS.graph().named("question").orElseThrow();
        Document one = Edits.remove(List.of(question.id())).apply(QUESTIONS);
        assertThat(problems(one))
                .extracting(Problem::message)
                .contains(
                        "Each example of Questions about shapes is a pair here, but \"picture\" takes one part only. Add an Input for the other part and choose which part it takes.");
        for (Objective objective : List.of(Objective.AUTOENCODING, Objective.ADVERSARIAL, Objective.SAME_CLASS)) {
            Document other = QUESTIONS.with(QUESTIONS.plan().withObjective(objective));
            assertThat(problems(other))
                    .extracting(Problem::message)
                    .anyMatch(message -> message.endsWith("Let the network learn the labels of the data."));
        }
    }

    @Test
    void going_on_gives_the_same_weights_and_measuring_again_the_same_figures() throws TrainingException, IOException {
        RunEvent.Finished whole = train(brief(QUESTIONS, 2), "whole", false);
        train(brief(QUESTIONS, 1), "parts", false);
        RunEvent.Finished parts = train(brief(QUESTIONS, 2), "parts", true);

        assertThat(parts.paramsSha256()).isEqualTo(whole.paramsSha256());
        assertThat(Examination.of(RunFolder.open(folder.resolve("parts")), CONTEXT))
                .isEqualTo(whole.test());
    }

    private static Document brief(Document document, int epochs) {
        return document.with(document.plan().withEpochs(epochs).withSplit(new TrainingPlan.Split(0.5, 0.8)));
    }

    @ParameterizedTest
    @Tag("slow")
    @ValueSource(strings = {"picture", "question"})
    void who_does_not_see_one_of_the_two_guesses(String hidden) throws TrainingException {
        Document blind = hiding(hidden);
        assertThat(train(blind.with(blind.plan().withEpochs(5)), hidden, false)
                        .test()
                        .accuracy())
                .isBetween(0.42, 0.58);
    }

    /** Multiplies what enters at an Input by zero. */
    private static Document hiding(String input) {
        Graph graph = QUESTIONS.graph();
        Node entry = graph.named(input).orElseThrow();
        Wire wire = graph.outOf(entry.id()).get(0);
        LayerType scale = NodeLibrary.CATALOG.layer("scale").orElseThrow();
        Node zero = new Node(graph.freshId(), scale.id(), "hidden_part", new Values(Map.of("factor", 0.0)));
        return QUESTIONS.with(graph.without(wire)
                .with(zero)
                .with(new Wire(entry.id(), zero.id(), 0))
                .with(new Wire(zero.id(), wire.to(), wire.port())));
    }
}
