package io.layerloom.app;

import static io.layerloom.app.AppFixture.until;
import static org.assertj.core.api.Assertions.assertThat;

import io.layerloom.engine.gpu.NvidiaSmi;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;

/** The preferences as a person uses them, on a computer whose cards change between two looks. */
@ExtendWith(ApplicationExtension.class)
@EnabledOnOs(value = OS.LINUX, architectures = "amd64", disabledReason = "there is CUDA 11.6 only there and on Windows")
class PreferencesTest {

    private Path folder;
    private AppFixture program;

    @Start
    void start(Stage stage) throws IOException {
        folder = Files.createTempDirectory("layerloom-smi");
        Path smi = Files.writeString(folder.resolve("nvidia-smi"), "#!/bin/sh\ncat " + folder.resolve("cards") + "\n");
        Files.setPosixFilePermissions(smi, PosixFilePermissions.fromString("rwxr-xr-x"));
        plug("No devices were found");
        program = new AppFixture(stage, NvidiaSmi.at(smi));
    }

    @Stop
    void stop() throws IOException {
        program.close();
        Files.delete(folder.resolve("cards"));
        Files.delete(folder.resolve("nvidia-smi"));
        Files.delete(folder);
    }

    private void plug(String cards) throws IOException {
        Files.writeString(folder.resolve("cards"), cards + "\n");
    }

    @Test
    void saysWhetherACardCanTrain(FxRobot robot) throws IOException {
        int cores = Runtime.getRuntime().availableProcessors();
        assertThat(robot.lookup("#backend").<Button>query().getText())
                .startsWith("CPU · ")
                .endsWith(cores == 1 ? "1 thread" : "threads: auto");
        robot.clickOn("#backend");
        untilVerdict(robot, "The NVIDIA driver finds no card");
        assertThat(robot.lookup("#cuda").<Node>query().isVisible()).isFalse();

        plug("0, NVIDIA H200, 9.0, 580.159.04, 143771, 143153, 0, Disabled");
        robot.clickOn("#gpu-look");
        untilVerdict(robot, "The NVIDIA H200 has compute capability 9.0");
        assertThat(robot.lookup("#cuda").<Node>query().isVisible()).isFalse();

        plug("0, NVIDIA GeForce RTX 3090, 8.6, 535.183.01, 24576, 23790, 3, [N/A]");
        robot.clickOn("#gpu-look");
        untilVerdict(robot, "The NVIDIA GeForce RTX 3090 can train once the CUDA libraries are installed.");
        assertThat(robot.lookup("#cuda-install").<Button>query().isVisible()).isTrue();
        assertThat(robot.lookup("23.2 of 24.0 GB").tryQuery()).isPresent();
    }

    @Test
    void keepsTheChoiceAndLeadsBack(FxRobot robot) {
        robot.clickOn("#project-menu").clickOn("#menu-preferences");
        until(() -> robot.lookup("#preferences").tryQuery().isPresent());
        robot.clickOn("#compute-cpu").clickOn("#compute-cpu");
        assertThat(robot.lookup("#compute-cpu").<ToggleButton>query().isSelected())
                .isTrue();
        assertThat(program.home.resolve("settings.json")).content().contains("\"CPU\"");
        robot.clickOn("#head-start");
        until(() -> Files.readString(program.home.resolve("settings.json")).contains("\"headStart\" : true"));
        robot.clickOn("#preferences-done");
        until(() -> robot.lookup("#welcome").tryQuery().isPresent());
    }

    @Test
    void namesANumberOfThreads(FxRobot robot) {
        Path settings = program.home.resolve("settings.json");
        int most = Runtime.getRuntime().availableProcessors();
        robot.clickOn("#backend");
        until(() -> robot.lookup("#threads-number").tryQuery().isPresent());
        assertThat(robot.lookup("#threads-number").<Node>query().isVisible()).isFalse();
        robot.clickOn("#threads-fixed");
        until(() -> Files.readString(settings).contains("\"threads\" : " + most));
        robot.clickOn("#threads-number .text-field").push(KeyCode.SHORTCUT, KeyCode.A);
        robot.write(Integer.toString(most + 1)).push(KeyCode.ENTER);
        assertThat(robot.lookup("#threads-number .ll-form-fault").<Label>query().getText())
                .startsWith("Number must lie between 1 and " + most + ".");
        robot.push(KeyCode.SHORTCUT, KeyCode.A).write("1").push(KeyCode.ENTER);
        until(() -> Files.readString(settings).contains("\"threads\" : 1"));
        assertThat(robot.lookup("#backend").<Button>query().getText()).endsWith(" · 1 thread");
        robot.clickOn("#threads-auto").clickOn("#threads-auto");
        until(() -> Files.readString(settings).contains("\"threads\" : 0"));
        assertThat(robot.lookup("#threads-number").<Node>query().isVisible()).isFalse();
    }

    @Test
    void showsTheDocument(FxRobot robot) {
        robot.clickOn("#backend");
        robot.interact(() -> robot.lookup("#gpu-help").<Hyperlink>query().fire()); // below what fits in the window
        until(() -> robot.lookup("How a card is judged").tryQuery().isPresent());
        robot.clickOn("Close");
    }

    private static void untilVerdict(FxRobot robot, String start) {
        until(() -> robot.lookup("#gpu-verdict")
                .<Label>tryQuery()
                .filter(label -> label.getText().startsWith(start))
                .isPresent());
    }
}
