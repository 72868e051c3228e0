package io.layerloom.graph;

import static io.layerloom.graph.SmallCatalog.CATALOG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.layerloom.graph.language.Language;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** Blocks: made of layers, unpacked, repeated, changed within, and the same network all the while. */
class BlocksTest {

    private static Sketch dense() {
        return Sketch.chain(
                SmallCatalog.INPUT, SmallCatalog.FLATTEN, SmallCatalog.DENSE, SmallCatalog.DENSE, SmallCatalog.OUTPUT);
    }

    private static Document block(Sketch sketch, String... names) {
        List<NodeId> ids = Arrays.stream(names).map(sketch::id).toList();
        return BlockEdits.make(ids, sketch.document().graph().freshId(), CATALOG)
                .apply(sketch.document());
    }

    private static Node theBlock(Document document) {
        return document.graph().nodes().values().stream()
                .filter(node -> node.block().isPresent())
                .findFirst()
                .orElseThrow();
    }

    private static Inference infer(Document document) {
        return Inference.of(document.graph(), CATALOG);
    }

    @Test
    void hasTheShapesAndParametersOfItsLayers() {
        Sketch sketch = dense();
        Document drawn = block(sketch, "dense_1", "dense_2");
        assertThat(drawn.graph().nodes()).hasSize(4);
        assertThat(infer(drawn).problems()).isEmpty();
        assertThat(infer(drawn).parameters()).isEqualTo(sketch.infer().parameters());
        assertThat(infer(drawn).report(theBlock(drawn).id()).output()).contains(new Shape.Vector(10));
    }

    @Test
    void standsInARowAsOftenAsItIsRepeated() {
        Sketch sketch = dense();
        Document drawn = block(sketch, "dense_2");
        Document thrice = Edits.set(theBlock(drawn).id(), Block.REPEAT, 3).apply(drawn);
        assertThat(infer(thrice).parameters()).isEqualTo(sketch.infer().parameters() + 2 * 110L);
        Expansion flat = Expansion.of(thrice.graph(), CATALOG);
        assertThat(flat.graph().nodes().values().stream().map(Node::name))
                .containsExactly(
                        "input_1",
                        "flatten_1",
                        "dense_1",
                        "block_1_1_dense_2",
                        "block_1_2_dense_2",
                        "block_1_3_dense_2",
                        "output_1");
        assertThat(flat.sections()).containsEntry("block_1_2_dense_2", "block_1 (2 of 3)");
        assertThat(Inference.of(flat.graph(), CATALOG).parameters())
                .isEqualTo(infer(thrice).parameters());
        Document unpacked = BlockEdits.unpack(theBlock(thrice).id(), CATALOG).apply(thrice);
        assertThat(unpacked.graph().nodes()).hasSize(7);
        assertThat(infer(unpacked).parameters()).isEqualTo(infer(thrice).parameters());
    }

    @Test
    void unpackedItsLayersStandWhereTheyStoodAndNothingElseMoves() {
        Sketch sketch = dense();
        sketch.plan(TrainingPlan.INITIAL);
        Frame around = new Frame("Features", 200, -40, 220, 140);
        Document before = Edits.addFrame(around)
                .apply(Edits.move(Map.of(sketch.id("dense_2"), new Point(661, 30)))
                        .apply(sketch.document()));
        Document packed = BlockEdits.make(
                        List.of(sketch.id("dense_1"), sketch.id("dense_2")),
                        before.graph().freshId(),
                        CATALOG)
                .apply(before);
        Document after = BlockEdits.unpack(theBlock(packed).id(), CATALOG).apply(packed);
        before.graph()
                .nodes()
                .values()
                .forEach(node -> assertThat(after.layout()
                                .of(after.graph()
                                        .named(node.name())
                                        .orElseThrow()
                                        .id()))
                        .as(node.name())
                        .isEqualTo(before.layout().of(node.id())));
        assertThat(after.layout().frames()).containsExactly(around);
    }

