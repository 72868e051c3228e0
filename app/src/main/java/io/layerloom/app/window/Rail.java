package io.layerloom.app.window;

import io.layerloom.themes.Icons;
import io.layerloom.themes.Styles;
import java.util.Arrays;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.VBox;

/** The pages along the left edge. */
final class Rail extends VBox {

    Rail(Navigation navigation) {
        super(4);
        getStyleClass().add(Styles.RAIL);
        ToggleGroup group = new ToggleGroup();
        Arrays.stream(Page.values())
                .filter(Page::onRail)
                .forEach(page -> getChildren().add(button(page, group, navigation)));
        Watch.on(
                navigation.pageProperty(),
                group,
                all -> mark(all, navigation.pageProperty().get()));
        mark(group, navigation.pageProperty().get());
    }

    private static ToggleButton button(Page page, ToggleGroup group, Navigation navigation) {
        ToggleButton button = new ToggleButton(page.label(), page.icon().node(Icons.LARGE));
        button.getStyleClass().add(Styles.RAIL_BUTTON);
        button.setContentDisplay(ContentDisplay.TOP);
        button.setMaxWidth(Double.MAX_VALUE);
        button.setToggleGroup(group);
        button.setUserData(page);
        button.setId("rail-" + page.name().toLowerCase(java.util.Locale.ROOT));
        button.setOnAction(event -> {
            navigation.to(page);
            button.setSelected(true); // a second press must not leave no page chosen
        });
        return button;
    }

    private static void mark(ToggleGroup group, Page page) {
        group.selectToggle(group.getToggles().stream()
                .filter(toggle -> page.equals(toggle.getUserData()))
                .findFirst()
                .orElse(null));
    }
}
