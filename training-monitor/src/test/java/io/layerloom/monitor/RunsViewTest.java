package io.layerloom.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import io.layerloom.themes.Theme;
import io.layerloom.themes.Themes;
import java.util.List;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class RunsViewTest {
    private RunsView view;

    @Start
    void show(Stage stage) {
        view = new RunsView();
        Scene scene = new Scene(view, 900, 600);
        Themes.apply(scene, Theme.LIGHT);
        stage.setScene(scene);
        stage.show();
    }

    @Test
    void anOnlyRunShowsItsCurvesUnaskedButNotAgainAfterItsTickWasTakenAway(FxRobot robot) {
        List<RunSeries> one = List.of(MonitorDemo.earlier("run-001", 2, 3));
        robot.interact(() -> view.table().show(one));
        assertThat(view.table().compared()).isEqualTo(one);
        assertThat(view.charts().isVisible()).isTrue();
        robot.interact(() -> {
            view.table().compare(one.get(0), false);
            view.table().show(one);
        });
        assertThat(view.table().compared()).isEmpty();
    }

    @Test
    void severalRunsAreTickedByThePersonAlone(FxRobot robot) {
        robot.interact(() ->
                view.table().show(List.of(MonitorDemo.earlier("run-001", 2, 3), MonitorDemo.earlier("run-002", 2, 4))));
        assertThat(view.table().compared()).isEmpty();
    }

    @Test
    void withoutRunsOneSentenceSaysWhatARunIs(FxRobot robot) {
        assertThat(robot.lookup(EmptyState.class::isInstance).queryAll().stream()
                        .filter(empty -> empty.isVisible() && empty.getScene() != null))
                .hasSize(1);
    }
}
