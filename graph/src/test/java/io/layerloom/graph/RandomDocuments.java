package io.layerloom.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

/** Documents and edits drawn by chance; one seed always draws the same. */
final class RandomDocuments {

    private final Random random;

    RandomDocuments(long seed) {
        this.random = new Random(seed);
    }

    /** A document after up to {@code steps} edits, with cycles, misfits and all. */
    Document document(int steps) {
        Document document = Document.EMPTY;
        for (int i = 0; i < steps; i++) {
            document = edit(document).apply(document);
        }
        return document;
    }

    /** An edit that a person could make to the document. */
    Edit edit(Document document) {
        List<NodeId> ids = List.copyOf(document.graph().nodes().keySet());
        if (ids.isEmpty() || random.nextInt(5) == 0) {
            return Edits.add(type(), document.graph().freshId(), point());
        }
        List<Wire> wires = document.graph().wires();
        return switch (random.nextInt(16)) {
            case 0 -> wires.isEmpty() ? move(ids) : Edits.disconnect(any(wires));
            case 1 ->
                wires.isEmpty()
                        ? move(ids)
                        : Edits.insert(inner(), document.graph().freshId(), point(), any(wires));
            case 2 -> random.nextBoolean() ? Edits.remove(some(ids)) : move(ids);
            case 3 -> {
                Document fragment = Edits.fragment(document, some(ids));
                yield Edits.paste(fragment, Edits.freshIds(document.graph(), fragment), 20, 20);
            }
            case 4 -> setting(document, any(ids));
            case 5 -> Edits.rename(any(ids), document.graph().freshName("layer"));
            case 6 -> Edits.plan("Change the plan", plan(document.plan()));
            case 7 -> {
                NodeId behind = any(ids);
                yield ends(document, behind)
                        ? move(ids)
                        : Edits.append(type(), document.graph().freshId(), point(), behind, SmallCatalog.CATALOG);
            }
            case 8 -> Edits.collapse(some(ids), random.nextInt(3) > 0);
            case 9 -> wires.isEmpty() ? move(ids) : Edits.bend("Add reroute point", any(wires), points());
            case 10 -> framing(document.layout().frames());
            case 11, 12 -> block(document, ids);
            case 13 -> inBlock(document, ids);
            default -> {
                NodeId from = any(ids);
                yield ends(document, from)
                        ? move(ids)
                        : Edits.connect(new Wire(from, any(ids), random.nextInt(3)), SmallCatalog.CATALOG);
            }
        };
    }

    private Edit block(Document document, List<NodeId> ids) {
        List<NodeId> some = some(ids);
        return BlockEdits.refusal(document, some, SmallCatalog.CATALOG).isPresent()
                ? move(ids)
                : BlockEdits.make(some, document.graph().freshId(), SmallCatalog.CATALOG);
    }

    /** A block is unpacked, repeated or changed within. */
    private Edit inBlock(Document document, List<NodeId> ids) {
        List<NodeId> blocks = ids.stream()
                .filter(id -> document.graph().node(id).block().isPresent())
                .toList();
        if (blocks.isEmpty()) {
            return move(ids);
        }
        NodeId id = any(blocks);
        Block block = document.graph().node(id).block().orElseThrow();
        List<Node> within = block.body().graph().nodes().values().stream()
                .filter(node -> !BlockPorts.isPort(node))
                .toList();
        return switch (within.isEmpty() ? 0 : random.nextInt(5)) {
            case 0 -> BlockEdits.unpack(id, SmallCatalog.CATALOG);
            case 1 -> Edits.set(id, Block.REPEAT, 1 + random.nextInt(4));
            case 2 -> BlockEdits.rename(block.name(), Blocks.freshName(document, "stage"));
            case 3 -> BlockEdits.expose(block.name(), any(within).id(), SmallCatalog.UNITS);
            default ->
                BlockEdits.within(
                        List.of(id),
                        Edits.set(any(within).id(), SmallCatalog.UNITS, 1 + random.nextInt(50)),
                        SmallCatalog.CATALOG);
        };
    }

    private Edit framing(List<Frame> frames) {
        if (frames.isEmpty() || random.nextBoolean()) {
            return Edits.addFrame(frame());
        }
        return random.nextBoolean()
                ? Edits.removeFrame(any(frames))
                : Edits.changeFrame("Move frame", any(frames), frame());
    }

    private Frame frame() {
        Point at = point();
        return new Frame(
                "Frame " + random.nextInt(9), at.x(), at.y(), 1 + random.nextInt(900), 1 + random.nextInt(900));
    }

    private List<Point> points() {
        return Stream.generate(this::point).limit(random.nextInt(4)).toList();
    }

    private static boolean ends(Document document, NodeId id) {
        return Endings.refusal(document.graph(), id, SmallCatalog.CATALOG).isPresent();
    }

    private LayerType inner() {
        return any(SmallCatalog.CATALOG.layers().stream()
                .filter(type -> !type.isOutput())
                .toList());
    }

    private Edit move(List<NodeId> ids) {
        return Edits.move(Map.of(any(ids), point()));
    }

    private Edit setting(Document document, NodeId id) {
        List<Param<?>> params = SmallCatalog.CATALOG
                .typeOf(document.graph().node(id))
                .orElseThrow()
                .params();
        if (params.isEmpty()) {
            return move(List.of(id));
        }
        return switch (any(params).key()) {
            case "kernel" -> Edits.set(id, SmallCatalog.KERNEL, Size2.square(1 + random.nextInt(31)));
            case "padding" -> Edits.set(id, SmallCatalog.PADDING, SmallCatalog.Padding.SAME);
            case "loss" -> Edits.set(id, SmallCatalog.LOSS, SmallCatalog.Loss.MSE);
            default -> Edits.set(id, SmallCatalog.UNITS, random.nextInt(50));
        };
    }

    private TrainingPlan plan(TrainingPlan plan) {
        return switch (random.nextInt(5)) {
            case 0 -> plan.withEpochs(random.nextInt(-1, 20));
            case 1 -> plan.withBatchSize(random.nextInt(1, 512));
            case 2 -> plan.withSeed(random.nextLong());
            case 3 -> plan.withData(new Component("sample", new Values(Map.of("name", "mnist"))));
            default ->
                plan.withObjective(Objective.values()[random.nextInt(Objective.values().length)])
                        .withSplit(new TrainingPlan.Split(random.nextDouble(), random.nextDouble()))
                        .withEarlyStopping(
                                new TrainingPlan.EarlyStopping(random.nextBoolean(), 3, random.nextDouble()));
        };
    }

    private LayerType type() {
        return any(SmallCatalog.CATALOG.layers());
    }

    private Point point() {
        return new Point(random.nextInt(2000) / 2.0, random.nextInt(2000) / 2.0);
    }

    private List<NodeId> some(List<NodeId> ids) {
        List<NodeId> some = new ArrayList<>(ids);
        some.removeIf(id -> random.nextInt(3) > 0);
        return some;
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
