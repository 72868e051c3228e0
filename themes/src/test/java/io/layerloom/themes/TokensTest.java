package io.layerloom.themes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TokensTest {
    private static final double TEXT = 4.5;
    private static final double ORNAMENT = 3;

    @Test
    void contrastIsThatOfWcag() {
        assertThat(Tokens.contrast(Color.BLACK, Color.WHITE)).isEqualTo(21);
        assertThat(Tokens.contrast(Color.WHITE, Color.web("#767676"))).isBetween(4.5, 4.6);
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void textCanBeReadOnEveryBackground(Theme theme) {
        Tokens t = Tokens.of(theme);
        Map<String, Color> inks = Map.of("text", t.text(), "muted", t.muted(), "accent", t.accent());
        List<Color> grounds = List.of(t.background(), t.panel(), t.raised(), t.field(), t.hover(), t.accentSoft());
        inks.forEach((name, ink) -> grounds.forEach(ground -> assertThat(Tokens.contrast(ink, ground))
                .as("%s on %s", name, ground)
                .isGreaterThanOrEqualTo(TEXT)));
        for (Color ground : List.of(t.background(), t.panel(), t.raised())) {
            for (Color ink : List.of(t.ok(), t.warn(), t.bad())) {
                assertThat(Tokens.contrast(ink, ground))
                        .as("%s on %s", ink, ground)
                        .isGreaterThanOrEqualTo(TEXT);
            }
        }
        assertThat(Tokens.contrast(t.onAccent(), t.accentFill())).isGreaterThanOrEqualTo(TEXT);
        assertThat(Tokens.contrast(t.ok(), t.okSoft())).isGreaterThanOrEqualTo(TEXT);
        assertThat(Tokens.contrast(t.warn(), t.warnSoft())).isGreaterThanOrEqualTo(TEXT);
        assertThat(Tokens.contrast(t.bad(), t.badSoft())).isGreaterThanOrEqualTo(TEXT);
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void marksCanBeSeenOnEveryPanel(Theme theme) {
        Tokens t = Tokens.of(theme);
        for (Color ground : List.of(t.background(), t.panel(), t.raised())) {
            assertThat(t.categories().values())
                    .allSatisfy(c -> assertThat(Tokens.contrast(c, ground)).isGreaterThanOrEqualTo(ORNAMENT));
            assertThat(t.changes().values())
                    .allSatisfy(c -> assertThat(Tokens.contrast(c, ground)).isGreaterThanOrEqualTo(ORNAMENT));
            assertThat(t.series())
                    .allSatisfy(c -> assertThat(Tokens.contrast(c, ground)).isGreaterThanOrEqualTo(ORNAMENT));
            assertThat(Tokens.contrast(t.faint(), ground)).isGreaterThanOrEqualTo(ORNAMENT);
            assertThat(Tokens.contrast(t.training(), ground)).isGreaterThanOrEqualTo(ORNAMENT);
            assertThat(Tokens.contrast(t.validation(), ground)).isGreaterThanOrEqualTo(ORNAMENT);
        }
    }

    @Test
    void knowsACategoryInAnyCaseAndAnswersForUnknownOnes() {
        Tokens t = Tokens.of(Theme.LIGHT);
        assertThat(t.category("CONVOLUTION")).isEqualTo(t.categories().get("convolution"));
        assertThat(t.category("quantum")).isEqualTo(t.faint());
        assertThat(t.series(t.series().size() + 1)).isEqualTo(t.series(1));
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void everyColourIsAlsoALookedUpColour(Theme theme) {
        String css = StyleSheet.tokens(Tokens.of(theme));
        assertThat(css)
                .contains(
                        "-ll-background: ",
                        "-ll-accent-soft: ",
                        "-ll-on-accent: ",
                        ".ll-category-input-output { -ll-category: ");
    }
}
