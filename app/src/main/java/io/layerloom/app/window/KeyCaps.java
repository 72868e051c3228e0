package io.layerloom.app.window;

import static io.layerloom.graph.language.Language.tr;

import io.layerloom.themes.Measure;
import io.layerloom.themes.Styles;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.HBox;

/** Keys as people know them: each as a cap, or all of them as a text. */
final class KeyCaps extends HBox {

    private static final String NUMBER_PAD = "NUMPAD";

    /** Caps for the ways of doing something by keys, the usual one first. */
    KeyCaps(List<KeyCombination> keys) {
        super(Measure.SPACE_4);
        setAlignment(Pos.CENTER_LEFT);
        for (KeyCombination way : different(keys)) {
            if (!getChildren().isEmpty()) {
                getChildren().add(Texts.line(tr(" or ").strip(), Styles.MUTED, Styles.CAPTION));
            }
            parts(way).stream().map(part -> Texts.line(part, Styles.KEY_CAP)).forEach(getChildren()::add);
        }
    }

    /** The ways as a text, such as {@code Delete or Backspace}. */
    static String text(List<KeyCombination> keys) {
        return different(keys).stream().map(KeyCaps::text).collect(Collectors.joining(tr(" or ")));
    }

    /** One way as a text: {@code Ctrl+Shift+G}. */
    static String text(KeyCombination keys) {
        return keys instanceof KeyCodeCombination code ? held(code) + name(code.getCode()) : keys.getDisplayText();
    }

    /** Two of them at most; a key of the number pad and one of the row above can be called alike. */
    private static List<KeyCombination> different(List<KeyCombination> keys) {
        List<KeyCombination> ways = new ArrayList<>();
        for (KeyCombination way : keys) {
            if (ways.size() < 2 && ways.stream().noneMatch(other -> text(other).equals(text(way)))) {
                ways.add(way);
            }
        }
        return ways;
    }

    private static List<String> parts(KeyCombination keys) {
        if (!(keys instanceof KeyCodeCombination code)) {
            return List.of(keys.getDisplayText());
        }
        List<String> parts = new ArrayList<>(Arrays.asList(held(code).split("\\+")));
        parts.removeIf(String::isEmpty);
        parts.add(name(code.getCode()));
        return parts;
    }

    /** What is held down meanwhile, as the system writes it: {@code Ctrl+Shift+}. */
    private static String held(KeyCodeCombination keys) {
        String all = keys.getDisplayText();
        return all.substring(0, all.length() - bare(keys.getCode()).length());
    }

    private static String bare(KeyCode code) {
        return new KeyCodeCombination(code).getDisplayText();
    }

    /** As it stands on the key. */
    private static String name(KeyCode code) {
        return switch (code) {
            case BACK_SPACE -> tr("Backspace");
            case CONTEXT_MENU -> tr("Context menu");
            case SPACE -> tr("Space");
            case ESCAPE -> tr("Esc");
            case ENTER -> tr("Enter");
            default ->
                code.name().startsWith(NUMBER_PAD)
                        ? tr("Number pad %s", code.name().substring(NUMBER_PAD.length()))
                        : bare(code);
        };
    }
}
