package io.layerloom.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.layerloom.graph.language.Language;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CommandTest {

    static Stream<Command> commands() {
        return Stream.of(
                new Command.Speak(Language.CHINESE),
                new Command.Wake(),
                new Command.Prepare(7, "{}", 2),
                new Command.Train("run", 5, 2, true, "", List.of("It \"began\".")),
                new Command.Press(Command.Button.STOP),
                new Command.Load("run", 2),
                Command.Predict.of(1, new Input.Numbers(new float[] {1.5f, Float.NaN})),
                Command.Predict.of(2, new Input.Text("two\nlines")),
                Command.Predict.of(3, new Input.Row(Map.of("a", "1"))),
                Command.Predict.of(4, new Input.Pair(new Input.Numbers(new float[] {1}), new Input.Text("b"))),
                new Command.Write(4, "Once", 20, 0.7, -1),
                new Command.Restore(5, "a _ c", 3),
                new Command.Translate(9, "3 \"March\""),
                new Command.Generate(6, 64, 1),
                new Command.Between(7, 1, 0.25),
                new Command.Look(8, "{}", List.of("n4", "n1"), 3, List.of(0.5f), "run"),
                new Command.Expect("run", 2, 10),
                new Command.Bench("{}", 2, 60),
                new Command.Steps(List.of("{}", "{\"name\": 1}")),
                new Command.Reporting("{}", 150));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void eachCommandIsOneLineAndComesBack(Command command) {
        String line = command.toJson();
        assertThat(line).doesNotContain("\n");
        assertThat(Command.fromJson(line)).contains(command);
    }

    @Test
    void everyKindIsTried() {
        assertThat(commands().map(Object::getClass).distinct()).hasSameSizeAs(Command.KINDS.keySet());
    }

    @Test
    void aRunKeepsWhatItStartsFrom() throws Exception {
        RunSpec spec = new RunSpec(TestCatalog.network(4, 16, 0, 3, false), Path.of("run"), 1, false);
        assertThat(Command.Train.of(spec, List.of()).from()).isEmpty();
        assertThat(Command.Train.of(spec.from(Path.of("earlier")), List.of()).from())
                .isEqualTo(Path.of("earlier").toAbsolutePath().toString());
    }

    @Property(tries = 300)
    void anythingElseIsNoCommand(@ForAll String text) {
        assertThat(Command.fromJson(text)).isEmpty();
        assertThat(Command.fromJson("{\"command\":\"" + text.replace('"', '\'') + "\"}"))
                .isEmpty();
    }
}
