package io.layerloom.app.window;

import io.layerloom.app.workbench.Settings;
import io.layerloom.app.workbench.SettingsFile;
import java.util.Objects;
import javafx.geometry.Rectangle2D;
import javafx.scene.image.Image;
import javafx.stage.Screen;
import javafx.stage.Stage;

/** Where the window lies and how large it is; kept from one start to the next, and put back onto a screen that is still there. */
public final class WindowPlace {

    private static final double MIN_WIDTH = 1024;
    private static final double MIN_HEIGHT = 680;

    private WindowPlace() {}

    /** Places a window as it was left, gives it its icon, and remembers where it goes. */
    public static void install(Stage stage, SettingsFile file) {
        stage.getIcons().setAll(icon("icon-32.png"), icon("icon-128.png"));
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        Settings settings = file.get();
        double width = Math.min(screen.getWidth(), settings.measure("window.width", 1440));
        double height = Math.min(screen.getHeight(), settings.measure("window.height", 900));
        stage.setMinWidth(Math.min(MIN_WIDTH, screen.getWidth()));
        stage.setMinHeight(Math.min(MIN_HEIGHT, screen.getHeight()));
        stage.setWidth(width);
        stage.setHeight(height);
        double x = settings.measure("window.x", Double.NaN);
        double y = settings.measure("window.y", Double.NaN);
        if (!Screen.getScreensForRectangle(x, y, width, height).isEmpty()) {
            stage.setX(x);
            stage.setY(y);
        }
        stage.setMaximized(settings.measure("window.maximized", 0) == 1);
        stage.setOnHidden(event -> file.update(now -> kept(now, stage)));
    }

    private static Settings kept(Settings now, Stage stage) {
        Settings kept = now.with("window.maximized", stage.isMaximized() ? 1 : 0);
        return stage.isMaximized()
                ? kept
                : kept.with("window.width", stage.getWidth())
                        .with("window.height", stage.getHeight())
                        .with("window.x", stage.getX())
                        .with("window.y", stage.getY());
    }

    private static Image icon(String name) {
        return new Image(
                Objects.requireNonNull(WindowPlace.class.getResource(name)).toExternalForm());
    }
}
