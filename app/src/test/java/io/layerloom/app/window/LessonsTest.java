package io.layerloom.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import io.layerloom.graph.DataSchema;
import io.layerloom.graph.Labels;
import io.layerloom.graph.Objective;
import io.layerloom.graph.Shape;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LessonsTest {

    private static final DataSchema TEXTS =
            new DataSchema("Texts", new Shape.Tokens(20, 50), new Labels.Classes(List.of("good", "bad")), 100);

    @ParameterizedTest
    @CsvSource({"SUPERVISED, 2 classes, false", "NEXT_TOKEN, the next token, true", "MASKED_TOKEN, masked tokens, true"
    })
    void saysWhatIsLearnedOfTexts(Objective objective, String words, boolean leftAside) {
        assertThat(Lessons.of(TEXTS, objective)).isEqualTo(words);
        assertThat(Lessons.leavesLabelsAside(TEXTS, objective)).isEqualTo(leftAside);
    }
}
