package io.layerloom.app.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.controlsfx.control.GridView;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class WholeRowsTest {

    private final AtomicReference<WholeRows> rows = new AtomicReference<>();
    private final AtomicReference<GridView<String>> grid = new AtomicReference<>();

    @Start
    void start(Stage stage) {
        GridView<String> view = new GridView<>();
        view.setCellHeight(70);
        view.setVerticalCellSpacing(4);
        grid.set(view);
        rows.set(new WholeRows(view));
        stage.setScene(new Scene(rows.get(), 300, 200));
        stage.show();
    }

    @Test
    void cutsNoRow(FxRobot robot) {
        GridView<String> view = grid.get();
        double around = view.getInsets().getTop() + view.getInsets().getBottom();
        assertThat(view.getHeight()).isEqualTo(2 * 78 + around);
        robot.interact(() -> {
            rows.get().resize(300, 30);
            rows.get().layout();
        });
        assertThat(view.getHeight()).isLessThanOrEqualTo(30);
    }
}