    @Test
    void framesGoAsideWithTheirLayersWhereAnUnpackedBlockNeedsRoom() {
        Sketch sketch = dense();
        Document packed = block(sketch, "dense_1", "dense_2");
        NodeId block = theBlock(packed).id();
        NodeId flatten = sketch.id("flatten_1");
        Wire led = packed.graph().into(flatten).get(0);
        Document framed = Edits.addFrame(new Frame("Features", 200, -40, 220, 140))
                .apply(Edits.set(block, Block.REPEAT, 3).apply(packed));
        Document crowded = framed.with(framed.layout().bending(led, List.of(new Point(100, 80))));
        Document after = BlockEdits.unpack(block, CATALOG).apply(crowded);
        Frame frame = after.layout().frames().get(0);
        double moved =
                after.layout().of(flatten).x() - crowded.layout().of(flatten).x();
        assertThat(moved).isNegative();
        assertThat(frame.x()).isEqualTo(200 + moved);
        assertThat(frame.width()).isEqualTo(220);
        assertThat(after.layout().bends().get(led)).containsExactly(new Point(100 + moved, 80));
    }

    @Test
    void joinsWaysFromSeveralSources() {
        Sketch sketch = Sketch.chain(SmallCatalog.INPUT, SmallCatalog.CONV, SmallCatalog.CONV);
        sketch.set("conv2d_1", SmallCatalog.PADDING, SmallCatalog.Padding.SAME);
        sketch.set("conv2d_2", SmallCatalog.PADDING, SmallCatalog.Padding.SAME);
        String add = sketch.add(SmallCatalog.ADD);
        sketch.wire("conv2d_1", add, 0).wire("conv2d_2", add, 1);
        Document two = block(sketch, add);
        Block block = theBlock(two).block().orElseThrow();
        assertThat(block.inputs()).hasSize(2);
        assertThat(CATALOG.typeOf(theBlock(two)).orElseThrow().params()).doesNotContain(Block.REPEAT);
        Document one = block(sketch, "conv2d_2", add);
        assertThat(theBlock(one).block().orElseThrow().inputs()).hasSize(1);
        assertThat(infer(one).report(theBlock(one).id()).output())
                .isEqualTo(sketch.infer().report(sketch.id(add)).output());
    }

    @Test
    void isRefusedWithASentenceWhereItCannotBe() {
        Sketch sketch = Sketch.chain(SmallCatalog.INPUT, SmallCatalog.CONV, SmallCatalog.CONV, SmallCatalog.CONV);
        String add = sketch.add(SmallCatalog.ADD);
        sketch.wire("conv2d_1", add, 0).wire("conv2d_2", add, 1);
        assertThat(refusal(sketch)).hasValueSatisfying(why -> assertThat(why).contains("No layers are selected"));
        assertThat(refusal(sketch, "input_1"))
                .hasValueSatisfying(why -> assertThat(why).contains("Data enter the network at \"input_1\""));
        assertThat(refusal(dense(), "output_1"))
                .hasValueSatisfying(why -> assertThat(why).contains("ends the network"));
        assertThat(refusal(sketch, "conv2d_1", "conv2d_2"))
                .hasValueSatisfying(why -> assertThat(why).contains("2 of these layers (conv2d_1, conv2d_2) lead out"));
        assertThat(refusal(sketch, "conv2d_2", add)).isEmpty();
        assertThat(refusal(dense(), "flatten_1", "dense_2"))
                .hasValueSatisfying(why -> assertThat(why).contains("2 of these layers"));
        Sketch ring = Sketch.chain(SmallCatalog.INPUT, SmallCatalog.CONV, SmallCatalog.CONV);
        String sum = ring.add(SmallCatalog.ADD);
        ring.wire("conv2d_1", sum, 0).wire("conv2d_2", sum, 1);
        assertThat(refusal(ring, "conv2d_1", sum))
                .hasValueSatisfying(why -> assertThat(why).contains("lies between these layers"));
    }

