package io.layerloom.engine.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvTableTest {

    @Test
    void standardisesNumbersWithTheTrainingRowsAndSpreadsTexts() throws IOException {
        CsvTable table = read("size,colour,kind\n1,red,a\n3,\"dark, blue\",b\n9,red,a\n", "");

        List<Column> columns = table.standardised(new int[] {0, 1});
        Examples data = table.examples(columns);

        assertThat(columns.get(0).mean()).isEqualTo(2);
        assertThat(columns.get(0).deviation()).isEqualTo(1);
        assertThat(columns.get(1).categories()).containsExactly("dark, blue", "red");
        assertThat(data.features()).containsExactly(-1, 0, 1, 1, 1, 0, 7, 0, 1);
        assertThat(data.classNames()).containsExactly("a", "b");
        assertThat(data.classes()).containsExactly(0, 1, 0);
    }

    @Test
    void readsQuotesLineEndsMarksAndOtherSeparators() throws IOException {
        CsvTable table = read("\uFEFFa;b;\"y \"\"z\"\"\"\r\n1;\"two\nlines\";p\r\n\r\n2;\"x\"\"y\";q", "");
        assertThat(table.target()).isEqualTo("y \"z\"");
        assertThat(table.cells(0)).containsExactly("1", "two\nlines");
        assertThat(table.cells(1)).containsExactly("2", "x\"y");
    }

    @Test
    void tellsClassesFromNumbers() throws IOException {
        StringBuilder many = new StringBuilder("x,y\n");
        for (int i = 0; i < 50; i++) {
            many.append(i).append(',').append(i * 3).append('\n');
        }
        assertThat(read(many.toString(), "y").classNames()).isEmpty();
        assertThat(read("x,y\n1,10\n2,9\n3,10\n", "y").classNames()).containsExactly("9", "10");
        assertThat(read("x,y\n1,1.5\n2,2.5\n", "y").classNames()).isEmpty();
        Examples numbers = read("x,y\n1,1.5\n2,2.5\n", "y")
                .examples(read("x,y\n1,1.5\n2,2.5\n", "y").columns());
        assertThat(numbers.targets()).containsExactly(1.5f, 2.5f);
    }

    @Test
    void aColumnWithoutSpreadIsNotDividedByZero() throws IOException {
        CsvTable table = read("x,y\n4,a\n4,b\n", "");
        assertThat(table.examples(table.standardised(new int[] {0, 1})).features())
                .containsOnly(0f);
    }

    @Test
    void refusesFaultsWithLineAndReason() {
        assertFault("a,b\n1,x\n2\n", "line 3: there are 1 cells, but the first row has 2");
        assertFault("a,b\n1,x\n\"2,y\n", "line 3: a quote is opened but never closed");
        assertFault("a,b\n" + "1,x\n".repeat(19) + "NaN,y\n", "line 21: The column a must hold finite numbers");
        assertFault("a,b\n" + "1,x\n".repeat(19) + ",y\n", "line 21: The column a is empty");
        assertFault("a,b\n" + "1,x\n".repeat(19) + "one,y\n", "line 21: The column a holds numbers, but here \"one\"");
        assertFault("a,b\n1,x\n2,\n", "line 3: The column b is empty");
        assertFault("a,b\n", "no rows below its header");
        assertFault("", "no rows below its header");
        assertFault("a,a\n1,2\n", "repeats the name a");
        assertFault("a\n1\n", "has 1 columns");
        assertFault("a,b\n1,x\n2,x\n", "the number of classes in the column");
        assertThatThrownBy(() -> read("a,b\n1,x\n2,y\n", "c")).hasMessageContaining("has no column c; it has a, b");
        assertThatThrownBy(() -> CsvTable.read(
                        new ByteArrayInputStream(new byte[] {'a', ',', (byte) 0xFF}),
                        "t.csv",
                        "",
                        CsvTable.Task.AUTO,
                        Set.of()))
                .hasMessageContaining("UTF-8");
    }

    @Test
    void leavesColumnsOut() throws IOException {
        CsvTable table =
                CsvTable.read(stream("id,x,y\nr1,1,a\nr2,2,b\n"), "t.csv", "y", CsvTable.Task.AUTO, Set.of("id"));
        assertThat(table.width()).isEqualTo(1);
    }

    @Test
    void answersForARowAsForTheTable() throws IOException {
        CsvTable table = read("size,colour,kind\n1,red,a\n3,blue,b\n", "");
        List<Column> columns = table.standardised(new int[] {0, 1});
        float[] into = new float[3];
        columns.get(0).encode("2", into, 0);
        columns.get(1).encode("blue", into, 1);
        assertThat(into[0]).isCloseTo(0f, within(1e-6f));
        assertThat(into).endsWith(1, 0);
        assertThatThrownBy(() -> columns.get(1).encode("green", into, 1))
                .hasMessage("The column colour knows no text \"green\"; it is one of blue, red.");
        assertThatThrownBy(() -> columns.get(0).encode("", into, 0))
                .hasMessage("The column size is empty; fill it or leave the row out.");
    }

    @Test
    void readsAnotherTableThroughTheColumnsOfTheFirst() throws IOException {
        List<Column> learned = read("size,colour,kind\n1,red,a\n3,blue,b\n", "").standardised(new int[] {0, 1});
        Examples fewer = read("colour,size,kind\nblue,3,a\nblue,1,b\n", "").examples(learned);
        assertThat(fewer.width()).isEqualTo(3);
        assertThat(fewer.features()).containsExactly(1, 1, 0, -1, 1, 0);
        CsvTable foreign = read("size,colour,kind\n1,red,a\n3,green,b\n", "");
        assertThatThrownBy(() -> foreign.examples(learned))
                .hasMessageEndingWith("line 3: The column colour knows no text \"green\"; it is one of blue, red.");
        CsvTable narrow = read("size,shape,kind\n1,round,a\n3,flat,b\n", "");
        assertThatThrownBy(() -> narrow.examples(learned)).hasMessageContaining("has no column colour");
    }

    @Property(tries = 500)
    void anyTextIsReadOrRefusedWithASentence(@ForAll String text) throws IOException {
        try {
            read("a,b\n" + text, "");
        } catch (DataException e) {
            assertThat(e.getMessage()).isNotBlank();
        }
    }

    private static void assertFault(String text, String message) {
        assertThatThrownBy(() -> read(text, ""))
                .isInstanceOf(DataException.class)
                .hasMessageContaining(message);
    }

    @Test
    void aFirstRowOfValuesIsTrainedOnAndItsColumnsAreNumbered() throws IOException {
        CsvTable table = read("5.1,3.5,setosa\n4.9,3.0,setosa\n7.0,3.2,versicolor\n", "");
        assertThat(table.size()).isEqualTo(3);
        assertThat(table.columns()).extracting(Column::name).containsExactly("column 1", "column 2");
        assertThat(table.target()).isEqualTo("column 3");
        assertThat(table.cells(0)).containsExactly("5.1", "3.5");
    }

    @Test
    void aFirstRowThatCountsTheColumnsNamesThem() throws IOException {
        CsvTable table = read("0,1,2\n5.1,3.5,a\n4.9,3.0,b\n", "");
        assertThat(table.size()).isEqualTo(2);
        assertThat(table.target()).isEqualTo("2");
    }

    @Test
    void whoSaysWhatTheFirstRowIsIsBelieved(@TempDir Path folder) throws IOException {
        Path words = Files.writeString(folder.resolve("words.csv"), "red,yes\nblue,no\nred,yes\n");
        CsvTable values = CsvTable.read(words, CsvTable.FirstRow.VALUES, "", CsvTable.Task.AUTO, Set.of());
        assertThat(values.size()).isEqualTo(3);
        assertThat(values.classNames()).containsExactly("no", "yes");
        Path numbers = Files.writeString(folder.resolve("numbers.csv"), "1995,2005,kind\n3,4,a\n5,6,b\n");
        CsvTable names = CsvTable.read(numbers, CsvTable.FirstRow.NAMES, "kind", CsvTable.Task.AUTO, Set.of());
        assertThat(names.size()).isEqualTo(2);
    }

    private static CsvTable read(String text, String target) throws IOException {
        return CsvTable.read(stream(text), "t.csv", target, CsvTable.Task.AUTO, Set.of());
    }

    private static ByteArrayInputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
