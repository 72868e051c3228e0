package io.layerloom.themes;

import java.net.URL;
import java.util.HashMap;
import java.util.Map;
import javafx.application.Application;
import javafx.application.ConditionalFeature;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Scene;

/**
 * The switch between themes and between sizes of text.
 *
 * <p>Both hold for the whole program: every open window, menu, dialog and popover follows at once. What the person chose is remembered elsewhere.
 */
public final class Themes {
    private static final ReadOnlyObjectWrapper<Theme> CURRENT =
            new ReadOnlyObjectWrapper<>(Themes.class, "current", Theme.LIGHT);
    private static final ReadOnlyObjectWrapper<TextSize> TEXT_SIZE =
            new ReadOnlyObjectWrapper<>(Themes.class, "textSize", TextSize.NORMAL);
    private static final Map<Look, String> ADDRESSES = new HashMap<>();

    private record Look(Theme theme, TextSize size) {}

    private Themes() {}

    /** Shows the whole program in {@code theme}; on the JavaFX thread. */
    public static void use(Theme theme) {
        show(new Look(theme, TEXT_SIZE.get()));
        CURRENT.set(theme);
    }

    /** Shows all text of the program in this size; on the JavaFX thread. */
    public static void use(TextSize size) {
        show(new Look(CURRENT.get(), size));
        TEXT_SIZE.set(size);
    }

    private static void show(Look look) {
        boolean transparent = Platform.isSupported(ConditionalFeature.TRANSPARENT_WINDOW);
        if (ADDRESSES.isEmpty() && !transparent) {
            PopupGround.begin();
        }
        String address =
                ADDRESSES.computeIfAbsent(look, shown -> StyleSheet.address(shown.theme(), shown.size(), transparent));
        if (!address.equals(Application.getUserAgentStylesheet())) {
            Application.setUserAgentStylesheet(address);
        }
    }

    /** The address of a sheet that stands beside ours, with its lengths at the size of text in use; to be asked for anew when that changes. */
    public static String sheet(URL file) {
        return StyleSheet.address(file, TEXT_SIZE.get());
    }

    /** Makes {@code scene} ours and shows the whole program in {@code theme}; on the JavaFX thread. */
    public static void apply(Scene scene, Theme theme) {
        use(theme);
        scene.setFill(tokens().background());
        if (!scene.getRoot().getStyleClass().contains(Styles.APP)) {
            scene.getRoot().getStyleClass().add(Styles.APP);
        }
    }

    /** The size of text in use. */
    public static ReadOnlyObjectProperty<TextSize> textSize() {
        return TEXT_SIZE.getReadOnlyProperty();
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