    private static Optional<String> refusal(Sketch sketch, String... names) {
        return BlockEdits.refusal(
                sketch.document(), Arrays.stream(names).map(sketch::id).toList(), CATALOG);
    }

    @Test
    void tellsWhatIsWrongWithinAtItsNode() {
        Sketch sketch = Sketch.chain(SmallCatalog.INPUT, SmallCatalog.CONV);
        Document drawn = block(sketch, "conv2d_1");
        Document many = Edits.set(theBlock(drawn).id(), Block.REPEAT, 20).apply(drawn);
        assertThat(infer(many).problemsOf(theBlock(many).id()))
                .extracting(Problem::message)
                .anySatisfy(message -> assertThat(message)
                        .startsWith("Within copy 14 of 20 of the block, at \"conv2d_1\": A 3×3 kernel does not fit"));
    }

    @Test
    void isChangedWithinWhereverItStands() {
        Sketch sketch = dense();
        Document drawn = block(sketch, "dense_2");
        Node node = theBlock(drawn);
        Document fragment = Edits.fragment(drawn, List.of(node.id()));
        Document two = Edits.paste(fragment, Edits.freshIds(drawn.graph(), fragment), 20, 20)
                .apply(drawn);
        NodeId inner = node.block()
                .orElseThrow()
                .body()
                .graph()
                .named("dense_2")
                .orElseThrow()
                .id();
        Document changed = BlockEdits.within(List.of(node.id()), Edits.set(inner, SmallCatalog.UNITS, 7), CATALOG)
                .apply(two);
        Set<Block> blocks = changed.graph().nodes().values().stream()
                .flatMap(each -> each.block().stream())
                .collect(Collectors.toSet());
        assertThat(blocks).hasSize(1);
        assertThat(infer(changed).report(node.id()).output()).contains(new Shape.Vector(7));
        assertThat(History.of(two)
                        .apply(BlockEdits.within(List.of(node.id()), Edits.set(inner, SmallCatalog.UNITS, 7), CATALOG))
                        .undo()
                        .present())
                .isEqualTo(two);
    }

    @Test
    void showsSettingsOfItsLayersOnTheOutside() {
        Sketch sketch = dense();
        Document drawn = block(sketch, "dense_2");
        Node node = theBlock(drawn);
        NodeId inner = node.block()
                .orElseThrow()
                .body()
                .graph()
                .named("dense_2")
                .orElseThrow()
                .id();
        Document shown = BlockEdits.expose("block", inner, SmallCatalog.UNITS).apply(drawn);
        Param<?> units = CATALOG.typeOf(theBlock(shown)).orElseThrow().params().stream()
                .filter(param -> param.key().equals("units"))
                .findFirst()
                .orElseThrow();
        assertThat(units.label()).isEqualTo("Units of dense_2");
        assertThat(units.initial()).isEqualTo(10);
        Document own = shown.with(
                shown.graph().with(theBlock(shown).with(theBlock(shown).values().withPlain("units", 33))));
        assertThat(infer(own).report(node.id()).output()).contains(new Shape.Vector(33));
        assertThat(theBlock(own).block()).isEqualTo(theBlock(shown).block());
        Document hidden = BlockEdits.hide("block", inner, "units").apply(own);
        assertThat(infer(hidden).report(node.id()).output()).contains(new Shape.Vector(10));
    }

    private static NodeId within(Document document, String layer) {
        return theBlock(document)
                .block()
                .orElseThrow()
                .body()
                .graph()
                .named(layer)
                .orElseThrow()
                .id();
    }

    /** The document with another node of its block, behind the first. */
    private static Document twice(Document drawn) {
        Document fragment = Edits.fragment(drawn, List.of(theBlock(drawn).id()));
        return Edits.paste(fragment, Edits.freshIds(drawn.graph(), fragment), 20, 20)
                .apply(drawn);
    }

