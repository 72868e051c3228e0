package io.layerloom.graph;

import static io.layerloom.graph.language.Language.plural;
import static io.layerloom.graph.language.Language.tr;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A block as a layer: its shape, its size and its cost are those of the drawing within, inferred copy by copy. */
final class BlockRules {

    /** How many answers are kept; the same block is asked the same from inference, canvas and inspector. */
    private static final int KEPT = 32;

    private static final int MOST_TERMS = 6;

    private final Block block;
    private final Catalog catalog;
    private final Map<Question, Answer> known = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Question, Answer> eldest) {
            return size() > KEPT;
        }
    };

    private record Question(Values values, List<Shape> in) {}

    private record Answer(Inferred inferred, Count count, long multiplyAdds, Footprint footprint) {}

    BlockRules(Block block, Catalog catalog) {
        this.block = block;
        this.catalog = catalog;
    }

    LayerType type() {
        int ports = block.inputs().size();
        return new LayerType(
                Block.TYPE,
                block.name(),
                Category.BLOCKS,
                Description.NONE.withHelp(help()),
                params(),
                this::summary,
                new Inputs(ports, ports, List.of(Shape.class)),
                (values, in) -> answer(values, in).inferred(),
                (values, in) -> answer(values, in).count(),
                List.of(),
                (values, in) -> answer(values, in).multiplyAdds(),
                (values, in, out) -> answer(values, in).footprint(),
                (values, in) -> {
                    throw new IllegalStateException("Blocks are written out before a network is built.");
                },
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                LayerType.Role.PLAIN,
                this::foresight,
                (values, shape) -> Optional.empty(),
                Optional.of(block));
    }

    private String help() {
        List<String> names = layers(block.body().graph()).stream()
                .map(node -> catalog.typeOf(node).map(LayerType::name).orElse(node.type()))
                .distinct()
                .limit(MOST_TERMS)
                .toList();
        return tr("A block of the layers %s. Open it to look at it or to change it.", String.join(", ", names));
    }

    private static List<Node> layers(Graph graph) {
        return graph.nodes().values().stream()
                .filter(node -> !BlockPorts.isPort(node))
                .toList();
    }

    private String summary(Values values) {
        int count = layers(block.body().graph()).size();
        String layers = plural(count, "%,d layer", "%,d layers");
        int repeats = block.repeats(values);
        return repeats > 1 ? "×" + repeats + " · " + layers : layers;
    }

    private List<Param<?>> params() {
        List<Param<?>> params = new ArrayList<>();
        if (block.inputs().size() == 1) {
            params.add(Block.REPEAT);
        }
        for (Block.Setting setting : block.settings()) {
            param(setting).ifPresent(params::add);
        }
        boolean weighs = layers(block.body().graph()).stream()
                .anyMatch(node ->
                        catalog.typeOf(node).filter(LayerType::isFreezable).isPresent());
        if (weighs) {
            params.add(LayerType.FROZEN);
        }
        return params;
    }

    /** A setting as that of the first layer that it sets; it starts from what that layer has. */
    private Optional<Param<?>> param(Block.Setting setting) {
        Block.Target first = setting.targets().get(0);
        Node node = block.body().graph().node(first.node());
        return catalog.typeOf(node)
                .flatMap(type -> type.params().stream()
                        .filter(param -> param.key().equals(first.key()))
                        .findFirst()
                        .map(param -> outside(param, setting, node)));
    }

    private static <T> Param<T> outside(Param<T> param, Block.Setting setting, Node layer) {
        T held = layer.values().get(param);
        return new Param<>(
                setting.key(),
                label(param, setting, layer.name()),
                param.help(),
                param.kind(),
                param.kind().check(held).isEmpty() ? held : param.initial(),
                other -> true,
                false,
                false);
    }

    /** A label that was made of setting and layer follows the language and the layer's name; another one is a person's own. */
    private static String label(Param<?> param, Block.Setting setting, String layer) {
        boolean made =
                setting.label().equals(param.english()) || setting.label().startsWith(param.english() + Block.OF);
        return made ? tr("%s of %s", param.label(), layer) : setting.label();
    }

    private Optional<Inferred.Bad> foresight(Values values) {
        return layers(block.drawn(values, catalog)).stream()
                .filter(node -> !Bypass.is(node))
                .flatMap(node -> catalog
                        .typeOf(node)
                        .flatMap(type -> type.foresight().apply(node.values()))
                        .map(bad -> Inferred.bad(at(node.name(), 1, 1, bad.message())))
                        .stream())
                .findFirst();
    }

    private Answer answer(Values values, List<Shape> in) {
        Question question = new Question(values, List.copyOf(in));
        synchronized (known) {
            return known.computeIfAbsent(question, this::work);
        }
    }

    private Answer work(Question asked) {
        Optional<String> intruder = layers(block.body().graph()).stream()
                .flatMap(node -> BlockEdits.intruder(node, catalog).stream())
                .findFirst();
        if (intruder.isPresent()) {
            return bad(intruder.get());
        }
        Graph graph = block.drawn(asked.values(), catalog);
        int repeats = block.repeats(asked.values());
        Sum sum = new Sum();
        List<Shape> in = asked.in();
        for (int copy = 1; copy <= repeats; copy++) {
            Graph fed = fed(block, graph, in.stream().map(Optional::of).toList());
            Inference inference = Inference.of(fed, catalog);
            Optional<Problem> problem =
                    inference.problems().stream().filter(Problem::isError).findFirst();
            if (problem.isPresent()) {
                return bad(told(problem.get(), copy, repeats));
            }
            Shape out = inference.report(block.output()).output().orElseThrow();
            boolean settled = List.of(out).equals(in);
            sum.add(inference, fed, settled ? repeats - copy + 1 : 1);
            if (settled) {
                break; // all further copies are like this one
            }
            in = List.of(out);
        }
        return new Answer(Inferred.ok(sum.out(in, block.output())), sum.count(), sum.multiplyAdds, sum.footprint);
    }

    /** The drawing of a block, as it is where these shapes come in; further inputs get none. */
    static Graph fed(Block block, Graph graph, List<Optional<Shape>> in) {
        Map<NodeId, Node> changed = new LinkedHashMap<>();
        for (int port = 0; port < block.inputs().size(); port++) {
            NodeId id = block.inputs().get(port);
            changed.put(id, BlockPorts.carrying(graph.node(id), port < in.size() ? in.get(port) : Optional.empty()));
        }
        return graph.with(changed);
    }

    private String told(Problem problem, int copy, int copies) {
        return problem.node()
                .flatMap(block.body().graph()::find)
                .map(node -> at(node.name(), copy, copies, problem.message()))
                .orElse(tr("Within the block: %s", problem.message()));
    }

    private static String at(String name, int copy, int copies, String message) {
        return copies == 1
                ? tr("Within the block, at \"%s\": %s", name, message)
                : tr("Within copy %,d of %,d of the block, at \"%s\": %s", copy, copies, name, message);
    }

    private static Answer bad(String message) {
        return new Answer(Inferred.bad(message), Count.NONE, 0, Footprint.NONE);
    }

    /** What the copies come to together. */
    private static final class Sum {
        private final List<String> terms = new ArrayList<>();
        private @Nullable Inference last;
        private long trainable;
        private long buffers;
        private long frozen;
        private long multiplyAdds;
        private Footprint footprint = Footprint.NONE;

        void add(Inference inference, Graph graph, int copies) {
            last = inference;
            trainable += copies * inference.parameters();
            buffers += copies * inference.buffers();
            frozen += copies * inference.frozen();
            multiplyAdds += copies
                    * inference.reports().values().stream()
                            .mapToLong(Inference.Report::multiplyAdds)
                            .sum();
            Footprint once = layers(graph).stream()
                    .map(node -> inference.report(node.id()).footprint())
                    .reduce(Footprint.NONE, Footprint::plus);
            footprint = footprint.plus(once.copies(copies));
            String term = graph.nodes().values().stream()
                    .map(node -> inference.report(node.id()).count().weights())
                    .filter(weights -> weights > 0)
                    .map(weights -> String.format(Locale.ROOT, "%,d", weights))
                    .collect(Collectors.joining(" + "));
            terms.add(copies == 1 ? term : copies + " · (" + term + ")");
        }

        Shape out(List<Shape> in, NodeId output) {
            return last == null ? in.get(0) : last.report(output).output().orElseThrow();
        }

        Count count() {
            if (trainable + frozen + buffers == 0) {
                return Count.NONE;
            }
            String formula = terms.size() <= MOST_TERMS ? String.join(" + ", terms) : tr("%,d copies", terms.size());
            return new Count(trainable, buffers, frozen, formula);
        }
    }
}
