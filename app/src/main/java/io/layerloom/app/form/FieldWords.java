package io.layerloom.app.form;

import static io.layerloom.graph.language.Language.tr;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.layout.Pane;

/** What a screen reader says of the controls of one line of a form: each is called as the line is, followed by its own name where it has one, and by what is wrong with it. */
final class FieldWords {

    private final Map<Node, String> names = new LinkedHashMap<>();
    private final String help;

    FieldWords(String label, String help, Node control) {
        this.help = help;
        collect(label, control);
        say(Optional.empty());
        explain("");
    }

    /** A pane is no control, but what lies in it is; the parts of a control are its own affair. */
    private void collect(String label, Node node) {
        if (node instanceof Pane pane) {
            pane.getChildren().forEach(child -> collect(label, child));
        } else if (node.isFocusTraversable()) {
            String own = node.getAccessibleText();
            names.put(node, own == null || own.isBlank() ? label : tr("%s, %s", label, own));
        }
    }

    /** Says the name, and what is wrong behind it: that is read aloud at once where the control has the keyboard. */
    void say(Optional<String> fault) {
        names.forEach((node, name) ->
                node.setAccessibleText(fault.map(why -> name + ": " + why).orElse(name)));
    }

    /** Adds to the help what may be entered. */
    void explain(String bounds) {
        String words = Stream.of(help, bounds).filter(text -> !text.isBlank()).collect(Collectors.joining(" "));
        names.keySet().forEach(node -> node.setAccessibleHelp(words.isEmpty() ? null : words));
    }
}