    private static Object units(Document document, NodeId node, NodeId inner) {
        Document within = Blocks.within(document, List.of(node), infer(document), CATALOG);
        return within.graph().node(inner).values().get(SmallCatalog.UNITS);
    }

    @Test
    void isOpenedWithTheSettingsOfTheNodeAndChangesThemThereAlone() {
        Document drawn = block(dense(), "dense_2");
        NodeId inner = within(drawn, "dense_2");
        Document two =
                twice(BlockEdits.expose("block", inner, SmallCatalog.UNITS).apply(drawn));
        NodeId first = two.graph().named("block_1").orElseThrow().id();
        NodeId second = two.graph().named("block_2").orElseThrow().id();
        Document own = two.with(two.graph()
                .with(two.graph()
                        .node(first)
                        .with(two.graph().node(first).values().withPlain("units", 10))));
        assertThat(BlockEdits.ownSettings(own, List.of(first), inner, CATALOG)).containsExactly("units");
        assertThat(BlockEdits.ownSettings(own, List.of(second), inner, CATALOG)).isEmpty();
        Document changed = BlockEdits.within(List.of(first), Edits.set(inner, SmallCatalog.UNITS, 64), CATALOG)
                .apply(own);
        assertThat(units(changed, first, inner)).isEqualTo(64);
        assertThat(units(changed, second, inner)).isEqualTo(10);
        assertThat(theBlock(changed).block()).isEqualTo(theBlock(own).block());
        Document both = BlockEdits.within(List.of(second), Edits.set(inner, SmallCatalog.UNITS, 7), CATALOG)
                .apply(changed);
        assertThat(units(both, first, inner)).isEqualTo(64);
        assertThat(units(both, second, inner)).isEqualTo(7);
        Document named = BlockEdits.within(List.of(first), Edits.rename(inner, "other"), CATALOG)
                .apply(both);
        assertThat(units(named, first, inner)).isEqualTo(64);
        assertThat(units(named, second, inner)).isEqualTo(7);
    }

    @Test
    void aSettingThatABlockAroundItHasIsChangedThere() {
        Document drawn = block(dense(), "dense_2");
        NodeId inner = within(drawn, "dense_2");
        Document shown = BlockEdits.expose("block", inner, SmallCatalog.UNITS).apply(drawn);
        NodeId outer = shown.graph().freshId();
        NodeId within = theBlock(shown).id();
        Document nested = BlockEdits.make(List.of(within), outer, CATALOG).apply(shown);
        Param<?> units = CATALOG.typeOf(shown.graph().node(within)).orElseThrow().params().stream()
                .filter(param -> param.key().equals("units"))
                .findFirst()
                .orElseThrow();
        Document out = BlockEdits.expose("block_1", within, units).apply(nested);
        Node node = out.graph().node(outer);
        Document own = out.with(out.graph().with(node.with(node.values().withPlain("units", 33))));
        Document changed = BlockEdits.within(List.of(outer, within), Edits.set(inner, SmallCatalog.UNITS, 44), CATALOG)
                .apply(own);
        assertThat(changed.graph().node(outer).values().plain()).containsEntry("units", 44);
        assertThat(infer(changed).report(outer).output()).contains(new Shape.Vector(44));
        assertThat(Blocks.of(changed)).isEqualTo(Blocks.of(own));
    }

