package io.layerloom.app;

import static io.layerloom.app.AppFixture.fx;
import static io.layerloom.app.AppFixture.until;
import static org.assertj.core.api.Assertions.assertThat;

import io.layerloom.app.workbench.SettingsFile;
import io.layerloom.canvas.CanvasProbe;
import io.layerloom.graph.Document;
import io.layerloom.graph.Edits;
import io.layerloom.graph.Graph;
import io.layerloom.graph.NodeId;
import io.layerloom.graph.Param;
import io.layerloom.graph.TrainingPlan;
import io.layerloom.graph.Wire;
import io.layerloom.themes.Styles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.geometry.Point2D;
import javafx.geometry.VerticalDirection;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;
import org.testfx.util.WaitForAsyncUtils;

/** The window as a person uses it: with pointer and keys. */
@ExtendWith(ApplicationExtension.class)
class WindowTest {

    private AppFixture program;

    @Start
    void start(Stage stage) throws IOException {
        program = new AppFixture(stage);
    }

    @Stop
    void stop() throws IOException {
        program.close();
    }

    private Graph graph() {
        return program.document().graph();
    }

    private void createEmpty(FxRobot robot) {
        robot.clickOn("#welcome-new");
        until(() -> robot.lookup("#palette").tryQuery().isPresent());
    }

    private void openSample(FxRobot robot, String id) {
        // By key, because the card may lie below what fits in the window.
        robot.interact(robot.lookup("#sample-" + id).query()::requestFocus);
        robot.push(KeyCode.ENTER);
        until(() -> !program.bench().document().graph().nodes().isEmpty());
    }

    private void add(FxRobot robot, String search) {
        robot.interact(() -> program.canvas(robot).requestFocus());
        robot.write("/" + search).push(KeyCode.ENTER);
        robot.push(KeyCode.ESCAPE);
    }

    @Test
    void findsALayerByKeysAndAddsIt(FxRobot robot) {
        createEmpty(robot);
        add(robot, "dense");
        assertThat(graph().named("dense_1")).isPresent();
        robot.push(KeyCode.SHORTCUT, KeyCode.Z);
        robot.clickOn("#header-undo");
        assertThat(graph().nodes()).isEmpty();
    }

    @Test
    void aLayerIsDraggedFromThePaletteOntoTheCanvasOrPutBack(FxRobot robot) {
        createEmpty(robot);
        Node entry = robot.lookup("#palette-dense").query();
        Point2D from = fx(() -> entry.localToScreen(40, 14));
        Point2D to = program.place(robot, 0.4, 0.3);
        robot.moveTo(from).press(MouseButton.PRIMARY).moveTo(from.add(10, 6)).moveTo(to);
        robot.push(KeyCode.ESCAPE).release(MouseButton.PRIMARY);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(graph().nodes()).isEmpty();
        AppFixture.drag(robot, from, to);
        assertThat(graph().named("dense_1")).isPresent();
        assertThat(fx(() -> program.canvas(robot).isFocused())).isTrue();
        double before = fx(() -> program.canvas(robot).zoomProperty().get());
        robot.scroll(1, VerticalDirection.UP);
        until(() -> program.canvas(robot).zoomProperty().get() != before);
    }

    @Test
    void undoDuringADragGivesBackWhatIsHeld(FxRobot robot) {
        createEmpty(robot);
        add(robot, "dense");
        Document document = program.document();
        NodeId dense = program.id("dense_1");
        robot.moveTo(fx(() -> CanvasProbe.node(program.canvas(robot), dense)));
        robot.press(MouseButton.PRIMARY).moveBy(30, 20).moveBy(30, 20);
        robot.push(KeyCode.SHORTCUT, KeyCode.Z).release(MouseButton.PRIMARY);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(program.document()).isEqualTo(document);
    }

    @Test
    void findsALayerOfTheDrawingFromTheLowerPanel(FxRobot robot) {
        openSample(robot, "mnist-cnn");
        robot.clickOn("#rail-design");
        int layers = graph().nodes().size();
        robot.interact(() -> robot.lookup("#problems").query().requestFocus());
        robot.push(KeyCode.SHORTCUT, KeyCode.F);
        robot.write("hidden").push(KeyCode.ENTER);
        until(() -> Set.copyOf(program.canvas(robot).selection()).equals(Set.of(program.id("hidden"))));
        assertThat(graph().nodes()).hasSize(layers);
    }

