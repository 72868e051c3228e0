package io.layerloom.app.form;

import static org.assertj.core.api.Assertions.assertThat;

import io.layerloom.graph.Kind;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {

    @ParameterizedTest
    @CsvSource({"3e-4, 3e-4", "1E-8, 1e-8", ".5, 0.5", "-2, -2", "12 %, 0.12", "'1,000.5', 1000.5", "−1, -1"})
    void readsWhatPeopleType(String text, double value) {
        assertThat(Numbers.real(text)).hasValue(value);
    }

    @ParameterizedTest
    @CsvSource({"1e-8, 1e-8", "0.001, 0.001", "0.0001, 0.0001", "0.00001, 1e-5", "0, 0", "10, 10", "1.5e-7, 1.5e-7"})
    void writesTheShortForm(double value, String text) {
        assertThat(Kind.Real.written(value)).isEqualTo(text);
    }

    @Property
    void readsBackWhatItWrites(@ForAll @DoubleRange(min = -1e15, max = 1e15) double value) {
        assertThat(Numbers.real(Kind.Real.written(value))).hasValue(value);
    }

    @Test
    void refusesWhatIsNoNumber() {
        assertThat(Numbers.real("")).isEmpty();
        assertThat(Numbers.real("1..2")).isEmpty();
        assertThat(Numbers.real("NaN")).isEmpty();
        assertThat(Numbers.real("1e999")).isEmpty();
        assertThat(Numbers.whole("1.5")).isEmpty();
        assertThat(Numbers.whole("99999999999")).isEmpty();
        assertThat(Numbers.whole("12,000")).hasValue(12_000);
        assertThat(Numbers.whole("1e3")).hasValue(1000);
    }
}
