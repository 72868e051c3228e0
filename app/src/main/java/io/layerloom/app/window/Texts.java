package io.layerloom.app.window;

import static io.layerloom.graph.language.Language.plural;
import static io.layerloom.graph.language.Language.tr;

import io.layerloom.graph.Inference;
import io.layerloom.graph.Problem;
import io.layerloom.themes.Measure;
import io.layerloom.themes.Styles;
import java.util.Locale;
import javafx.geometry.Insets;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/** Labels and figures as the window writes them. */
public final class Texts {

    private Texts() {}

    /** A label of one line. */
    public static Label line(String text, String... styles) {
        Label label = new Label(text);
        label.getStyleClass().addAll(styles);
        return label;
    }

    /** A label that wraps and is never cut short. */
    public static Label wrapped(String text, String... styles) {
        Label label = line(text, styles);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    /** What an empty list says in its middle. */
    static Label placeholder(String text) {
        Label label = wrapped(text, Styles.MUTED);
        label.setPadding(new Insets(Measure.SPACE_16));
        return label;
    }

    /** A count with its thousands apart: {@code 121,930}. */
    public static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** A count with its word: {@code 1 layer}, {@code 8 layers}, {@code 3 classes}. */
    public static String count(long number, String word) {
        return count(number) + " " + word + (number == 1 ? "" : word.endsWith("s") ? "es" : "s");
    }

    /** How much a network learns, "?" where a shape is not known; empty of an empty one. */
    static String parameters(Inference inference) {
        if (inference.reports().isEmpty()) {
            return "";
        }
        boolean known = inference.reports().values().stream()
                        .allMatch(report -> report.output().isPresent())
                && inference.problems().stream().noneMatch(problem -> problem.cause() == Problem.Cause.CYCLE);
        return known ? plural(inference.parameters(), "%,d parameter", "%,d parameters") : tr("? parameters");
    }
}
