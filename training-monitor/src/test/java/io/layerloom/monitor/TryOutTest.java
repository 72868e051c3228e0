package io.layerloom.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import io.layerloom.engine.Example;
import io.layerloom.engine.Input;
import io.layerloom.engine.kit.Restoration;
import io.layerloom.themes.Theme;
import io.layerloom.themes.Themes;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javafx.geometry.Point2D;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class TryOutTest {
    private final List<Input> asked = new ArrayList<>();
    private final List<CompletableFuture<float[]>> answers = new ArrayList<>();
    private final VBox root = new VBox();

    @Start
    void show(Stage stage) {
        Scene scene = new Scene(root, 900, 700);
        Themes.apply(scene, Theme.LIGHT);
        stage.setScene(scene);
        stage.show();
    }

    private CompletableFuture<float[]> predict(Input input) {
        asked.add(input);
        CompletableFuture<float[]> answer = new CompletableFuture<>();
        answers.add(answer);
        return answer;
    }

    @Test
    void aDrawnDigitIsReadAndWipedByTheDeleteKey(FxRobot robot) {
        PredictionView view = PredictionView.digits(28, 28, 1, List.of("0", "1"), this::predict);
        robot.interact(() -> root.getChildren().setAll(view));
        DigitPad pad = (DigitPad) view.input();
        Point2D top = pad.localToScreen(100, 40);
        robot.drag(top, MouseButton.PRIMARY).moveTo(top.add(0, 130)).drop();
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(asked).isNotEmpty();
        assertThat(((Input.Numbers) asked.get(asked.size() - 1)).values()).hasSize(784);
        assertThat(pad.isEmpty()).isFalse();
        answerAll(0.1f, 0.9f);
        assertThat(view.bars().top()).isEqualTo(1);
        robot.type(KeyCode.DELETE);
        assertThat(pad.isEmpty()).isTrue();
        assertThat(view.bars().top()).isEqualTo(-1);
    }

    @Test
    void onlyOneQuestionIsUnderWayAndTheLatestFollows(FxRobot robot) {
        List<Float> shown = new ArrayList<>();
        Predictions predictions = new Predictions(this::predict, v -> shown.add(v[0]), s -> {});
        robot.interact(() -> {
            for (int i = 1; i <= 5; i++) {
                predictions.ask(new Input.Text("question " + i));
            }
        });
        assertThat(asked).containsExactly(new Input.Text("question 1"));
        answers.get(0).complete(new float[] {1});
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(asked).containsExactly(new Input.Text("question 1"), new Input.Text("question 5"));
        answers.get(1).complete(new float[] {5});
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(shown).containsExactly(1f, 5f);
    }

    @Test
    void anAnswerToWhatWasWipedIsNotShown(FxRobot robot) {
        List<Float> shown = new ArrayList<>();
        Predictions predictions = new Predictions(this::predict, v -> shown.add(v[0]), s -> {});
        robot.interact(() -> {
            predictions.ask(new Input.Text("old"));
            predictions.forget();
        });
        answers.get(0).complete(new float[] {1});
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(shown).isEmpty();
    }

    @Test
    void twoExamplesAreChosenAndComparedAtOnce(FxRobot robot) {
        List<Example> texts = List.of(
                new Example("a", new Example.Sentence("first")),
                new Example("b", new Example.Sentence("second")),
                new Example("b", new Example.Sentence("third")));
        robot.interact(() ->
                root.getChildren().setAll(PredictionView.pairs(texts, List.of("different", "same"), this::predict)));
        assertThat(asked).containsExactly(new Input.Pair(new Input.Text("first"), new Input.Text("second")));
        answers.get(0).complete(new float[] {0.2f});
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(Sight.reads(robot, "different")).isTrue();

        List<Button> another =
                robot.lookup(".button").queryAllAs(Button.class).stream().toList();
        robot.clickOn(another.get(1));
        assertThat(asked.get(1)).isEqualTo(new Input.Pair(new Input.Text("first"), new Input.Text("third")));
    }

    @Test
    void aFailureIsASentenceAndOneMayTryAgain(FxRobot robot) {
        PredictionView view = PredictionView.sentences(List.of("好看"), List.of("bad", "good"), this::predict);
        robot.interact(() -> root.getChildren().setAll(view));
        robot.clickOn("好看");
        assertThat(asked).containsExactly(new Input.Text("好看"));
        answers.get(0).completeExceptionally(new IllegalStateException("The worker ended. Open the run again."));
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(Sight.reads(robot, "The worker ended. Open the run again.")).isTrue();
        robot.clickOn("Try again");
        assertThat(asked).containsExactly(new Input.Text("好看"), new Input.Text("好看"));
        answers.get(1).complete(new float[] {0.1f, 0.9f});
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(view.bars().top()).isEqualTo(1);
        assertThat(Sight.reads(robot, "Try again")).isFalse();
    }

    @Test
    void saysWhatOfABeginningTheNetworkDoesNotKnow(FxRobot robot) {
        robot.interact(() -> root.getChildren()
                .setAll(new ContinuationView(
                        List.of(),
                        text -> text.contains("ß") ? List.of("ß", "7") : List.of(),
                        (beginning, count, temperature, seed) -> new CompletableFuture<>())));
        robot.clickOn("#beginning").write("owl");
        assertThat(robot.lookup("#unknown-tokens").query().isVisible()).isFalse();
        robot.interact(() -> robot.lookup("#beginning").queryTextInputControl().setText("Groß 7"));
        assertThat(Sight.reads(robot, "The network has never seen \"ß\", \"7\", and reads that as something unknown."))
                .isTrue();
    }

    @Test
    void theTargetOfASourceIsWrittenOrItIsSaidWhyNot(FxRobot robot) {
        List<String> sources = new ArrayList<>();
        List<CompletableFuture<String>> written = new ArrayList<>();
        TranslationView view = new TranslationView(List.of("3 March"), text -> List.of(), source -> {
            sources.add(source);
            written.add(new CompletableFuture<>());
            return written.get(written.size() - 1);
        });
        robot.interact(() -> root.getChildren().setAll(view));
        robot.clickOn("3 March");
        written.get(0).complete("03-03");
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(robot.lookup("#target").queryLabeled().getText()).isEqualTo("03-03");

        robot.clickOn("#source").push(KeyCode.CONTROL, KeyCode.A).write("long").push(KeyCode.ENTER);
        written.get(1).completeExceptionally(new IllegalStateException("The text is too long."));
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(sources).containsExactly("3 March", "long");
        assertThat(robot.lookup("#target").queryLabeled().getText()).isEqualTo("The text is too long.");
    }

    @Test
    void gapsOfATextAreGuessed(FxRobot robot) {
        List<String> texts = new ArrayList<>();
        List<CompletableFuture<List<List<Restoration.Guess>>>> guessed = new ArrayList<>();
        RestorationView view = new RestorationView(List.of("The fox _ the owl."), text -> List.of(), (text, most) -> {
            texts.add(text);
            guessed.add(new CompletableFuture<>());
            return guessed.get(guessed.size() - 1);
        });
        robot.interact(() -> root.getChildren().setAll(view));
        robot.clickOn("The fox _ the owl.");
        guessed.get(0)
                .complete(List.of(List.of(new Restoration.Guess("met", 0.75), new Restoration.Guess("saw", 0.125))));
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(robot.lookup("#filled").queryLabeled().getText()).isEqualTo("The fox [met] the owl.");
        assertThat(robot.lookup(ProbabilityBars.class::isInstance)
                        .queryAs(ProbabilityBars.class)
                        .getAccessibleText())
                .startsWith("met with 75");

        robot.clickOn("#gapped")
                .push(KeyCode.CONTROL, KeyCode.A)
                .write("no gap")
                .clickOn("#guess");
        guessed.get(1).completeExceptionally(new IllegalStateException("The text has no gap."));
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(texts).containsExactly("The fox _ the owl.", "no gap");
        assertThat(robot.lookup("#filled").queryLabeled().getText()).isEqualTo("The text has no gap.");
        assertThat(robot.lookup(ProbabilityBars.class::isInstance).tryQuery()).isEmpty();
    }

    @Test
    void slidersAndListsMakeARow(FxRobot robot) {
        PredictionView view = PredictionView.columns(
                List.of(
                        new Feature.Numeric("petal width", 0.1, 2.5, 1.2),
                        new Feature.Choice("garden", List.of("north", "south"), "north")),
                List.of(),
                this::predict);
        robot.interact(() -> root.getChildren().setAll(view));
        assertThat(((Input.Row) asked.get(0)).columns())
                .containsEntry("petal width", "1.20")
                .containsEntry("garden", "north");
        answerAll(3.5f);
        TextInputControl field = robot.lookup(".text-field").queryTextInputControl();
        robot.doubleClickOn(field).eraseText(5).write("2.25");
        WaitForAsyncUtils.waitForFxEvents();
        answerAll(4.5f);
        answerAll(4.5f);
        assertThat(((Input.Row) asked.get(asked.size() - 1)).columns()).containsEntry("petal width", "2.25");
        assertThat(robot.lookup((Labeled l) -> "4.500".equals(l.getText())).tryQuery())
                .isPresent();
    }

    private void answerAll(float... values) {
        for (int i = 0; i < answers.size(); i++) {
            answers.get(i).complete(values);
            WaitForAsyncUtils.waitForFxEvents();
        }
    }
}
