package io.layerloom.app.page;

import static io.layerloom.graph.language.Language.tr;

import io.layerloom.app.window.Texts;
import io.layerloom.app.workbench.Learned;
import io.layerloom.app.workbench.Oracle;
import io.layerloom.engine.Example;
import io.layerloom.engine.GappedText;
import io.layerloom.engine.Pictures;
import io.layerloom.engine.kit.Vocabulary;
import io.layerloom.graph.DataSchema;
import io.layerloom.graph.Objective;
import io.layerloom.graph.Shape;
import io.layerloom.monitor.ContinuationView;
import io.layerloom.monitor.GenerationView;
import io.layerloom.monitor.PredictionView;
import io.layerloom.monitor.ReconstructionView;
import io.layerloom.monitor.RestorationView;
import io.layerloom.monitor.TranslationView;
import io.layerloom.themes.Icons;
import io.layerloom.themes.Measure;
import io.layerloom.themes.Styles;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;

/** The panel in which a person gives the network something of their own, in the form that its data have. */
final class TryOut extends BorderPane {

    private static final double WIDTH = 336;
    private static final int SENTENCES = 4;
    private static final int LONGEST = 80;
    private static final int LONGEST_BEGINNING = 24;

    /** The panel of a run; {@code again} reads the run anew. */
    TryOut(Learned learned, Oracle oracle, Runnable again) {
        VBox content = new VBox(16, Texts.line(tr("Try it"), Styles.HEADING), input(learned, oracle, again));
        content.getStyleClass().add("ll-inspector-pane");
        ScrollPane scroll = new ScrollPane(content);
        scroll.getStyleClass().add(Styles.PLAIN_SCROLL);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        getStyleClass().addAll(Styles.PANEL, Styles.EDGE_LEFT);
        setCenter(scroll);
        setPrefWidth(Measure.panel(WIDTH));
        setMinWidth(Measure.panel(WIDTH));
        setId("try");
    }

    /** Stands where something of the data would be shown that cannot be read. */
    static Node missing(String why, Runnable again) {
        VBox told = new VBox(
                Measure.SPACE_12,
                Texts.wrapped(why, Styles.BAD),
                Texts.wrapped(
                        tr(
                                "Without the data of this run nothing can be asked in their terms. Put them back where they were and try again."),
                        Styles.MUTED),
                again(again));
        told.setId("insight-missing");
        return told;
    }

    static Button again(Runnable action) {
        Button button = new Button(tr("Try again"), Icons.REFRESH.node());
        button.setId("insight-again");
        button.setOnAction(event -> action.run());
        return button;
    }

    private static Node input(Learned learned, Oracle oracle, Runnable again) {
        List<String> classes = learned.classes();
        if (learned.missing().isPresent()) {
            return missing(learned.missing().get(), again);
        }
        if (learned.examples().isEmpty()) {
            return Texts.wrapped(
                    tr("The data of this run hold no example any more, so nothing can be asked in their terms."),
                    Styles.MUTED);
        }
        if (learned.objective() == Objective.NEXT_TOKEN) {
            return new ContinuationView(beginnings(learned), text -> unknown(learned, text), oracle::write);
        }
        if (learned.objective() == Objective.MASKED_TOKEN) {
            return new RestorationView(gapped(learned), text -> unknown(learned, text), oracle::restore);
        }
        if (learned.objective() == Objective.TARGET_TOKEN) {
            return new TranslationView(sources(learned), text -> unknown(learned, text), oracle::translate);
        }
        if (learned.objective() == Objective.ADVERSARIAL) {
            return generation(learned, oracle);
        }
        if (learned.objective() == Objective.SAME_CLASS) {
            List<Example> shown = learned.heldBack().isEmpty() ? learned.examples() : learned.heldBack();
            return PredictionView.pairs(shown, Objective.told(Objective.SAMENESS), oracle::ask);
        }
        if (learned.examples().get(0).content() instanceof Example.PictureRow) {
            return PredictionView.pictureRows(learned.examples(), Columns.of(learned.examples()), classes, oracle::ask);
        }
        Shape features = learned.data().map(DataSchema::features).orElse(new Shape.Vector(1));
        if (learned.objective() == Objective.AUTOENCODING) {
            return reconstruction(features, learned, oracle);
        }
        if (features instanceof Shape.Image image) {
            return PredictionView.digits(
                    (int) image.height(), (int) image.width(), (int) image.channels(), classes, oracle::ask);
        }
        return features instanceof Shape.Tokens
                ? PredictionView.sentences(sentences(learned), classes, oracle::ask)
                : PredictionView.columns(Columns.of(learned.examples()), classes, oracle::ask);
    }