    @Test
    void whatIsFrozenAsAWholeIsNotThawedWithin() {
        Document drawn = block(dense(), "dense_2");
        NodeId inner = within(drawn, "dense_2");
        NodeId node = theBlock(drawn).id();
        Document frozen = Edits.freeze(List.of(node), true, CATALOG).apply(drawn);
        assertThat(Blocks.within(frozen, List.of(node), infer(frozen), CATALOG)
                        .graph()
                        .node(inner)
                        .values()
                        .get(LayerType.FROZEN))
                .isTrue();
        Edit thaw = BlockEdits.within(List.of(node), Edits.freeze(List.of(inner), false, CATALOG), CATALOG);
        assertThatThrownBy(() -> thaw.apply(frozen)).hasMessageContaining("All of \"block_1\" is frozen");
        Document named = BlockEdits.within(List.of(node), Edits.rename(inner, "other"), CATALOG)
                .apply(frozen);
        assertThat(theBlock(named)
                        .block()
                        .orElseThrow()
                        .body()
                        .graph()
                        .node(inner)
                        .values())
                .isEqualTo(theBlock(drawn)
                        .block()
                        .orElseThrow()
                        .body()
                        .graph()
                        .node(inner)
                        .values());
    }

    @Test
    void takesItsNodesAlongToAnotherName() {
        Document two = twice(block(dense(), "dense_2"));
        NodeId first = two.graph().named("block_1").orElseThrow().id();
        NodeId outer = two.graph().freshId();
        Document nested = BlockEdits.make(List.of(first), outer, CATALOG).apply(two);
        Document kept = Edits.rename(two.graph().named("block_2").orElseThrow().id(), "mine")
                .apply(nested);
        Document renamed = BlockEdits.rename("block", "stem").apply(kept);
        assertThat(Blocks.of(renamed)).containsOnlyKeys("stem", "block_1");
        assertThat(renamed.graph().named("mine")).isPresent();
        assertThat(Blocks.of(renamed).get("block_1").body().graph().named("stem_1"))
                .isPresent();
        assertThat(BlockEdits.within(List.of(outer), BlockEdits.rename("block", "stem"), CATALOG)
                        .apply(kept))
                .isEqualTo(renamed);
    }

    @Test
    void keepsTheNamesOfItsLayersWhereItStandsOnce() {
        Document once = block(dense(), "dense_1", "dense_2");
        assertThat(written(once)).containsExactly("input_1", "flatten_1", "dense_1", "dense_2", "output_1");
        assertThat(written(twice(once)))
                .containsExactly(
                        "input_1", "flatten_1", "dense_1", "dense_2", "output_1", "block_2_dense_1", "block_2_dense_2");
    }

    private static List<String> written(Document document) {
        return Expansion.of(document.graph(), CATALOG).graph().nodes().values().stream()
                .map(Node::name)
                .toList();
    }

    @Test
    void speaksTheLanguageOfNow() {
        Sketch sketch = Sketch.chain(SmallCatalog.INPUT, SmallCatalog.CONV);
        Document drawn = block(sketch, "conv2d_1");
        Document many = Edits.set(theBlock(drawn).id(), Block.REPEAT, 20).apply(drawn);
        assertThat(infer(many).problems().get(0).message()).startsWith("Within copy 14");
        Language.use(Language.CHINESE);
        try {
            assertThat(infer(many).problems().get(0).message()).startsWith("模块的第 14 个副本（共 20 个）内“conv2d_1”处");
            assertThat(BlockEdits.refusal(many, List.of(), CATALOG).orElseThrow())
                    .isEqualTo("未选中任何层。请选中模块要包含的层。");
            assertThat(BlockEdits.unpack(theBlock(many).id(), CATALOG).label()).isEqualTo("拆开模块");
        } finally {
            Language.use(Language.ENGLISH);
        }
    }

    @Test
    void keepsWhatAnotherVersionSaysOfItsSettings() throws ProjectFileException {
        Document drawn = block(dense(), "dense_2");
        Document shown = BlockEdits.expose("block", within(drawn, "dense_2"), SmallCatalog.UNITS)
                .apply(drawn);
        String newer = ProjectFile.toJson(shown)
                .replace(
                        "\"label\": \"Units of dense_2\"",
                        "\"label\": \"Units of dense_2\", \"group\": [1, {\"a\": null}]")
                .replaceFirst("(\"key\": \"units\")(\\s+}\\s+])", "$1, \"scale\": 2.5$2");
        assertThat(newer).contains("group").contains("scale");
        String written = ProjectFile.toJson(BlockEdits.rename("block", "stem").apply(ProjectFile.read(newer)));
        assertThat(written).contains("\"group\": [").contains("\"scale\": 2.5");
    }

