package io.layerloom.graph;

import static io.layerloom.graph.language.Language.tr;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Changes of the layers that made a shape too small for another one behind them. Of each kind of change, the one of the nearest layer where it is enough, and no more of it than is needed; where
 * no layer will do alone, the nearest few together, all but the last of them by as much as they can.
 */
final class WideningCandidates {

    private static final Set<String> STRIDE = Set.of("stride");
    private static final Set<String> WINDOW = Set.of("kernel", "window");

    /** A window of one place sees nothing beside it: who drew a window did not mean that. */
    private static final int LEAST_WINDOW = 2;

    /** So many layers get other strides, or other windows, at once: their names and numbers have to be read on one button. */
    private static final int TOGETHER = 2;

    private final Graph graph;
    private final Inference inference;
    private final Catalog catalog;
    private final BorderCandidates borders;

    WideningCandidates(Graph graph, Inference inference, Catalog catalog) {
        this.graph = graph;
        this.inference = inference;
        this.catalog = catalog;
        this.borders = new BorderCandidates(graph, inference, catalog);
    }

    /**
     * One layer changed.
     *
     * @param gives what it then makes of what it gets
     * @param values its settings then; empty if it goes
     * @param words what is changed
     */
    private record Step(Node node, Function<Shape, Inferred> gives, Optional<Values> values, String words) {
        Document applyTo(Document document) {
            return values.map(now -> document.with(document.graph()
                            .with(document.graph().node(node.id()).with(now))))
                    .orElseGet(() -> RemedyCandidates.joined(document, node.id()));
        }
    }

    /** Changes before a layer under which its shape would fit; none if size is not what is wrong. */
    List<Remedy> of(NodeId misfit) {
        Narrowing narrowing = new Narrowing(graph, inference, catalog, misfit);
        if (narrowing.culprits().isEmpty()) {
            return List.of();
        }
        List<Remedy> all = new ArrayList<>();
        enough(narrowing, this::padded, Integer.MAX_VALUE)
                .ifPresent(steps -> all.add(remedy(tr("Use padding Same in %s", names(steps)), steps)));
        enough(narrowing, this::gone, Integer.MAX_VALUE)
                .ifPresent(steps -> all.add(remedy(
                        steps.size() == 1
                                ? tr("Delete %s and join its neighbours", names(steps))
                                : tr("Delete %s, and join their neighbours", names(steps)),
                        steps)));
        enough(narrowing, node -> lower(node, STRIDE, 1, 1), TOGETHER)
                .ifPresent(steps -> all.add(remedy(changes(steps), steps)));
        // By two, so that a window with a middle keeps one.
        enough(narrowing, node -> lower(node, WINDOW, 2, LEAST_WINDOW), TOGETHER)
                .ifPresent(steps -> all.add(remedy(changes(steps), steps)));
        return all;
    }

    /** The least change of one kind that is enough: of one layer, the nearest, or of the nearest few, the last no more than is needed; in the direction of the data. */
    private static Optional<List<Step>> enough(Narrowing narrowing, Function<NodeId, List<Step>> kind, int most) {
        List<List<Step>> all = narrowing.layers().stream()
                .map(kind)
                .filter(steps -> !steps.isEmpty())
                .toList();
        Optional<Step> alone = all.stream()
                .flatMap(List::stream)
                .filter(step -> narrowing.fits(Map.of(step.node().id(), step.gives())))
                .findFirst();
        if (alone.isPresent()) {
            return alone.map(List::of);
        }
        List<Step> together = new ArrayList<>();
        Map<NodeId, Function<Shape, Inferred>> instead = new LinkedHashMap<>();
        for (List<Step> steps : all.subList(0, Math.min(most, all.size()))) {
            for (Step step : steps) {
                instead.put(step.node().id(), step.gives());
                if (narrowing.fits(instead)) {
                    together.add(0, step);
                    return Optional.of(Collections.unmodifiableList(together));
                }
            }
            together.add(0, steps.get(steps.size() - 1));
        }
        return Optional.empty();
    }

    private List<Step> padded(NodeId id) {
        return borders.padded(graph.node(id)).stream()
                .flatMap(padded -> step(padded, padded.values(), "").stream())
                .toList();
    }

    /** Only a layer that learns nothing and changes nothing else can go without harm, as pooling. */
    private List<Step> gone(NodeId id) {
        Inference.Report report = inference.report(id);
        Node node = graph.node(id);
        boolean harmless = report.count().equals(Count.NONE)
                && node.block().isEmpty()
                && Narrowing.withPlaces(
                                report.output().orElseThrow(), report.inputs().get(0))
                        .equals(report.inputs().get(0));
        return harmless ? List.of(new Step(node, Inferred::ok, Optional.empty(), "")) : List.of();
    }

    /** Ever lower values of the settings of these keys. */
    private List<Step> lower(NodeId id, Set<String> keys, int by, int least) {
        Node node = graph.node(id);
        return catalog.typeOf(node).stream()
                .flatMap(type -> type.params().stream())
                .filter(param -> keys.contains(param.key()) && node.values().shows(param))
                .filter(param -> param.kind() instanceof Kind.Whole || param.kind() instanceof Kind.Size)
                .flatMap(param -> lower(node, param, by, least))
                .toList();
    }

    private <T> Stream<Step> lower(Node node, Param<T> param, int by, int least) {
        List<Integer> sides = sides(param.kind().plain(node.values().get(param)));
        List<T> values = new ArrayList<>();
        for (int most = Collections.max(sides) - by; most >= least; most -= by) {
            int side = most;
            List<Integer> lower =
                    sides.stream().map(former -> Math.min(former, side)).toList();
            param.kind().read(lower.size() == 1 ? lower.get(0) : lower).ifPresent(values::add);
        }
        return values.stream()
                .flatMap(
                        value -> step(
                                node,
                                node.values().with(param, value),
                                param.label() + " " + param.kind().words(value))
                                .stream());
    }

    /** A whole number, or a height and a width, as a list of each. */
    private static List<Integer> sides(Object plain) {
        return plain instanceof List<?> list
                ? list.stream().map(Integer.class::cast).toList()
                : List.of((Integer) plain);
    }

    private Optional<Step> step(Node node, Values values, String words) {
        return catalog.typeOf(node)
                .map(type -> new Step(node, in -> type.infer(values, List.of(in)), Optional.of(values), words));
    }

    private static String names(List<Step> steps) {
        return BorderCandidates.named(steps.stream().map(Step::node).toList());
    }

    private static String changes(List<Step> steps) {
        return steps.stream()
                .map(step -> tr("Change %s: %s", step.node().name(), step.words()))
                .reduce(Remedy::joined)
                .orElseThrow();
    }

    private static Remedy remedy(String label, List<Step> steps) {
        return RemedyCandidates.remedy(label, from -> {
            Document to = from;
            for (Step step : steps) {
                to = step.applyTo(to);
            }
            return to;
        });
    }
}