    private static List<String> unknown(Learned learned, String text) {
        return learned.vocabulary().map(known -> known.unknown(text)).orElse(List.of());
    }

    private static Node generation(Learned learned, Oracle oracle) {
        return learned.data().map(DataSchema::features).orElse(new Shape.Vector(1)) instanceof Shape.Image
                ? new GenerationView(maker(oracle))
                : Texts.wrapped(
                        tr("A generator that makes rows of a table has nothing to show but numbers."), Styles.MUTED);
    }

    private static GenerationView.Maker maker(Oracle oracle) {
        return new GenerationView.Maker() {
            @Override
            public CompletableFuture<Pictures> generate(int count, long seed) {
                return oracle.generate(count, seed);
            }

            @Override
            public CompletableFuture<Pictures> between(long seed, double part) {
                return oracle.between(seed, part);
            }
        };
    }

    private static Node reconstruction(Shape features, Learned learned, Oracle oracle) {
        if (!(features instanceof Shape.Image image)) {
            return Texts.wrapped(
                    tr(
                            "A network that gives rows of a table back has nothing to show but numbers. Its errors are on the left."),
                    Styles.MUTED);
        }
        List<Example.Picture> pictures = learned.examples().stream()
                .map(Example::content)
                .map(content -> content instanceof Example.Scene scene ? scene.picture() : content)
                .map(content -> content instanceof Example.Masked masked ? masked.picture() : content)
                .filter(Example.Picture.class::isInstance)
                .map(Example.Picture.class::cast)
                .toList();
        ReconstructionView back = new ReconstructionView(
                (int) image.height(), (int) image.width(), (int) image.channels(), pictures, oracle::ask);
        return learned.drawsCodes() ? new VBox(24, back, new GenerationView(maker(oracle))) : back;
    }

    /** The first words of some examples. */
    private static List<String> beginnings(Learned learned) {
        return learned.examples().stream()
                .map(Example::content)
                .filter(Example.Sentence.class::isInstance)
                .map(content -> ((Example.Sentence) content).text().strip())
                .filter(text -> text.length() > LONGEST_BEGINNING && !text.contains("\n"))
                .filter(text -> Character.isUpperCase(text.codePointAt(0)))
                .map(text -> text.substring(0, Math.max(1, text.lastIndexOf(' ', LONGEST_BEGINNING))))
                .distinct()
                .limit(SENTENCES)
                .toList();
    }

    /** Some examples with gaps, as far as the network reads them. */
    private static List<String> gapped(Learned learned) {
        Optional<Vocabulary> vocabulary = learned.vocabulary();
        Optional<Shape> features = learned.data().map(DataSchema::features);
        if (vocabulary.isEmpty() || !(features.orElse(new Shape.Vector(1)) instanceof Shape.Tokens tokens)) {
            return List.of();
        }
        int steps = Math.toIntExact(tokens.steps());
        return learned.examples().stream()
                .map(Example::content)
                .filter(Example.Sentence.class::isInstance)
                .map(content -> ((Example.Sentence) content).text().strip())
                .map(TryOut::beginningOf)
                .map(text -> GappedText.of(text, vocabulary.get(), steps))
                .filter(text -> text.contains(Vocabulary.MASK_SIGN))
                .distinct()
                .limit(SENTENCES)
                .toList();
    }

    private static List<String> sources(Learned learned) {
        return learned.examples().stream()
                .map(Example::content)
                .filter(Example.Pair.class::isInstance)
                .map(content -> ((Example.Pair) content).source())
                .filter(text -> text.length() < LONGEST)
                .limit(SENTENCES)
                .toList();
    }

    /** As much of a text as can be read at a glance, to the end of a word. */
    private static String beginningOf(String text) {
        int blank = text.lastIndexOf(' ', LONGEST);
        return text.length() <= LONGEST ? text : text.substring(0, blank > 0 ? blank : LONGEST);
    }

    private static List<String> sentences(Learned learned) {
        return learned.examples().stream()
                .map(Example::content)
                .filter(Example.Sentence.class::isInstance)
                .map(content -> ((Example.Sentence) content).text())
                .filter(text -> text.length() < LONGEST)
                .limit(SENTENCES)
                .toList();
    }
}
