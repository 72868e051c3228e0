package io.layerloom.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.layerloom.engine.kit.DataException;
import io.layerloom.engine.kit.Sentence;
import io.layerloom.graph.language.Language;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReasonTest {

    /** As ND4J, JavaCPP and oneDNN have said it in processes whose memory was limited. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Allocation failed: [std::bad_alloc]",
                "std::bad_alloc",
                "Failed to allocate memory within limits: totalBytes (1M + 4M) > maxBytes (2M)",
                "Cannot allocate new FloatPointer(400000000): totalBytes = 1G, physicalBytes = 2G"
            })
    void knowsFullMemoryByWhatLibrariesSay(String message) {
        Throwable wrapped = new CompletionException(new IllegalStateException("step", new RuntimeException(message)));
        assertThat(Reason.isFullMemory(wrapped)).isTrue();
        assertThat(Reason.of(wrapped)).startsWith("the memory of the process is full, of which Java may take ");
    }

    @Test
    void knowsTheMemoryOfACardFromThatOfTheProcess() {
        Throwable full = new RuntimeException("[DEVICE] allocation failed; Error code: [2]");
        assertThat(Reason.of(full)).isEqualTo("the memory of the card is full");
    }

    @Test
    void saysWhatTheFirstCauseSaysThatSaysAnything() {
        assertThat(Reason.of(new IllegalStateException((String) null, new RuntimeException("the shape is wrong"))))
                .isEqualTo("the shape is wrong");
        assertThat(Reason.of(new StackOverflowError())).isEqualTo("StackOverflowError");
        assertThat(Reason.isFullMemory(new RuntimeException("the shape is wrong")))
                .isFalse();
    }

    @Test
    void saysWhatTheKitRefusesInTheLanguageOfNow() {
        Throwable refused = new DataException("%s, line %d: %s", "a.csv", 3, Sentence.of("there is no tab"));
        assertThat(Reason.of(refused))
                .isEqualTo("a.csv, line 3: there is no tab")
                .isEqualTo(refused.getMessage());
        Language.use(Language.CHINESE);
        try {
            assertThat(Reason.of(refused)).isEqualTo("a.csv 第 3 行：没有制表符");
        } finally {
            Language.use(Language.ENGLISH);
        }
    }
}
