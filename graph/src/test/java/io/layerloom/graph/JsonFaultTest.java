package io.layerloom.graph;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong with a text is told in plain words, with its place; so a parser whose words change is noticed here. */
class JsonFaultTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {"a": 1              | is cut off: it ends at line 1, column 8, and the rest is missing
                    {"a": 1,             | is cut off: it ends at line 1, column 9
                    {"a": "b             | is cut off: it ends at line 1
                    {"a": {"b": [1, 2    | is cut off: it ends at line 1
                    {"a": 1 "b": 2}      | at line 1, column 9: a comma or a closing bracket is missing
                    {"a" 1}              | there is no colon between a name and its value
                    {"a": 1,}            | there is no name in quotation marks
                    {a: 1}               | there is no name in quotation marks
                    {"a": wrong}         | at line 1, column 7: there is no well-formed value
                    {"a": }              | there is no well-formed value
                    {"a": 1.}            | there is no well-formed number
                    {"a": 01}            | there is no well-formed number
                    {"a": NaN}           | there is no well-formed number
                    {"a": [1, 2}         | a bracket closes something else than what was opened last
                    {"a": 1}}            | a bracket closes what was not opened
                    {"a": 1} {}          | the project has ended, but more follows
                    {"a": "\\q"}          | a backslash is followed by what has no meaning there
                    {"a": "b\\nc"}       | a quotation mark is missing at the end of a text
                    {"a": "b\\tc"}       | there is a control character, which no project holds
                    {"a": 1, "a": 2}     | the name "a" stands there a second time
                    {"a": /* ? */ 1}     | what stands there is not valid in a project file
                    Dear reader,         | is no Layerloom project, or its beginning is damaged. Choose a project file (*.loom)
                    `  `                 | is empty, as after a full disk or a broken copy. Open a backup copy.
                    """)
    void isToldWithItsPlace(String text, String words) {
        assertThatThrownBy(() -> ProjectFile.read(text.replace("\\n", "\n").replace("\\t", "\t")))
                .isInstanceOf(ProjectFileException.class)
                .hasMessageContaining(words);
    }
}
