package io.layerloom.themes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.application.Application;
import javafx.css.CssParser;
import javafx.scene.Group;
import javafx.scene.Scene;
import javafx.scene.control.Alert;
import javafx.scene.control.Alert.AlertType;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.image.Image;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kordamp.ikonli.javafx.FontIcon;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class ThemesTest {
    private Label label;
    private Button primary;

    @Start
    void show(Stage stage) {
        label = new Label("Kernel 卷积");
        label.getStyleClass().add(Styles.MUTED);
        primary = new Button("Train", Icons.TRAIN.node());
        primary.getStyleClass().add(Styles.PRIMARY);
        Scene scene = new Scene(new VBox(label, primary), 300, 200);
        Themes.apply(scene, Theme.LIGHT);
        stage.setScene(scene);
        stage.show();
    }

    @AfterEach
    void backToLight(FxRobot robot) {
        robot.interact(() -> {
            Themes.use(Theme.LIGHT);
            Themes.use(TextSize.NORMAL);
        });
    }

    @Test
    void theSwitchReachesAnOpenWindow(FxRobot robot) {
        assertThat(label.getTextFill()).isEqualTo(Tokens.of(Theme.LIGHT).muted());
        robot.interact(() -> {
            Themes.use(Theme.DARK);
            label.getScene().getRoot().applyCss();
        });
        assertThat(label.getTextFill()).isEqualTo(Tokens.of(Theme.DARK).muted());
        assertThat(Themes.current().get()).isEqualTo(Theme.DARK);
        assertThat(primary.getTextFill()).isEqualTo(Color.WHITE);
    }

    @Test
    void chineseHeadingsAreBoldAndNoHigher(FxRobot robot) {
        assumeThat(Fonts.han().flatMap(Fonts::bold))
                .as("a Chinese font with a bold face")
                .isPresent();
        robot.interact(() -> {
            Text regular = chinese(Fonts.Weight.REGULAR);
            Text bold = chinese(Fonts.Weight.SEMIBOLD);
            assertThat(ink(bold)).isGreaterThan(1.2 * ink(regular));
            assertThat(bold.getLayoutBounds().getHeight())
                    .isEqualTo(regular.getLayoutBounds().getHeight())
                    .isLessThan(Measure.ROW);
        });
    }

    private static Text chinese(Fonts.Weight weight) {
        Text text = new Text("训练计划");
        text.setFont(Fonts.ui(Measure.HEADING, weight));
        return text;
    }

    /** How much of its picture a text blackens. */
    private static double ink(Text text) {
        Image picture = new Scene(new Group(text)).snapshot(null);
        double ink = 0;
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                ink += 1 - picture.getPixelReader().getColor(x, y).getBrightness();
            }
        }
        return ink;
    }

    @Test
    void aDialogFollowsWithoutBeingTold(FxRobot robot) {
        robot.interact(() -> {
            Themes.use(Theme.DARK);
            Alert alert = new Alert(AlertType.CONFIRMATION, "Stop the run?");
            alert.getDialogPane().getScene().getRoot().applyCss();
            assertThat(alert.getDialogPane().getBackground().getFills().get(0).getFill())
                    .isEqualTo(Tokens.of(Theme.DARK).panel());
        });
    }

    @Test
    void whereNoWindowIsTransparentWhatFloatsFillsItsWindowAndItsCornersHaveTheGround(FxRobot robot) {
        ContextMenu menu = new ContextMenu(new MenuItem("Duplicate"));
        robot.interact(() -> {
            // As on a screen without transparency, whatever this one can.
            Application.setUserAgentStylesheet(StyleSheet.address(Theme.DARK, TextSize.NORMAL, false));
            PopupGround.begin();
            menu.show(label, 20, 20);
        });
        Scene popup = menu.getScene();
        assertThat(popup.getFill()).isEqualTo(Themes.tokens().background());
        Region face = popup.getRoot().lookupAll(".context-menu").stream()
                .map(Region.class::cast)
                .filter(part -> part.getBackground() != null)
                .findFirst()
                .orElseThrow();
        assertThat(face.getWidth()).isEqualTo(popup.getWidth());
        assertThat(face.getHeight()).isEqualTo(popup.getHeight());
        assertThat(face.getEffect()).isNull();
        robot.interact(menu::hide);
    }

    @Test
    void largerTextReachesAnOpenWindowWithItsIconsAndRows(FxRobot robot) {
        FontIcon icon = (FontIcon) primary.getGraphic();
        int sign = icon.getIconSize();
        double height = primary.getHeight();
        robot.interact(() -> {
            Themes.use(TextSize.LARGEST);
            label.getScene().getRoot().applyCss();
            label.getScene().getRoot().layout();
        });
        assertThat(label.getFont().getSize()).isEqualTo(2 * Measure.BODY);
        assertThat(icon.getIconSize()).isEqualTo(2 * sign);
        assertThat(primary.getHeight()).isEqualTo(2 * height);
        assertThat(label.getTextFill()).isEqualTo(Tokens.of(Theme.LIGHT).muted());
        assertThat(Measure.text(10)).isEqualTo(20);
        assertThat(Measure.panel(10)).isEqualTo(15);
    }

    @Test
    void textIsInOurFamily() {
        assertThat(label.getFont().getFamily()).isEqualTo(Fonts.uiFamily());
        assertThat(label.getFont().getSize()).isEqualTo(Measure.BODY);
    }

    @Test
    void chineseIsNeverABoxWhereAFontForItIsInstalled() {
        assumeThat(Font.getFamilies())
                .containsAnyOf("Noto Sans CJK SC", "WenQuanYi Micro Hei", "Microsoft YaHei", "PingFang SC");
        assertThat(HanFallback.works(Fonts.uiFamily())).isTrue();
        assertThat(HanFallback.works(Fonts.ui(12, Fonts.Weight.SEMIBOLD).getFamily()))
                .isTrue();
        assertThat(HanFallback.works(Fonts.monoFamily())).isTrue();
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void theSheetHasNoErrorAndNoPlaceholderLeft(Theme theme) {
        String css = StyleSheet.text(theme, TextSize.NORMAL)
                .substring(StyleSheet.text(theme, TextSize.NORMAL).indexOf("-ll-background: "));
        CssParser.errorsProperty().clear();
        new CssParser().parse(".root {" + css);
        assertThat(CssParser.errorsProperty()).isEmpty();
        assertThat(css).doesNotContain("${");
    }

    @Test
    void anIconHasTheSizeThatItIsGivenAndFollowsThatOfText(FxRobot robot) {
        robot.interact(() -> {
            FontIcon icon = Icons.TRAIN.node(Icons.LARGE);
            primary.setGraphic(icon);
            primary.applyCss();
            assertThat(icon.getIconSize()).isEqualTo(Icons.LARGE);
            Themes.use(TextSize.LARGEST);
            primary.applyCss();
            assertThat(icon.getIconSize()).isEqualTo(2 * Icons.LARGE);
        });
    }

    @Test
    void everyStyleClassIsInTheSheetAndTheOtherWayRound() throws IllegalAccessException {
        String css = StyleSheet.text(Theme.LIGHT, TextSize.NORMAL);
        List<String> known = new ArrayList<>();
        for (Field field : Styles.class.getFields()) {
            known.add((String) field.get(null));
        }
        assertThat(known).allSatisfy(style -> assertThat(css).containsPattern("\\." + style + "[^a-z-]"));
        Matcher used = Pattern.compile("\\.(ll-[a-z-]+)").matcher(css);
        assertThat(used.results()
                        .map(r -> r.group(1))
                        .filter(s -> !s.startsWith("ll-category") && !s.startsWith("ll-icon-")))
                .allSatisfy(style -> assertThat(known).contains(style));
    }
}
