package io.layerloom.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LetteringTest {

    /** As if every character took one unit, whatever it is made of. */
    private static double width(String text) {
        return text.codePointCount(0, text.length());
    }

    @Test
    void whatFitsStaysAndWhatDoesNotIsCutBehindAWholeCharacter() {
        assertThat(Lettering.fitted("dense", 5, LetteringTest::width)).isEqualTo("dense");
        assertThat(Lettering.fitted("dense layer", 5, LetteringTest::width)).isEqualTo("dens…");
        assertThat(Lettering.fitted("dense layer", 7, LetteringTest::width)).isEqualTo("dense…");
    }

    @Test
    void whatHasNoRoomAtAllIsStillWritten() {
        assertThat(Lettering.fitted("W", 0, LetteringTest::width)).isEqualTo("W…");
        assertThat(Lettering.fitted("", -3, LetteringTest::width)).isEmpty();
    }

    @Test
    void aNumberIsNotCut() {
        assertThat(Lettering.fitted("102,464 parameters", 12, LetteringTest::width))
                .isEqualTo("102,464 par…");
        assertThat(Lettering.fitted("stride 1,024", 11, LetteringTest::width)).isEqualTo("stride…");
        assertThat(Lettering.fitted("102,464", 5, LetteringTest::width)).isEqualTo("102,…");
    }

    @Test
    void neitherPairsOfSurrogatesNorAccentsAreTornApart() {
        String network = "\uD83E\uDDE0".repeat(8);
        assertThat(Lettering.fitted(network, 4, LetteringTest::width)).isEqualTo("\uD83E\uDDE0".repeat(3) + "…");
        assertThat(Lettering.fitted(network, 0, LetteringTest::width)).isEqualTo("\uD83E\uDDE0…");
        assertThat(Lettering.fitted("e\u0301e\u0301e\u0301", 4, LetteringTest::width))
                .isEqualTo("e\u0301…");
    }
}
