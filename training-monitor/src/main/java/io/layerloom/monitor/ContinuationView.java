package io.layerloom.monitor;

import static io.layerloom.graph.language.Language.tr;

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
import javafx.scene.control.Slider;
import javafx.scene.control.TextArea;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Lets a person write how a text begins, and a trained network how it goes on. To be used on the JavaFX thread. */
public final class ContinuationView extends VBox {

    private static final int LENGTH = 240;
    private static final double TEMPERATURE = 0.7;
    private static final double HOTTEST = 1.5;

    private final Author author;
    private final TextArea beginning = new TextArea();
    private final Slider temperature = new Slider(0, HOTTEST, TEMPERATURE);
    private final Button write = new Button(tr("Write on"), Icons.RESUME.node());
    private final Label text = new Label();
    private long seed;

    /** Who writes. */
    @FunctionalInterface
    public interface Author {
        /** The beginning with so many characters or words more; a failure has a message for people. */
        CompletableFuture<String> write(String beginning, int count, double temperature, long seed);
    }

    /**
     * A view with some beginnings to choose from.
     *
     * @param unknown the characters or words of a text that the network does not know
     */
    public ContinuationView(List<String> beginnings, Function<String, List<String>> unknown, Author author) {
        super(Measure.SPACE_12);
        this.author = author;
        beginning.setPromptText(tr("Write how it begins"));
        beginning.setWrapText(true);
        beginning.setPrefRowCount(3);
        beginning.setAccessibleText(tr("How the text begins"));
        beginning.setId("beginning");
        TabLeadsOn.from(beginning);
        write.setId("write-on");
        write.getStyleClass().add(Styles.PRIMARY);
        write.disableProperty().bind(beginning.textProperty().isEmpty());
        write.setOnAction(event -> ask());
        text.setId("written");
        text.setWrapText(true);
        text.setMinHeight(USE_PREF_SIZE);
        getChildren()
                .addAll(
                        beginning,
                        new UnknownTokens(beginning.textProperty(), unknown),
                        choices(beginnings),
                        daring(),
                        write,
                        text);
    }

    private VBox choices(List<String> beginnings) {
        VBox box = new VBox(Measure.SPACE_4);
        for (String one : beginnings) {
            Hyperlink link = new Hyperlink(one);
            link.setWrapText(true);
            link.setOnAction(event -> {
                beginning.setText(one);
                ask();
            });
            box.getChildren().add(link);
        }
        return box;
    }

    private VBox daring() {
        Label name = new Label();
        name.getStyleClass().add(Styles.FIELD_LABEL);
        name.textProperty().bind(temperature.valueProperty().map(value -> tr("Temperature %.2f", value.doubleValue())));
        name.setLabelFor(temperature);
        Label help =
                new Label(tr("0 always takes the likeliest, 1 draws as the network foretells; above, it gets wild."));
        help.setWrapText(true);
        help.setMinHeight(USE_PREF_SIZE);
        help.getStyleClass().addAll(Styles.CAPTION, Styles.MUTED);
        temperature.setAccessibleText(tr("Temperature"));
        return new VBox(Measure.SPACE_4, name, temperature, help);
    }

    /** One question at a time; the button says that it is being answered. */
    private void ask() {
        if (write.getText().equals(tr("Writing…"))) {
            return;
        }
        write.setText(tr("Writing…"));
        var unused = author.write(beginning.getText(), LENGTH, temperature.getValue(), seed++)
                .whenComplete((written, failure) -> FxThread.run(() -> answered(written, failure)));
    }

    private void answered(@Nullable String written, @Nullable Throwable failure) {
        write.setText(tr("Write on"));
        text.getStyleClass().removeAll(Styles.BAD);
        if (failure != null) {
            Throwable cause =
                    failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
            text.getStyleClass().add(Styles.BAD);
            text.setText(String.valueOf(cause.getMessage()));
        } else if (written != null) {
            text.setText(written);
        }
    }
}
