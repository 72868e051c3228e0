package io.layerloom.graph;

import static io.layerloom.graph.SmallCatalog.CATALOG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Files whose blocks cannot be, or would never end: refused with a sentence, or opened and told what is wrong. */
class HostileBlocksTest {

    private static String block(String name, String nodes, String wires) {
        return """
                {"name":"%s","nodes":[{"id":"i","type":"block_input","name":"in"}%s,
                {"id":"o","type":"block_output","name":"out"}],"wires":[%s]}""".formatted(name, nodes, wires);
    }

    private static String holding(String name, String held, int times, int repeat) {
        String nodes = IntStream.range(0, times)
                .mapToObj(i ->
                        ",{\"id\":\"b%d\",\"type\":\"block\",\"block\":\"%s\",\"name\":\"b%d\",\"values\":{\"repeat\":%d}}"
                                .formatted(i, held, i, repeat))
                .collect(Collectors.joining());
        String wires = IntStream.rangeClosed(0, times)
                .mapToObj(i -> "{\"from\":\"%s\",\"to\":\"%s\",\"port\":0}"
                        .formatted(i == 0 ? "i" : "b" + (i - 1), i == times ? "o" : "b" + i))
                .collect(Collectors.joining(","));
        return block(name, nodes, wires);
    }

    private static String project(String blocks, String node) {
        return "{\"format\":2,\"blocks\":[%s],\"nodes\":[%s]}".formatted(blocks, node);
    }

    private static String one(String block, int repeat) {
        return "{\"id\":\"n1\",\"type\":\"block\",\"block\":\"%s\",\"name\":\"a\",\"values\":{\"repeat\":%d}}"
                .formatted(block, repeat);
    }

    private static final String IDENTITY = block("b0", "", "{\"from\":\"i\",\"to\":\"o\",\"port\":0}");

    @Test
    void aBlockThatHoldsItselfIsRefused() {
        assertRefused(project(holding("a", "a", 1, 1), one("a", 1)), "there is no block a before this place");
    }

    @Test
    void twoBlocksThatHoldEachOtherAreRefused() {
        assertRefused(
                project(holding("a", "b", 1, 1) + "," + holding("b", "a", 1, 1), one("a", 1)),
                "there is no block b before this place");
    }

    @Test
    void aMissingBlockIsRefused() {
        assertRefused(project(IDENTITY, one("ghost", 1)), "there is no block ghost");
        assertRefused(
                "{\"format\":2,\"nodes\":[{\"id\":\"n1\",\"type\":\"block\",\"name\":\"a\"}]}", "block: it is missing");
    }

    @Test
    void aBlockWithoutEndsAndEndsWithoutABlockAreRefused() {
        assertRefused(project("{\"name\":\"b0\",\"nodes\":[]}", one("b0", 1)), "one output and at least one input");
        assertRefused(
                project(IDENTITY, "{\"id\":\"n1\",\"type\":\"block_input\",\"name\":\"in\"}"), "outside of any block");
        assertRefused(project(IDENTITY + "," + IDENTITY, one("b0", 1)), "given to two blocks");
    }

    @Test
    void blocksTooDeepAreRefused() {
        String blocks = IDENTITY
                + IntStream.range(1, 30)
                        .mapToObj(i -> "," + holding("b" + i, "b" + (i - 1), 1, 1))
                        .collect(Collectors.joining());
        assertRefused(project(blocks, one("b29", 1)), "17 deep");
    }

    @Test
    void blocksThatMultiplyAreRefused() {
        String blocks = IDENTITY
                + IntStream.range(1, 12)
                        .mapToObj(i -> "," + holding("b" + i, "b" + (i - 1), 40, 1))
                        .collect(Collectors.joining());
        assertRefused(project(blocks, one("b11", 1)), "at most 16 deep with 20,000 layers");
    }

    @Test
    void manyOfALargeBlockAreRefused() {
        String nodes = IntStream.range(0, 900)
                .mapToObj(i -> "{\"id\":\"n%d\",\"type\":\"block\",\"block\":\"b2\",\"name\":\"a%d\"}".formatted(i, i))
                .collect(Collectors.joining(","));
        assertRefused(
                project(IDENTITY + "," + holding("b1", "b0", 20, 1) + "," + holding("b2", "b1", 20, 1), nodes),
                "no project with blocks holds more than 20,000");
    }

    @Test
    void repetitionsWithoutEndAreToldAtTheNode() throws ProjectFileException {
        Document billion = ProjectFile.read(project(IDENTITY, one("b0", 1_000_000_000)));
        assertThat(Inference.of(billion.graph(), CATALOG).hasErrors()).isTrue();
        String blocks = IDENTITY
                + IntStream.range(1, 7)
                        .mapToObj(i -> "," + holding("b" + i, "b" + (i - 1), 3, 1_000))
                        .collect(Collectors.joining());
        Document nested = ProjectFile.read(project(blocks, one("b6", 1_000)));
        assertThat(Inference.of(nested.graph(), CATALOG).problems())
                .extracting(Problem::message)
                .anySatisfy(message -> assertThat(message).contains("at most 20,000 layers"));
        assertThatThrownBy(() -> Expansion.of(nested.graph(), CATALOG))
                .hasMessageContaining("Repeat blocks less often");
    }

    private static void assertRefused(String json, String words) {
        assertThatThrownBy(() -> ProjectFile.read(json))
                .isInstanceOf(ProjectFileException.class)
                .hasMessageContaining(words)
                .hasMessageMatching("(?s)[^\\n]{20,700}\\.");
    }
}
