package io.layerloom.monitor;

import static io.layerloom.graph.language.Language.later;
import static io.layerloom.graph.language.Language.tr;

import io.layerloom.themes.FxThread;
import io.layerloom.themes.Icons;
import io.layerloom.themes.Measure;
import io.layerloom.themes.Styles;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Lets a person write a source, and a trained network the target for it. To be used on the JavaFX thread. */
public final class TranslationView extends VBox {

    private static final String WRITING = later("Writing…");

    private final Translator translator;
    private final TextField source = new TextField();
    private final Button write = new Button(tr("Write the target"), Icons.RESUME.node());
    private final Label target = new Label();

    /** Who writes. */
    @FunctionalInterface
    public interface Translator {
        /** The target of a source; a failure has a message for people. */
        CompletableFuture<String> translate(String source);
    }

    /**
     * A view with some sources to choose from.
     *
     * @param unknown the characters or words of a text that the network does not know
     */
    public TranslationView(List<String> sources, Function<String, List<String>> unknown, Translator translator) {
        super(Measure.SPACE_12);
        this.translator = translator;
        source.setPromptText(tr("Write a source"));
        source.setAccessibleText(tr("Source for the network to read"));
        source.setId("source");
        source.setOnAction(event -> write.fire());
        write.setId("translate");
        write.getStyleClass().add(Styles.PRIMARY);
        write.disableProperty().bind(source.textProperty().isEmpty());
        write.setOnAction(event -> ask());
        target.setId("target");
        target.setWrapText(true);
        target.setMinHeight(USE_PREF_SIZE);
        getChildren()
                .addAll(source, new UnknownTokens(source.textProperty(), unknown), choices(sources), write, target);
    }

    private VBox choices(List<String> sources) {
        VBox box = new VBox(Measure.SPACE_4);
        for (String one : sources) {
            Hyperlink link = new Hyperlink(one);
            link.setWrapText(true);
            link.setMnemonicParsing(false);
            link.setOnAction(event -> {
                source.setText(one);
                ask();
            });
            box.getChildren().add(link);
        }
        return box;
    }

    /** One question at a time; the button says that it is being answered. */
    private void ask() {
        if (write.getText().equals(tr(WRITING))) {
            return;
        }
        write.setText(tr(WRITING));
        var unused = translator
                .translate(source.getText())
                .whenComplete((written, failure) -> FxThread.run(() -> answered(written, failure)));
    }

    private void answered(@Nullable String written, @Nullable Throwable failure) {
        write.setText(tr("Write the target"));
        target.getStyleClass().removeAll(Styles.BAD, Styles.TITLE);
        if (failure != null) {
            Throwable cause =
                    failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
            target.getStyleClass().add(Styles.BAD);
            target.setText(String.valueOf(cause.getMessage()));
        } else if (written != null) {
            target.getStyleClass().add(Styles.TITLE);
            target.setText(written);
        }
    }
}