    @Test
    void drawsTheNetworkAndWhatIsSelectedOfItForPrint(FxRobot robot) throws IOException {
        openSample(robot, "mnist-cnn");
        Path whole = program.home.resolve("net.svg");
        program.picture = Optional.of(whole);
        robot.clickOn("#project-menu").clickOn("#menu-picture");
        until(() -> Files.exists(whole));
        assertThat(Files.readString(whole)).contains("MNIST digits", "Convolution 2D", "Dense");
        Path part = program.home.resolve("part.svg");
        program.picture = Optional.of(part);
        robot.interact(() -> program.bench().select(program.id("hidden")));
        robot.push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.P);
        robot.write("picture of the sel").push(KeyCode.ENTER);
        until(() -> Files.exists(part));
        assertThat(Files.readString(part)).contains("Dense").doesNotContain("Convolution 2D");
    }

    @Test
    void dragsALayerFromThePaletteOntoTheCanvas(FxRobot robot) {
        createEmpty(robot);
        Node entry = robot.lookup("#palette-dense").query();
        Point2D from = AppFixture.fx(() -> entry.localToScreen(40, 14));
        AppFixture.drag(robot, from, program.place(robot, 0.5, 0.3));
        until(() -> program.bench().document().graph().named("dense_1").isPresent());
        NodeId id = program.id("dense_1");
        Point2D at = AppFixture.fx(() -> CanvasProbe.node(program.canvas(robot), id));
        assertThat(at.distance(program.place(robot, 0.5, 0.3))).isLessThan(120);
    }

    @Test
    void aPaletteOverTheDrawingLeavesItFreeForTheLayerThatIsDraggedOutOfIt(FxRobot robot) {
        createEmpty(robot);
        robot.push(KeyCode.F7).push(KeyCode.F7);
        Node entry = robot.lookup("#palette-dense").query();
        Node palette = robot.lookup("#palette").query();
        Point2D from = fx(() -> entry.localToScreen(40, 14));
        Point2D below = fx(() -> palette.localToScreen(palette.getLayoutBounds().getWidth() / 2, 300));
        robot.moveTo(from).press(MouseButton.PRIMARY).moveTo(from.add(10, 6)).moveTo(program.place(robot, 0.5, 0.3));
        until(() -> !palette.getParent().isVisible());
        robot.moveTo(below).release(MouseButton.PRIMARY);
        until(() -> program.bench().document().graph().named("dense_1").isPresent());
        assertThat(fx(() -> palette.getParent().isVisible())).isFalse();
    }

    @Test
    void aDrawerOfThePaletteStaysClosedExceptForASearch(FxRobot robot) {
        createEmpty(robot);
        assertThat(robot.lookup("#palette-dense").tryQuery()).isPresent();
        robot.clickOn("#drawer-core");
        assertThat(robot.lookup("#palette-dense").tryQuery()).isEmpty();
        assertThat(robot.lookup("#palette-conv2d").tryQuery()).isPresent();
        assertThat(new SettingsFile(program.home.resolve("settings.json")).get().closed())
                .containsExactly("CORE");
        robot.push(KeyCode.SHORTCUT, KeyCode.F);
        robot.write("dense");
        assertThat(robot.lookup("#palette-dense").tryQuery()).isPresent();
        robot.push(KeyCode.ESCAPE);
        assertThat(robot.lookup("#palette-dense").tryQuery()).isEmpty();
        robot.interact(() -> robot.lookup("#drawer-core").query().requestFocus());
        robot.push(KeyCode.RIGHT);
        assertThat(robot.lookup("#palette-dense").tryQuery()).isPresent();
    }

    @Test
    void theMenuLeadsBackToTheWelcomePage(FxRobot robot) {
        createEmpty(robot);
        robot.clickOn("#project-menu").clickOn("#menu-welcome");
        assertThat(robot.lookup("#welcome").tryQuery().filter(Node::isVisible)).isPresent();
    }

    @Test
    void savesAndOpensAgain(FxRobot robot) {
        createEmpty(robot);
        add(robot, "dense");
        assertThat(robot.lookup("#dirty").<Node>query().isVisible()).isTrue();
        Path file = program.home.resolve("first.loom");
        program.saving = Optional.of(program.home.resolve("first"));
        robot.push(KeyCode.SHORTCUT, KeyCode.S);
        until(() ->
                Files.isRegularFile(file) && !program.bench().dirtyProperty().get());
        assertThat(robot.lookup("#project-name").<Label>query().getText()).isEqualTo("first.loom");
        Document saved = program.document();
        robot.push(KeyCode.SHORTCUT, KeyCode.N);
        until(() -> program.bench().document().graph().nodes().isEmpty());
        program.opening = Optional.of(file);
        robot.push(KeyCode.SHORTCUT, KeyCode.O);
        until(() -> program.bench().document().equals(saved));
    }

    @Test
    void theKeySheetShowsEveryKeyAndGivesNoneAwayThatTheWindowNeeds(FxRobot robot) {
        createEmpty(robot);
        robot.interact(() -> program.canvas(robot).requestFocus());
        robot.write("?");
        until(() -> robot.lookup("#keys").tryQuery().isPresent());
        for (String shown : List.of("Quit", "Tidy the network", "Find a layer to add", "Save")) {
            assertThat(robot.from(robot.lookup("#keys")).lookup(shown).tryQuery())
                    .as(shown)
                    .isPresent();
        }
        robot.clickOn("#key-add");
        robot.push(KeyCode.SHORTCUT, KeyCode.S);
        assertThat(robot.lookup("#keys-said").<Label>query().getText()).contains("stands for \"Save\" already");
        robot.clickOn("#key-find");
        robot.push(KeyCode.SHORTCUT, KeyCode.F);
        assertThat(robot.lookup("#keys-said").<Label>query().getText()).doesNotContain("already");
        robot.clickOn("#key-add");
        robot.push(KeyCode.SHORTCUT, KeyCode.D);
        assertThat(robot.lookup("#keys-said").<Label>query().getText()).contains("stands for \"Duplicate\" already");
        robot.interact(() -> robot.lookup("#keys-filter").<TextField>query().setText("quit")); // as by pasting
        assertThat(robot.from(robot.lookup("#keys")).lookup("Quit").tryQuery()).isPresent();
        assertThat(robot.from(robot.lookup("#keys")).lookup("Save").tryQuery()).isEmpty();
    }

    @Test
    void theKeyOfHelpTellsOfTheKeysWhereTheSelectedLayerIsOutOfView(FxRobot robot) {
        openSample(robot, "mnist-cnn");
        robot.interact(() -> program.bench().select(program.id("conv1")));
        robot.clickOn("#rail-runs").push(KeyCode.F1);
        until(() -> robot.lookup("#keys").tryQuery().isPresent());
        assertThat(robot.lookup("#layer-help").tryQuery()).isEmpty();
    }

    @Test
    void aSlashLeadsToThePaletteFromEveryPage(FxRobot robot) {
        createEmpty(robot);
        robot.clickOn("#rail-runs").write("/");
        until(() -> robot.lookup("#palette-search")
                .tryQuery()
                .filter(Node::isFocused)
                .isPresent());
    }

    @Test
    void nothingIsSaidOfHowManyParametersLayersHoldThatCannotBeInferred(FxRobot robot) {
        createEmpty(robot);
        add(robot, "dense");
        add(robot, "dense");
        robot.interact(() -> {
            program.bench().selection().clear();
            program.bench().selection().addAll(graph().nodes().keySet());
        });
        assertThat(robot.from(robot.lookup("#inspector")).lookup("?").tryQuery())
                .isPresent();
    }

    @Test
    void everyLayerHasAHelpPage(FxRobot robot) {
        openSample(robot, "mnist-cnn");
        robot.interact(() -> program.bench().select(program.id("conv1")));
        until(() -> program.bench()
                .drawing()
                .inference()
                .report(program.id("conv1"))
                .output()
                .isPresent());
        robot.interact(() -> program.canvas(robot).requestFocus());
        robot.push(KeyCode.F1);
        until(() -> robot.lookup("#layer-help").tryQuery().isPresent());
        for (String shown :
                List.of("Convolution 2D", "28×28×1", "26×26×32", "32 · (3·3·1) + 32 = 320 parameters", "Kernel")) {
            assertThat(robot.from(robot.lookup("#layer-help")).lookup(shown).tryQuery())
                    .as(shown)
                    .isPresent();
        }
        NodeId dense = program.id("hidden");
        Param<Boolean> bypassed = Param.flag("bypassed", false);
        robot.interact(() -> {
            program.bench().apply(Edits.set(program.id("flatten"), bypassed, true));
            program.bench().apply(Edits.set(dense, bypassed, true));
            program.bench().select(dense);
        });
        until(() -> program.bench().drawing().inference().report(dense).output().isPresent());
        robot.interact(() -> robot.lookup("#about-layer").<Button>query().fire());
        assertThat(robot.lookup("#layer-help").queryAll()).hasSize(1);
        assertThat(robot.from(robot.lookup("#layer-help")).lookup("Dense").tryQuery())
                .isPresent();
    }

    @Test
    void asksBeforeChangesAreLost(FxRobot robot) {
        createEmpty(robot);
        add(robot, "dense");
        robot.push(KeyCode.SHORTCUT, KeyCode.W);
        robot.clickOn("Cancel");
        assertThat(graph().nodes()).hasSize(1);
        robot.push(KeyCode.SHORTCUT, KeyCode.W);
        robot.clickOn("Discard");
        until(() -> program.bench().document().graph().nodes().isEmpty());
    }

    @Test
    void keepsEverythingWhenAFileIsDamaged(FxRobot robot) throws IOException {
        openSample(robot, "iris-mlp");
        Document before = program.document();
        Path damaged = Files.writeString(program.home.resolve("damaged.loom"), "{\"format\": 1, ");
        program.opening = Optional.of(damaged);
        robot.push(KeyCode.SHORTCUT, KeyCode.O);
        until(() -> robot.lookup("#notices .label").tryQuery().isPresent());
        assertThat(robot.lookup("#notices .label").<Label>query().getText()).contains("damaged.loom");
        assertThat(program.document()).isEqualTo(before);
    }

    @Test
    void changesASettingInOneStepWithItsName(FxRobot robot) {
        openSample(robot, "mnist-cnn");
        NodeId conv = program.id("conv1");
        robot.interact(() -> program.bench().select(conv));
        TextField filters = robot.lookup("#param-filters .text-field").query();
        robot.clickOn(filters).push(KeyCode.SHORTCUT, KeyCode.A).write("16").push(KeyCode.ENTER);
        assertThat(graph().node(conv).values().plain()).containsEntry("filters", 16);
        assertThat(program.bench().undoLabelProperty().get()).hasValue("Change filters of conv1: 32 → 16");
        assertThat(robot.lookup("#inspector-shape .label").<Label>query().getText())
                .endsWith("26×26×16");
        robot.clickOn("#header-undo");
        assertThat(filters.getText()).isEqualTo("32");
    }

    @Test
    void aSelectedWireSaysWhatItCarriesAndCanBeCut(FxRobot robot) {
        openSample(robot, "mnist-cnn");
        NodeId conv = program.id("conv1");
        robot.interact(() -> program.bench().select(conv));
        robot.interact(() -> program.canvas(robot).requestFocus());
        robot.push(KeyCode.E).push(KeyCode.E); // into the layer, then out of it
        assertThat(words(robot, "#wire-shape .label")).containsExactly("26", "×", "26", "×", "32");
        assertThat(words(robot, "#wire-facts .label"))
                .contains("conv1 (Convolution 2D), output", "an image of 26×26×32", "21,632 numbers");
        Wire selected = program.canvas(robot).selectedWireProperty().get().orElseThrow();
        assertThat(selected.from()).isEqualTo(conv);
        robot.clickOn("#wire-reroute").clickOn("#wire-reroute").clickOn("#wire-disconnect");
        assertThat(program.bench().steps())
                .containsSubsequence("Add reroute point", "Remove reroute point", "Disconnect");
        assertThat(graph().wires()).doesNotContain(selected);
        assertThat(robot.lookup("#wire-pane").tryQuery()).isEmpty();
        robot.clickOn("#header-undo");
        robot.interact(() -> program.bench().select(conv));
        robot.interact(() -> program.canvas(robot).requestFocus());
        robot.push(KeyCode.E).push(KeyCode.E).clickOn("#wire-insert");
        robot.write("dropout").push(KeyCode.ENTER);
        assertThat(program.bench().steps()).contains("Insert Dropout");
    }

    @Test
    void whereNoRunIsTheNextStepTowardsOneIsOffered(FxRobot robot) {
        createEmpty(robot);
        robot.clickOn("#rail-runs");
        until(() -> robot.from(robot.lookup("#runs-page"))
                .lookup("Choose data")
                .tryQuery()
                .isPresent());
        robot.clickOn(
                robot.from(robot.lookup("#runs-page")).lookup("Choose data").<Node>query());
        until(() -> robot.lookup("#rail-data").queryAs(ToggleButton.class).isSelected());
    }

    @Test
    void theNameOfACommandThatDoesNothingNowIsTheLastAndSaysWhy(FxRobot robot) {
        openSample(robot, "mnist-cnn");
        robot.push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.P);
        robot.interact(() -> robot.lookup("#command-field").<TextField>query().setText("open the block"));
        assertThat(robot.lookup("Select a block first.").tryQuery()).isPresent();
        robot.push(KeyCode.ESCAPE);
    }

    private static List<String> words(FxRobot robot, String query) {
        return robot.lookup(query).queryAllAs(Label.class).stream()
                .map(Label::getText)
                .toList();
    }

    @Test
    void leadsFromTrainToWhatStandsInTheWayAndMendsIt(FxRobot robot) {
        openSample(robot, "mnist-cnn");
        NodeId conv = program.id("conv1");
        robot.interact(() -> program.bench().select(conv));
        TextField kernel = robot.lookup("#param-kernel .text-field").query();
        robot.clickOn(kernel).push(KeyCode.SHORTCUT, KeyCode.A).write("30").push(KeyCode.ENTER);
        robot.interact(() -> program.bench().selection().clear());
        // It leads somewhere, so it must not look as if it did not; only the next step has the colour of one.
        assertThat(robot.lookup("#train").queryButton().isDisabled()).isFalse();
        assertThat(robot.lookup("#train").queryButton().getOpacity()).isEqualTo(1);
        assertThat(robot.lookup("#train").queryButton().getStyleClass()).doesNotContain(Styles.PRIMARY);
        robot.clickOn("#train");
        assertThat(program.bench().selection()).containsExactly(conv);
        robot.clickOn(robot.from(robot.lookup("#problems").<Node>query())
                .lookup("Use padding Same")
                .<Node>query());
        assertThat(AppFixture.fx(() -> program.bench().inference().problems())).isEmpty();
    }

    @Test
    void saysBeforeTrainingWhatDoesNotFitInMemoryAndMendsIt(FxRobot robot) {
        openSample(robot, "mnist-cnn");
        NodeId conv = program.id("conv1");
        Param<Integer> filters = Param.integer("filters", 32, 1, 4096);
        robot.interact(() -> {
            program.bench().apply(Edits.set(conv, filters, 4096));
            TrainingPlan plan = program.bench().document().plan();
            program.bench().apply(Edits.plan("Change batch size", plan.withBatchSize(10_000)));
            program.bench().select(conv);
        });
        robot.clickOn("#train");
        assertThat(program.app.desk().isBusy()).isFalse();
        assertThat(program.bench().selection()).isEmpty();
        Node problems = robot.lookup("#problems").query();
        assertThat(robot.from(problems).lookup(".label").queryAllAs(Label.class))
                .extracting(Label::getText)
                .anyMatch(text -> text.startsWith("In batches of 10,000, ") && text.contains("\"conv1\""));
        robot.clickOn(robot.from(problems)
                .lookup((Node node) ->
                        node instanceof Button button && button.getText().startsWith("Use batches of "))
                .<Node>query());
        assertThat(AppFixture.fx(() -> program.bench().obstacle())).isEmpty();
    }
}
