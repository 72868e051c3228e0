package io.layerloom.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import io.layerloom.graph.language.Language;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CommandTest {

    private static final List<Command> ALL = Stream.of(
                    "Close tab", "Show costs", "Tidy the network", "Open A small GPT that writes fables")
            .map(label -> new Command(label, List.of(), () -> {}))
            .toList();

    private static List<String> found(String typed) {
        return Command.found(typed, ALL).stream().map(Command::label).toList();
    }

    @Test
    void aNameThatHasTheWordComesAlone() {
        assertThat(found("cost")).containsExactly("Show costs");
        assertThat(found("SHOW")).containsExactly("Show costs");
    }

    @Test
    void whatWouldDoNothingComesLastWithItsReason() {
        Command open = new Command("Open the block", List.of(), () -> {}).given(false, "Select a block first.");
        Command leave = new Command("Open project", List.of(), () -> {}).given(true, "Select a block first.");
        assertThat(Command.found("open", List.of(open, leave))).containsExactly(leave, open);
        assertThat(open.missing()).hasValue("Select a block first.");
    }

    @Test
    void aCommandIsFoundByTheWordsOfEitherLanguage() {
        Command add = new Command("添加 全连接", "图层", List.of(), () -> {});
        Command both = add.alsoCalled(new Command("Add Dense", "layer", List.of(), () -> {}));
        for (String typed : List.of("add dense", "添加", "图层", "layer")) {
            assertThat(Command.found(typed, List.of(both))).as(typed).containsExactly(both);
        }
        assertThat(both.label()).isEqualTo("添加 全连接");
        assertThat(Language.CHINESE.aside(() -> Language.tr("New tab"))).isEqualTo("新建标签页");
        assertThat(Language.tr("New tab")).isEqualTo("New tab");
    }

    @Test
    void beginningsOfWordsCountWhereNoNameHasTheWord() {
        assertThat(found("clt")).containsExactly("Close tab");
        assertThat(found("cl tab")).containsExactly("Close tab");
        assertThat(found("heat")).as("letters within the words of a long name").isEmpty();
        assertThat(found("")).hasSize(ALL.size());
    }
}
