package io.layerloom.app.form;

import static org.assertj.core.api.Assertions.assertThat;

import io.layerloom.graph.Labelled;
import io.layerloom.graph.Param;
import io.layerloom.graph.Rows;
import io.layerloom.graph.Size2;
import io.layerloom.graph.Values;
import io.layerloom.themes.Styles;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.controlsfx.control.SearchableComboBox;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class ParamFormTest {

    enum Mode implements Labelled {
        SAME,
        VALID;

        @Override
        public String label() {
            return name();
        }
    }

    enum Key implements Labelled {
        C,
        D,
        E,
        F,
        G,
        A,
        B,
        H;

        @Override
        public String label() {
            return "Key of " + name();
        }
    }

    private static final Param<Integer> FILTERS =
            Param.integer("filters", 32, 1, 4096).label("Filters");
    private static final Param<Double> RATE = Param.real("rate", 0.001, 0, 1).label("Rate");
    private static final Param<Size2> KERNEL = Param.size("kernel", 3, 1, 31).label("Kernel");
    private static final Param<Mode> MODE = Param.choice("mode", Mode.VALID).label("Mode");
    private static final Param<Boolean> BIAS = Param.flag("bias", true).label("Bias");
    private static final Param<Double> START =
            Param.real("start", 0, -1, 1).label("Bias starts at").shownWhen(values -> values.get(BIAS));
    private static final List<Param<?>> ALL = List.of(FILTERS, RATE, KERNEL, MODE, BIAS, START);

    private final List<String> changes = new ArrayList<>();
    private Values values = Values.initial(ALL);
    private ParamForm form;

    @Start
    void start(Stage stage) {
        form = new ParamForm(
                new ParamForm.Sink() {
                    @Override
                    public <T> void set(Param<T> param, T value) {
                        changes.add(param.key() + "=" + value);
                        values = values.with(param, value);
                        form.show(ALL, values);
                    }
                },
                Mending.NONE);
        form.show(ALL, values);
        stage.setScene(new Scene(new VBox(form, new TextField()), 400, 500));
        stage.show();
    }

    private static TextField field(FxRobot robot, String key) {
        return robot.from(robot.lookup("#param-" + key).<Node>query())
                .lookup(".text-field")
                .query();
    }

    private static void type(FxRobot robot, String key, String text) {
        robot.clickOn(field(robot, key)).push(KeyCode.SHORTCUT, KeyCode.A).write(text);
    }

    private static String fault(FxRobot robot, String key) {
        return robot.from(robot.lookup("#param-" + key).<Node>query())
                .lookup("." + FormStyles.FAULT)
                .<Label>tryQuery()
                .map(Label::getText)
                .orElse("");
    }

    @Test
    void handsAnAcceptedNumberOnOnceByEnter(FxRobot robot) {
        type(robot, "filters", "64");
        assertThat(changes).isEmpty();
        robot.push(KeyCode.ENTER).push(KeyCode.TAB);
        assertThat(changes).containsExactly("filters=64");
    }

    @Test
    void handsItOnWhenTheFieldIsLeft(FxRobot robot) {
        type(robot, "rate", "3e-4");
        robot.push(KeyCode.TAB);
        assertThat(changes).containsExactly("rate=3.0E-4");
        assertThat(field(robot, "rate").getText()).isEqualTo("0.0003");
    }

    @Test
    void keepsWhatIsRefusedMarkedUntilItIsMendedOrPutBack(FxRobot robot) {
        type(robot, "filters", "0");
        assertThat(fault(robot, "filters")).isEqualTo("Filters must lie between 1 and 4,096. Received: 0.");
        for (KeyCode leave : List.of(KeyCode.ENTER, KeyCode.TAB)) {
            robot.push(leave);
            assertThat(changes).isEmpty();
            assertThat(field(robot, "filters").getText()).isEqualTo("0");
            assertThat(field(robot, "filters").getStyleClass()).contains(Styles.INVALID);
            assertThat(fault(robot, "filters"))
                    .isEqualTo("Filters must lie between 1 and 4,096. Received: 0. Still in force: 32.");
        }
        robot.clickOn(field(robot, "filters")).push(KeyCode.ESCAPE);
        assertShows(robot, "32");
        type(robot, "filters", "many");
        robot.push(KeyCode.TAB);
        assertThat(fault(robot, "filters"))
                .isEqualTo("Filters must be a whole number from 1 to 4,096. Still in force: 32.");
        type(robot, "filters", "48");
        robot.push(KeyCode.ENTER);
        assertThat(changes).containsExactly("filters=48");
        assertShows(robot, "48");
    }

    @Test
    void whatIsNotInAListLeavesTheValueThatHolds(FxRobot robot) {
        Param<Key> key = Param.choice("key", Key.G).label("Key");
        robot.interact(() -> form.show(List.of(key), Values.EMPTY.with(key, Key.G)));
        ComboBox<?> box = robot.from(robot.lookup("#param-key").<Node>query())
                .lookup(SearchableComboBox.class::isInstance)
                .query();
        for (KeyCode leave : List.of(KeyCode.ENTER, KeyCode.TAB, KeyCode.ESCAPE)) {
            robot.clickOn(box).write("nonsense");
            WaitForAsyncUtils.waitForFxEvents();
            assertThat(robot.lookup("Nothing of this name.").tryQuery()).isPresent();
            robot.push(leave);
            robot.interact(box::hide);
            WaitForAsyncUtils.waitForFxEvents();
            assertThat(box.getValue()).as(leave.getName()).isEqualTo(Key.G);
        }
        assertThat(changes).isEmpty();
    }

    @Test
    void aRefusedTextOutlivesOtherChangesButNotItsOwn(FxRobot robot) {
        type(robot, "rate", "7");
        robot.push(KeyCode.TAB);
        type(robot, "filters", "64");
        robot.push(KeyCode.ENTER);
        assertThat(field(robot, "rate").getText()).isEqualTo("7");
        robot.interact(() -> form.show(ALL, values.with(RATE, 0.5)));
        assertThat(field(robot, "rate").getText()).isEqualTo("0.5");
        assertThat(fault(robot, "rate")).isEmpty();
    }

    @Test
    void whatIsBeingTypedOutlivesOtherChangesButNotItsOwn(FxRobot robot) {
        type(robot, "filters", "12");
        robot.interact(() -> form.show(ALL, values.with(RATE, 0.5)));
        assertThat(field(robot, "filters").getText()).isEqualTo("12");
        robot.interact(() -> form.show(ALL, values.with(FILTERS, 64)));
        assertThat(field(robot, "filters").getText()).isEqualTo("64");
    }

    @Test
    void aRefusedTextIsNothingToSomethingElse(FxRobot robot) {
        type(robot, "filters", "0");
        type(robot, "kernel", "99");
        robot.push(KeyCode.TAB);
        assertThat(fault(robot, "kernel"))
                .isEqualTo("Kernel must lie between 1 and 31. Received: 99. Still in force: 3.");
        robot.interact(() -> form.turn());
        assertShows(robot, "32");
        assertThat(field(robot, "kernel").getText()).isEqualTo("3");
        assertThat(fault(robot, "kernel")).isEmpty();
    }

    @Test
    void anArrowLeadsBackFromARefusedText(FxRobot robot) {
        type(robot, "filters", "9999");
        robot.push(KeyCode.ENTER).push(KeyCode.DOWN);
        assertThat(changes).containsExactly("filters=31");
        assertShows(robot, "31");
    }

    private static void assertShows(FxRobot robot, String filters) {
        assertThat(field(robot, "filters").getText()).isEqualTo(filters);
        assertThat(field(robot, "filters").getStyleClass()).doesNotContain(Styles.INVALID);
        assertThat(fault(robot, "filters")).isEmpty();
    }

    @Test
    void stepsByTheArrowKeys(FxRobot robot) {
        robot.clickOn(field(robot, "filters")).push(KeyCode.UP).push(KeyCode.SHIFT, KeyCode.DOWN);
        assertThat(changes).containsExactly("filters=33", "filters=23");
    }

    @Test
    void keepsASquareSquareUntilTheLinkIsOpened(FxRobot robot) {
        type(robot, "kernel", "5");
        robot.push(KeyCode.ENTER);
        assertThat(changes).containsExactly("kernel=5×5");
        robot.clickOn(robot.lookup("." + FormStyles.LINK).<Node>query());
        type(robot, "kernel", "7");
        robot.push(KeyCode.ENTER);
        assertThat(changes).containsExactly("kernel=5×5", "kernel=7×5");
    }

    @Test
    void saysWhereSeveralThingsDifferAndSetsThemAll(FxRobot robot) {
        Param<String> file = Param.file("file").label("File");
        Param<Rows> numbers =
                Param.numbers("numbers", Rows.parse("3"), 9, List.of()).label("Numbers");
        List<Param<?>> differing = List.of(BIAS, file, numbers);
        Values first = Values.initial(differing).with(file, "a.csv").with(numbers, Rows.parse("1 2"));
        robot.interact(() -> form.show(differing, first, differing));
        TextArea rows = robot.lookup("#param-numbers .text-area").query();
        Node words = robot.lookup("#param-bias")
                .lookup((Label label) -> label.getText().equals("several values"))
                .query();
        assertThat(words.isVisible()).isTrue();
        assertThat(field(robot, "file").getText()).isEmpty();
        assertThat(field(robot, "file").getPromptText()).isEqualTo("several values");
        assertThat(rows.getText()).isEmpty();
        assertThat(rows.getPromptText()).isEqualTo("several values");
        robot.clickOn(rows).clickOn(field(robot, "file"));
        assertThat(changes).isEmpty();
        robot.clickOn(words);
        robot.interact(() -> form.show(differing, first, differing));
        robot.clickOn(robot.lookup("#param-numbers .text-area").<TextArea>query())
                .write("1 2")
                .push(KeyCode.SHORTCUT, KeyCode.ENTER);
        assertThat(changes).containsExactly("bias=true", "numbers=1 2");
    }

    @Test
    void hidesWhatHasNoEffect(FxRobot robot) {
        assertThat(robot.lookup("#param-start").<Node>query().isVisible()).isTrue();
        robot.clickOn(robot.lookup("#param-bias .toggle-switch").<Node>query());
        assertThat(changes).containsExactly("bias=false");
        assertThat(robot.lookup("#param-start").<Node>query().isVisible()).isFalse();
    }

    @Test
    void handsAChoiceOnAtOnce(FxRobot robot) {
        ComboBox<Mode> box = robot.lookup("#param-mode .combo-box").query();
        robot.interact(() -> box.setValue(Mode.SAME));
        assertThat(changes).containsExactly("mode=SAME");
    }

    @Test
    void walkingThroughAListByTheArrowKeysIsOneChoice(FxRobot robot) {
        ComboBox<Mode> box = robot.lookup("#param-mode .combo-box").query();
        robot.interact(box::requestFocus);
        robot.push(KeyCode.DOWN).push(KeyCode.UP);
        assertThat(changes).isEmpty();
        assertThat(box.isShowing()).isTrue();
        robot.push(KeyCode.DOWN).push(KeyCode.UP).push(KeyCode.ENTER);
        assertThat(changes).containsExactly("mode=SAME");
    }

    @Test
    void aLongNameOfASettingIsNotCutShort(FxRobot robot) {
        Param<Integer> weight = Param.integer("weight", 5, 1, 9).label("Weight of coordinates in the loss");
        robot.interact(() -> {
            form.show(List.of(weight), Values.initial(List.of(weight)));
            form.setMaxWidth(260);
        });
        Label name = robot.lookup("Weight of coordinates in the loss").query();
        robot.interact(() -> form.getScene().getRoot().layout());
        assertThat(name.getHeight()).isGreaterThanOrEqualTo(name.prefHeight(name.getWidth()));
        assertThat(name.getHeight()).isGreaterThan(30);
    }
}
