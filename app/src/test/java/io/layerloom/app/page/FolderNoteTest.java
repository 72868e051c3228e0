package io.layerloom.app.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.layerloom.app.workbench.Exporting;
import io.layerloom.app.workbench.Tasks;
import io.layerloom.codegen.Verification;
import io.layerloom.engine.RunFolder;
import io.layerloom.graph.Document;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

/** What is said of a folder while its name is typed. */
@ExtendWith(ApplicationExtension.class)
class FolderNoteTest {

    private final List<String> looked = new ArrayList<>();
    private final Exporting exporting = new Exporting() {
        @Override
        public Optional<String> preview(String name, Document document) {
            return Optional.empty();
        }

        @Override
        public String foretell(Path folder) throws IOException {
            looked.add(folder.toString());
            if (folder.endsWith("letters")) {
                throw new IOException("The folder holds a letter.");
            }
            return "The folder is empty.";
        }

        @Override
        public Optional<Verification> export(
                RunFolder run, String name, Path folder, boolean verify, Consumer<String> steps) {
            return Optional.empty();
        }
    };

    private final StackPane page = new StackPane();
    private FolderNote note = null;

    @BeforeEach
    void show(FxRobot robot) {
        robot.interact(() -> {
            Tasks tasks = new Tasks(Runnable::run, bug -> {
                throw new AssertionError(bug);
            });
            note = new FolderNote(exporting, tasks, () -> {});
            page.getChildren().add(note);
            assertThat(new Scene(page).getRoot()).isSameAs(page);
        });
    }

    private static void until(Callable<Boolean> condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(
                30, TimeUnit.SECONDS, () -> WaitForAsyncUtils.asyncFx(condition).get());
    }

    private void type(FxRobot robot, String... names) {
        robot.interact(() -> List.of(names).forEach(note::look));
    }

    @Test
    void looksOnceNothingMoreIsTyped(FxRobot robot) throws TimeoutException {
        type(robot, "n", "ne", "net");
        assertThat(looked).isEmpty();
        until(note::isVisible);
        assertThat(looked).containsExactly("net");
        assertThat(note.getText()).isEqualTo("The folder is empty.");
    }

    @Test
    void aNameThatNoFolderCanHaveIsRefusedAtOnce(FxRobot robot) throws TimeoutException {
        type(robot, "net\0work");
        assertThat(note.refuses()).isTrue();
        assertThat(note.isVisible()).isTrue();
        assertThat(note.getText()).startsWith("On this system no folder can have the name net");
        type(robot, "network");
        assertThat(note.refuses()).isFalse();
        until(note::isVisible);
        assertThat(looked).containsExactly("network");
    }

    @Test
    void aRefusalIsOfOneFolderOnly(FxRobot robot) throws TimeoutException {
        type(robot, "letters");
        until(note::refuses);
        type(robot, "letters2");
        assertThat(note.refuses()).isFalse();
        assertThat(note.isVisible()).as("what was said of the former").isFalse();
    }

    @Test
    void looksOnlyWhileItIsShown(FxRobot robot) throws TimeoutException {
        type(robot, "net");
        until(note::isVisible);
        robot.interact(() -> page.getChildren().clear());
        assertThat(looked).hasSize(1);
        robot.interact(() -> page.getChildren().add(note));
        assertThat(looked).hasSize(2);
    }
}