    @Test
    void anInputThatGoesTakesItsWireAlong() {
        Sketch sketch = Sketch.chain(SmallCatalog.INPUT, SmallCatalog.CONV, SmallCatalog.CONV);
        String add = sketch.add(SmallCatalog.ADD);
        sketch.wire("conv2d_1", add, 0).wire("conv2d_2", add, 1);
        Document two = block(sketch, add);
        Node node = theBlock(two);
        NodeId first = node.block().orElseThrow().inputs().get(0);
        Document one = BlockEdits.within(List.of(node.id()), Edits.remove(List.of(first)), CATALOG)
                .apply(two);
        assertThat(one.graph().into(node.id())).containsExactly(new Wire(sketch.id("conv2d_2"), node.id(), 0));
        NodeId output = node.block().orElseThrow().output();
        assertThatThrownBy(() -> BlockEdits.within(List.of(node.id()), Edits.remove(List.of(output)), CATALOG)
                        .apply(two))
                .hasMessageContaining("one output");
    }

    @Test
    void isSeenFromWithinWithTheShapesThatComeIn() {
        Document drawn = block(dense(), "dense_2");
        Document within = Blocks.within(drawn, List.of(theBlock(drawn).id()), infer(drawn), CATALOG);
        Inference inference = Inference.of(within.graph(), CATALOG);
        assertThat(inference.problems()).isEmpty();
        assertThat(inference
                        .report(within.graph().named("dense_2").orElseThrow().id())
                        .inputs())
                .containsExactly(new Shape.Vector(10));
        assertThat(within.plan()).isEqualTo(drawn.plan());
    }

    @Property(tries = 300)
    void madeAndUnpackedIsTheSameNetwork(@ForAll long seed) {
        Random random = new Random(seed);
        Document document = new RandomDocuments(seed).document(12);
        List<NodeId> ids = document.graph().nodes().keySet().stream()
                .filter(id -> random.nextBoolean())
                .toList();
        if (BlockEdits.refusal(document, ids, CATALOG).isPresent()) {
            return;
        }
        NodeId id = document.graph().freshId();
        Document made = BlockEdits.make(ids, id, CATALOG).apply(document);
        Document unpacked = BlockEdits.unpack(id, CATALOG).apply(made);
        assertThat(named(unpacked)).isEqualTo(named(document));
        assertThat(infer(unpacked).parameters()).isEqualTo(infer(document).parameters());
        assertThat(outputs(unpacked)).isEqualTo(outputs(document));
        assertThat(unpacked.graph().wires()).hasSameSizeAs(document.graph().wires());
        if (!infer(document).hasErrors()) {
            assertThat(infer(made).hasErrors()).isFalse();
            assertThat(infer(made).parameters()).isEqualTo(infer(document).parameters());
        }
    }

    private static Set<String> named(Document document) {
        return document.graph().nodes().values().stream()
                .map(node -> node.type() + node.name() + node.values())
                .collect(Collectors.toSet());
    }

    private static Map<String, Optional<Shape>> outputs(Document document) {
        Inference inference = infer(document);
        return document.graph().nodes().values().stream()
                .collect(Collectors.toMap(
                        Node::name, node -> inference.report(node.id()).output()));
    }

    @Property(tries = 200)
    void survivesTheFile(@ForAll long seed) throws ProjectFileException {
        Document document = new RandomDocuments(seed).document(20);
        Document read = ProjectFile.read(ProjectFile.toJson(document));
        assertThat(read).isEqualTo(document);
        assertThat(ProjectFile.toJson(document))
                .contains(Blocks.of(document).isEmpty() ? "\"format\": 1" : "\"format\": 2");
    }
}
