package io.layerloom.app.page;

import io.layerloom.app.window.Texts;
import io.layerloom.app.workbench.Learned;
import io.layerloom.app.workbench.Oracle;
import io.layerloom.engine.Example;
import io.layerloom.graph.Shape;
import io.layerloom.monitor.DigitPad;
import io.layerloom.monitor.FeatureSliders;
import io.layerloom.monitor.ProbabilityBars;
import io.layerloom.monitor.SentenceField;
import io.layerloom.themes.Styles;
import java.util.List;
import java.util.Locale;
import javafx.beans.value.ChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** Give the network something of your own: draw, write, or slide, and see what it makes of it. */
final class TryPane extends VBox {

    private static final double WIDTH = 340;
    private static final double PAD = 280;
    private static final int SENTENCES = 4;

    private final Learned learned;
    private final Oracle oracle;
    private final ProbabilityBars bars;
    private final Label note = Texts.wrapped("", Styles.MUTED);
    private final ChangeListener<Oracle.Answer> watch = (observable, before, after) -> show(after);

    TryPane(Learned learned, Oracle oracle) {
        super(16);
        this.learned = learned;
        this.oracle = oracle;
        this.bars = new ProbabilityBars(learned.classes());
        getStyleClass().addAll(Styles.PANEL, Styles.EDGE_LEFT, "ll-inspector-pane");
        setPrefWidth(WIDTH);
        setMinWidth(WIDTH);
        setId("try");
        getChildren().addAll(Texts.line("Try it", Styles.HEADING), input(), note, bars);
        sceneProperty().addListener((observable, before, scene) -> {
            oracle.answerProperty().removeListener(watch);
            if (scene != null) {
                oracle.answerProperty().addListener(watch);
            }
        });
        show(new Oracle.Answer.Silent());
    }

    private Node input() {
        Shape features = learned.data().isPresent() ? learned.data().get().features() : new Shape.Vector(1);
        if (features instanceof Shape.Image image) {
            DigitPad pad = new DigitPad((int) image.height(), (int) image.width(), (int) image.channels());
            pad.setPrefSize(PAD, PAD);
            pad.setMaxSize(PAD, PAD);
            pad.setOnInput(oracle::ask);
            pad.setOnCleared(oracle::forget);
            return pad;
        }
        if (features instanceof Shape.Tokens) {
            SentenceField field = new SentenceField(sentences());
            field.setOnInput(oracle::ask);
            field.setOnCleared(oracle::forget);
            return field;
        }
        if (learned.examples().isEmpty()) {
            return Texts.wrapped(
                    "The data of this run are no longer there, so nothing can be asked in their terms.", Styles.MUTED);
        }
        FeatureSliders sliders = new FeatureSliders(Columns.of(learned.examples()));
        sliders.setOnInput(oracle::ask);
        sliders.tell();
        return sliders;
    }

    private List<String> sentences() {
        return learned.examples().stream()
                .map(Example::content)
                .filter(Example.Sentence.class::isInstance)
                .map(content -> ((Example.Sentence) content).text())
                .filter(text -> text.length() < 80)
                .limit(SENTENCES)
                .toList();
    }

    private void show(Oracle.Answer answer) {
        if (answer instanceof Oracle.Answer.Told told) {
            tell(told.output());
            return;
        }
        bars.clear();
        note.getStyleClass().remove(Styles.BAD);
        if (answer instanceof Oracle.Answer.Failed failed) {
            note.setText(failed.sentence());
            note.getStyleClass().add(Styles.BAD);
        } else {
            note.setText(answer instanceof Oracle.Answer.Waking ? "Loading what was learned…" : "");
        }
    }

    /** One output stands for the second of two classes; without classes the numbers themselves are told. */
    private void tell(float[] output) {
        note.getStyleClass().remove(Styles.BAD);
        note.setText("");
        List<String> classes = learned.classes();
        if (classes.isEmpty()) {
            StringBuilder numbers = new StringBuilder();
            for (float number : output) {
                numbers.append(numbers.length() == 0 ? "" : " · ").append(String.format(Locale.ROOT, "%.4g", number));
            }
            note.setText("Predicted: " + numbers);
        } else if (output.length == 1 && classes.size() == 2) {
            bars.show(new float[] {1 - output[0], output[0]});
        } else {
            bars.show(output);
        }
    }
}
