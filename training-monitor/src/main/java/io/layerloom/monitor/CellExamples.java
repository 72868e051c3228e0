package io.layerloom.monitor;

import static io.layerloom.graph.language.Language.tr;

import io.layerloom.engine.Example;
import io.layerloom.themes.Measure;
import io.layerloom.themes.Styles;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The examples behind a cell of a confusion matrix: those of one class that were taken for one. */
final class CellExamples extends VBox {

    private static final double SIDE = 56;
    private static final double WORDS = 320;
    private static final int MOST = 24;

    private final CellSource source;
    private final Label title = new Label();
    private final Label note = new Label(tr("Press a cell to see its examples."));
    private final FlowPane examples = new FlowPane(Measure.SPACE_4, Measure.SPACE_4);
    private Optional<CompletableFuture<Void>> search = Optional.empty();

    CellExamples(CellSource source) {
        super(Measure.SPACE_8);
        this.source = source;
        setId("cell-examples");
        title.setWrapText(true);
        title.getStyleClass().add(Styles.MEDIUM);
        note.setWrapText(true);
        note.getStyleClass().addAll(Styles.MUTED, Styles.CAPTION);
        examples.setMinWidth(0); // else as wide as its longest text in one line
        getChildren().setAll(note);
    }

    /**
     * Looks for the examples of a cell.
     *
     * @param sentence what the cell says in words
     * @param count how many there are
     */
    void show(String sentence, int actual, int predicted, int count) {
        search.ifPresent(earlier -> earlier.cancel(false));
        title.setText(sentence);
        examples.getChildren().clear();
        getChildren().setAll(title, examples, note);
        int most = Math.min(MOST, count);
        if (most == 0) {
            note.setText(tr("There is no such example."));
            return;
        }
        note.setText(tr("Looking for examples…"));
        CompletableFuture<Void> begun = source.find(
                actual, predicted, most, example -> examples.getChildren().add(look(example.content())));
        search = Optional.of(begun);
        var unused = begun.whenComplete((nothing, failure) -> {
            if (!begun.isCancelled()) {
                end(failure, count);
            }
        });
    }

    private void end(@Nullable Throwable failure, int count) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        note.setText(
                cause == null
                        ? tr(
                                "%,d of %,d, in the order of the test part.",
                                examples.getChildren().size(), count)
                        : String.valueOf(cause.getMessage()));
    }

    private static Node look(Example.Content content) {
        if (content instanceof Example.Picture picture) {
            return ReconstructedPictures.view(picture, Measure.text(SIDE));
        }
        if (content instanceof Example.PictureRow row) {
            return ReconstructedPictures.view(row.picture(), Measure.text(SIDE));
        }
        Label words =
                new Label(content instanceof Example.Cells cells ? row(cells) : ((Example.Sentence) content).text());
        words.setWrapText(true);
        words.setMaxWidth(Measure.text(WORDS));
        words.getStyleClass().addAll(Styles.WELL, Styles.CAPTION);
        return words;
    }

    private static String row(Example.Cells cells) {
        return IntStream.range(0, cells.columns().size())
                .mapToObj(at -> cells.columns().get(at) + " " + cells.cells().get(at))
                .collect(Collectors.joining(" · "));
    }
}
