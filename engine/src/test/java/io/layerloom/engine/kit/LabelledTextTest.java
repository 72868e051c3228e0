package io.layerloom.engine.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabelledTextTest {

    @TempDir
    Path folder;

    @Test
    void numbersCharactersByFrequencyAndPadsWithZero() throws IOException {
        LabelledText texts = read("good\t好好吃\nbad\t不好\n");
        Vocabulary vocabulary = texts.vocabulary(new int[] {0, 1}, Vocabulary.Unit.CHARACTERS, 4);

        Examples data = texts.examples(vocabulary, 4);

        assertThat(vocabulary.tokens()).containsExactly("好", "不");
        assertThat(data.features()).containsExactly(2, 2, 1, 0, 3, 2, 0, 0);
        assertThat(data.length(0)).isEqualTo(3);
        assertThat(data.classNames()).containsExactly("bad", "good");
        assertThat(data.classes()).containsExactly(1, 0);
    }

    @Test
    void dividesWordsPunctuationAndCharacters() {
        assertThat(Vocabulary.split("It's GOOD, 很好!", Vocabulary.Unit.WORDS))
                .containsExactly("it's", "good", ",", "很", "好", "!");
        assertThat(Vocabulary.split("a 😀b", Vocabulary.Unit.CHARACTERS)).containsExactly("a", "😀", "b");
    }

    @Test
    void knowsOnlyTheWordsOfTheTrainingRows() throws IOException {
        LabelledText texts = read("a\tone two\nb\tthree\n");
        Vocabulary vocabulary = texts.vocabulary(new int[] {0}, Vocabulary.Unit.WORDS, 100);
        assertThat(vocabulary.encode("two three one", 2)).containsExactly(3, Vocabulary.UNKNOWN);
    }

    @Test
    void putsWhatItReadTogetherAgain() {
        String text = "The Owl said:\n\"No.\"  😀";
        Vocabulary exact = Vocabulary.of(List.of(text), Vocabulary.Unit.EXACT, 100);
        assertThat(exact.decode(exact.encode(text, 100))).isEqualTo(text);

        Vocabulary words = Vocabulary.of(List.of("no, thanks"), Vocabulary.Unit.WORDS, 100);
        assertThat(words.decode(words.encode("no, thanks", 100))).isEqualTo("no, thanks");
        assertThat(words.decode(Vocabulary.PADDING, Vocabulary.UNKNOWN)).isEqualTo("\uFFFD");
    }

    @Test
    void refusesFaultsWithLineAndReason() {
        assertThatThrownBy(() -> read("a\tx\nno tab\n")).hasMessageContaining("line 2: there is no tab");
        assertThatThrownBy(() -> read("a\tx\n\ty\n")).hasMessageContaining("line 2: there is no label");
        assertThatThrownBy(() -> read("a\tx\nb\t \n")).hasMessageContaining("line 2: there is no text");
        assertThatThrownBy(() -> read("a\tx\na\ty\n")).hasMessageContaining("1 different labels");
    }

    @Property(tries = 300)
    void anyTextIsReadOrRefusedWithASentence(@ForAll String text) throws IOException {
        try {
            LabelledText texts = read("a\tx\nb\ty\n" + text);
            Vocabulary vocabulary = texts.vocabulary(new int[] {0, 1}, Vocabulary.Unit.WORDS, 10);
            Examples data = texts.examples(vocabulary, 5);
            for (int row = 0; row < data.size(); row++) {
                assertThat(data.length(row)).isBetween(1, 5);
            }
        } catch (DataException e) {
            assertThat(e.getMessage()).isNotBlank();
        }
    }

    private static LabelledText read(String text) throws IOException {
        return LabelledText.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "t.tsv");
    }
}
