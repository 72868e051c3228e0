package io.layerloom.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RowsTest {

    @Test
    void linesAreRowsAndBlanksCommasAndSemicolonsPartNumbers() {
        Rows rows = Rows.parse(" 1, 2;3\n4\t-5 .5e1\r\n\n7\n\n");
        assertThat(rows)
                .isEqualTo(new Rows(List.of(List.of(1.0, 2.0, 3.0), List.of(4.0, -5.0, 5.0), List.of(), List.of(7.0))));
        assertThat(rows.count()).isEqualTo(7);
        assertThat(rows.lines()).containsExactly("1 2 3", "4 -5 5", "7");
        assertThat(rows.firstBlock()).hasSize(2);
        assertThat(rows).hasToString("1 2 3\n4 -5 5\n\n7");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1 x", "NaN", "1e999", "Infinity", "0x10", "1..2", "１２a", "1e-99999999999"})
    void whatIsNoNumberIsNamedWithItsLine(String text) {
        assertThatThrownBy(() -> Rows.parse("1 2\n" + text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("must be numbers, but in line 2 stands \"");
    }

    @Test
    void aHugeTextIsRefusedBeforeItIsRead() {
        assertThatThrownBy(() -> Rows.parse("1 ".repeat(1 << 20))).hasMessageContaining("Received: 2,097,152");
    }

    @Property(tries = 200)
    void whatIsWrittenReadsAsItWas(
            @ForAll @Size(max = 5) List<@Size(min = 1, max = 4) List<@DoubleRange(min = -1e12, max = 1e12) Double>> numbers) {
        List<List<Double>> rows = new ArrayList<>();
        numbers.forEach(row -> rows.add(row.stream().map(x -> x == 0 ? 0.0 : x).toList()));
        Rows typed = new Rows(rows);
        assertThat(Rows.parse(typed.toString())).isEqualTo(typed);
        Kind.Numbers kind = new Kind.Numbers(20, List.of());
        assertThat(kind.read(kind.plain(typed))).contains(typed);
    }
}
