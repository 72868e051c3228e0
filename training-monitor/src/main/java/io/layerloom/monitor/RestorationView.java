package io.layerloom.monitor;

import static io.layerloom.graph.language.Language.later;
import static io.layerloom.graph.language.Language.tr;

import io.layerloom.engine.kit.Restoration;
import io.layerloom.engine.kit.Vocabulary;
import io.layerloom.themes.FxThread;
import io.layerloom.themes.Icons;
import io.layerloom.themes.Measure;
import io.layerloom.themes.Styles;
import io.layerloom.themes.TabLeadsOn;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Lets a person write a text with gaps, and a trained network guess what belongs into them. To be used on the JavaFX thread. */
public final class RestorationView extends VBox {

    private static final String GUESSING = later("Guessing…");
    private static final int GUESSES = 5;

    private final Guesser guesser;
    private final TextArea text = new TextArea();
    private final Button guess = new Button(tr("Guess"), Icons.RESUME.node());
    private final Label filled = new Label();
    private final VBox gaps = new VBox(Measure.SPACE_12);

    /** Who guesses. */
    @FunctionalInterface
    public interface Guesser {
        /** For each gap so many guesses at most, the likeliest first; a failure has a message for people. */
        CompletableFuture<List<List<Restoration.Guess>>> guess(String text, int most);
    }

    /**
     * A view with some texts to choose from.
     *
     * @param unknown the characters or words of a text that the network does not know
     */
    public RestorationView(List<String> texts, Function<String, List<String>> unknown, Guesser guesser) {
        super(Measure.SPACE_12);
        this.guesser = guesser;
        text.setPromptText(tr("Write a text with %s in its gaps", Vocabulary.MASK_SIGN));
        text.setWrapText(true);
        text.setPrefRowCount(3);
        text.setAccessibleText(tr("A text with gaps"));
        text.setId("gapped");
        TabLeadsOn.from(text);
        Label help = new Label(tr("Each %s is a gap; the network guesses what belongs there.", Vocabulary.MASK_SIGN));
        help.setWrapText(true);
        help.setMinHeight(USE_PREF_SIZE);
        help.getStyleClass().addAll(Styles.CAPTION, Styles.MUTED);
        guess.setId("guess");
        guess.getStyleClass().add(Styles.PRIMARY);
        guess.disableProperty().bind(text.textProperty().isEmpty());
        guess.setOnAction(event -> ask());
        filled.setId("filled");
        filled.setWrapText(true);
        filled.setMinHeight(USE_PREF_SIZE);
        UnknownTokens strange = new UnknownTokens(
                text.textProperty(),
                typed -> unknown.apply(typed).stream()
                        .filter(token -> !token.equals(Vocabulary.MASK_SIGN))
                        .toList());
        getChildren().addAll(text, help, strange, choices(texts), guess, filled, gaps);
    }

    private VBox choices(List<String> texts) {
        VBox box = new VBox(Measure.SPACE_4);
        for (String one : texts) {
            Hyperlink link = new Hyperlink(one);
            link.setWrapText(true);
            link.setMnemonicParsing(false); // gaps are no mnemonics
            link.disableProperty().bind(guess.textProperty().isEqualTo(tr(GUESSING)));
            link.setOnAction(event -> {
                text.setText(one);
                ask();
            });
            box.getChildren().add(link);
        }
        return box;
    }

    /** One question at a time; the button says that it is being answered. */
    private void ask() {
        if (guess.getText().equals(tr(GUESSING))) {
            return;
        }
        guess.setText(tr(GUESSING));
        String asked = text.getText();
        var unused = guesser.guess(asked, GUESSES)
                .whenComplete((guesses, failure) -> FxThread.run(() -> answered(asked, guesses, failure)));
    }

    private void answered(String asked, @Nullable List<List<Restoration.Guess>> guesses, @Nullable Throwable failure) {
        guess.setText(tr("Guess"));
        filled.getStyleClass().removeAll(Styles.BAD);
        gaps.getChildren().clear();
        if (failure != null) {
            Throwable cause =
                    failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
            filled.getStyleClass().add(Styles.BAD);
            filled.setText(String.valueOf(cause.getMessage()));
        } else if (guesses != null) {
            filled.setText(Restoration.filled(asked, guesses));
            for (int gap = 0; gap < guesses.size(); gap++) {
                gaps.getChildren().add(gap(gap + 1, guesses.get(gap)));
            }
        }
    }

    private static VBox gap(int number, List<Restoration.Guess> guesses) {
        Label title = new Label(tr("Gap %d", number));
        title.getStyleClass().add(Styles.FIGURE_LABEL);
        ProbabilityBars bars = new ProbabilityBars(
                guesses.stream().map(RestorationView::visible).toList());
        float[] probabilities = new float[guesses.size()];
        for (int i = 0; i < probabilities.length; i++) {
            probabilities[i] = (float) guesses.get(i).probability();
        }
        bars.show(probabilities);
        return new VBox(Measure.SPACE_4, title, bars);
    }

    /** A blank and the end of a line can be guesses, too. */
    private static String visible(Restoration.Guess guess) {
        return guess.token().equals("\n") ? "¶" : guess.token().equals(" ") ? "␣" : guess.token();
    }
}
