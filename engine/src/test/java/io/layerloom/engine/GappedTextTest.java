package io.layerloom.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.layerloom.engine.kit.Vocabulary;
import java.util.List;
import org.junit.jupiter.api.Test;

class GappedTextTest {

    @Test
    void putsGapsInThePlaceOfWords() {
        String text = "A fox met an owl on a hill today.";
        Vocabulary words = Vocabulary.of(List.of(text), Vocabulary.Unit.WORDS, 50);
        assertThat(GappedText.of(text, words, 20)).isEqualTo("a fox met _ owl on a hill today.");
        assertThat(GappedText.of(text, words, 5)).isEqualTo("a fox met _ owl");
    }

    /** A gap stands for just one token, so of a text of characters only one character is gone. */
    @Test
    void putsGapsInThePlaceOfCharacters() {
        String text = "A fox met";
        Vocabulary exact = Vocabulary.of(List.of(text), Vocabulary.Unit.EXACT, 50);
        assertThat(GappedText.of(text, exact, 20)).isEqualTo("A f_x met");
        Vocabulary chinese = Vocabulary.of(List.of("今天天气很好我很高兴"), Vocabulary.Unit.CHARACTERS, 50);
        assertThat(GappedText.of("今天天气很好我很高兴", chinese, 20)).isEqualTo("今天天_很好我很高_");
    }

    @Test
    void leavesTextsWithoutKnownWordsAsTheyAre() {
        Vocabulary words = Vocabulary.of(List.of("fox"), Vocabulary.Unit.WORDS, 50);
        assertThat(GappedText.of("an owl on a hill, today", words, 20)).doesNotContain(Vocabulary.MASK_SIGN);
    }
}
