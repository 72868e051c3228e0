package io.layerloom.app;

import static io.layerloom.app.AppFixture.fx;
import static io.layerloom.app.AppFixture.until;
import static org.assertj.core.api.Assertions.assertThat;

import io.layerloom.graph.NodeId;
import io.layerloom.graph.language.Language;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Control;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;

/** The window for those who do not see it or have no mouse. */
@ExtendWith(ApplicationExtension.class)
class AccessibleTest {

    /** What leads to each of the pages. */
    private static final List<String> WAYS =
            List.of("#brand", "#rail-data", "#rail-design", "#rail-runs", "#rail-insight", "#rail-export", "#backend");

    private AppFixture program;
    private Stage window;

    @Start
    void start(Stage stage) throws IOException {
        window = stage;
        program = new AppFixture(stage);
    }

    @Stop
    void stop() throws IOException {
        program.close();
    }

    @AfterAll
    static void english() {
        Language.use(Language.ENGLISH);
    }

    private void openSample(FxRobot robot) {
        robot.interact(robot.lookup("#sample-mnist-cnn").query()::requestFocus);
        robot.push(KeyCode.ENTER);
        until(() -> program.bench().schemaProperty().get().isPresent());
    }

    @Test
    void everyControlThatTakesTheKeyboardHasAName(FxRobot robot) {
        openSample(robot);
        NodeId layer = program.id("conv1");
        Map<String, List<String>> nameless = new TreeMap<>();
        for (Language language : Language.values()) {
            robot.interact(() -> program.app.languages.choose(Optional.of(language)));
            for (String way : WAYS) {
                robot.clickOn(way);
                nameless.put(language + " " + way, nameless());
            }
            robot.clickOn("#rail-design");
            robot.interact(() -> program.bench().select(layer));
            nameless.put(language + " a layer", nameless());
            robot.interact(() -> program.bench().selection().clear());
        }
        nameless.values().removeIf(List::isEmpty);
        assertThat(nameless).isEmpty();
    }

    private List<String> nameless() {
        return fx(() -> {
            Parent root = window.getScene().getRoot();
            root.applyCss();
            root.layout();
            List<String> found = new ArrayList<>();
            collect(root, found);
            return found;
        });
    }

    /** The parts of a control are its own affair; lists and tables say what their lines are. */
    private static void collect(Node node, List<String> nameless) {
        if (!node.isVisible()) {
            return;
        }
        if (node.isFocusTraversable() && name(node).isBlank()) {
            nameless.add(node.getClass().getSimpleName() + " " + node.getStyleClass() + " #" + node.getId() + " in "
                    + node.getParent());
        }
        boolean holds = !(node instanceof Control) || node.getAccessibleRole() == null || !node.isFocusTraversable();
        if (holds && node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, nameless));
        }
    }

    private static String name(Node node) {
        if (node.getAccessibleText() != null) {
            return node.getAccessibleText();
        }
        Object text = node.queryAccessibleAttribute(AccessibleAttribute.TEXT);
        Object label = node.queryAccessibleAttribute(AccessibleAttribute.LABELED_BY);
        return label instanceof Node by ? name(by) : text == null ? "" : text.toString();
    }

    @Test
    void oneKeyLeadsThroughAllPartsOfTheWindow(FxRobot robot) {
        openSample(robot);
        robot.interact(() -> program.canvas(robot).requestFocus());
        Set<String> reached = new HashSet<>();
        for (int steps = 0; steps < 6; steps++) {
            robot.push(KeyCode.F6);
            reached.add(fx(this::part));
        }
        assertThat(reached).contains("palette", "inspector", "bottom", "canvas", "header", "rail");
        assertThat(fx(() -> program.canvas(robot).isFocused())).isTrue();
        robot.push(KeyCode.SHIFT, KeyCode.F6);
        assertThat(fx(this::part)).isEqualTo("palette");
    }

    /** By its id, or by that of a page's button for the rail. */
    private String part() {
        for (Node at = window.getScene().getFocusOwner(); at != null; at = at.getParent()) {
            String id = at.getId() == null ? at.getClass().getSimpleName().toLowerCase(Locale.ROOT) : at.getId();
            if (Set.of("palette", "inspector", "bottom", "header", "rail").contains(id)) {
                return id;
            }
            if (id.equals("graphcanvas")) {
                return "canvas";
            }
        }
        return "";
    }
}
