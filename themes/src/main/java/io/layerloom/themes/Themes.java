package io.layerloom.themes;

import java.util.EnumMap;
import java.util.Map;
import javafx.application.Application;
import javafx.application.ConditionalFeature;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Scene;

/**
 * The switch between themes.
 *
 * <p>A theme holds for the whole program: every open window, menu, dialog and popover follows at once. What the person chose is remembered elsewhere.
 */
public final class Themes {
    private static final ReadOnlyObjectWrapper<Theme> CURRENT =
            new ReadOnlyObjectWrapper<>(Themes.class, "current", Theme.LIGHT);
    private static final Map<Theme, String> ADDRESSES = new EnumMap<>(Theme.class);

    private Themes() {}

    /** Shows the whole program in {@code theme}; on the JavaFX thread. */
    public static void use(Theme theme) {
        String address = ADDRESSES.computeIfAbsent(
                theme, shown -> StyleSheet.address(shown, Platform.isSupported(ConditionalFeature.TRANSPARENT_WINDOW)));
        if (!address.equals(Application.getUserAgentStylesheet())) {
            Application.setUserAgentStylesheet(address);
        }
        CURRENT.set(theme);
    }

    /** Makes {@code scene} ours and shows the whole program in {@code theme}; on the JavaFX thread. */
    public static void apply(Scene scene, Theme theme) {
        use(theme);
        scene.setFill(tokens().background());
        if (!scene.getRoot().getStyleClass().contains(Styles.APP)) {
            scene.getRoot().getStyleClass().add(Styles.APP);
        }
    }

    /** The theme in use. */
    public static ReadOnlyObjectProperty<Theme> current() {
        return CURRENT.getReadOnlyProperty();
    }

    /** The colours of the theme in use. */
    public static Tokens tokens() {
        return Tokens.of(CURRENT.get());
    }
}
