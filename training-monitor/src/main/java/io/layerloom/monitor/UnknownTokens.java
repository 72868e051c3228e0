package io.layerloom.monitor;

import static io.layerloom.graph.language.Language.tr;

import io.layerloom.themes.Styles;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;

/** Says what of a text a network does not know; without a place of its own while it knows everything. */
final class UnknownTokens extends Label {

    private static final int MOST = 8;

    /** @param unknown the characters or words of a text that the network does not know */
    UnknownTokens(ObservableValue<String> typed, Function<String, List<String>> unknown) {
        setId("unknown-tokens");
        getStyleClass().addAll(Styles.CAPTION, Styles.WARN);
        setWrapText(true);
        setMinHeight(USE_PREF_SIZE);
        managedProperty().bind(visibleProperty());
        visibleProperty().bind(textProperty().isNotEmpty());
        textProperty().bind(typed.map(text -> sentence(unknown.apply(text))));
    }

    private static String sentence(List<String> unknown) {
        if (unknown.isEmpty()) {
            return "";
        }
        String some = unknown.stream().limit(MOST).map("\"%s\""::formatted).collect(Collectors.joining(tr(", ")));
        int more = unknown.size() - MOST;
        return more > 0
                ? tr("The network has never seen %s and %d more, and reads that as something unknown.", some, more)
                : tr("The network has never seen %s, and reads that as something unknown.", some);
    }
}
