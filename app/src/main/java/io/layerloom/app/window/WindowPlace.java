package io.layerloom.app.window;

import io.layerloom.app.workbench.Settings;
import io.layerloom.app.workbench.SettingsFile;
import java.util.Objects;
import javafx.animation.PauseTransition;
import javafx.geometry.Rectangle2D;
import javafx.scene.image.Image;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.util.Duration;

/** Where the window lies and how large it is; kept from one start to the next, and put back onto a screen that is still there. */
public final class WindowPlace {

    private static final double MIN_WIDTH = 1024;
    private static final double MIN_HEIGHT = 680;
    private static final double WIDTH = 1600;
    private static final double HEIGHT = 960;

    /** A screen that leaves less than this around the window is filled by it at the first start. */
    private static final double MARGIN = 80;

    private static final Duration SETTLING = Duration.millis(400);

    private WindowPlace() {}

    /** Places a window as it was left, gives it its icon, and remembers where it goes. */
    public static void install(Stage stage, SettingsFile file) {
        stage.getIcons().setAll(icon("icon-32.png"), icon("icon-128.png"));
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        Settings settings = file.get();
        double width = Math.min(screen.getWidth(), settings.measure("window.width", WIDTH));
        double height = Math.min(screen.getHeight(), settings.measure("window.height", HEIGHT));
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
        boolean small = screen.getWidth() < WIDTH + MARGIN || screen.getHeight() < HEIGHT + MARGIN;
        stage.setMaximized(settings.measure("window.maximized", small ? 1 : 0) == 1);
        stage.setOnShown(event -> insist(stage, width, height));
        stage.setOnHidden(event -> file.update(now -> kept(now, stage)));
    }

    /** On Linux, a slow window manager may answer the first wish for a size with the least one; the second wish is heard. */
    private static void insist(Stage stage, double width, double height) {
        PauseTransition settling = new PauseTransition(SETTLING);
        settling.setOnFinished(event -> {
            boolean least = stage.getWidth() <= stage.getMinWidth() && stage.getHeight() <= stage.getMinHeight();
            if (least && !stage.isMaximized()) {
                stage.setWidth(width);
                stage.setHeight(height);
            }
        });
        settling.play();
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
