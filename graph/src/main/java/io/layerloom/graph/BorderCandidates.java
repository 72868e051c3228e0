package io.layerloom.graph;

import static io.layerloom.graph.language.Language.tr;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The layers before another, all of which keep the border of their images, so that as large a one comes out as went in. */
final class BorderCandidates {

    private static final String PADDING = "padding";
    private static final String SAME = "same";
    private static final int NAMED = 3;

    private final Graph graph;
    private final Inference inference;
    private final Catalog catalog;

    BorderCandidates(Graph graph, Inference inference, Catalog catalog) {
        this.graph = graph;
        this.inference = inference;
        this.catalog = catalog;
    }

    /** To pad all layers before one that lose their border, if images of another height or width are wanted there. */
    List<Remedy> giving(NodeId to, Shape target) {
        List<Wire> wires = graph.into(to);
        boolean image = wires.size() == 1
                && target instanceof Shape.Image wanted
                && inference.shapeOn(wires.get(0)).orElse(target) instanceof Shape.Image given
                && (given.height() < wanted.height() || given.width() < wanted.width());
        List<Node> padded = image ? padded(to) : List.of();
        if (padded.isEmpty()) {
            return List.of();
        }
        return List.of(RemedyCandidates.remedy(tr("Use padding Same in %s", named(padded)), from -> {
            Graph changed = from.graph();
            for (Node node : padded) {
                changed = changed.with(node);
            }
            return from.with(changed);
        }));
    }

    /** The layers before one whose image shrinks by just a border, with padding that keeps it. */
    private List<Node> padded(NodeId to) {
        List<Node> all = new ArrayList<>();
        Set<NodeId> seen = new HashSet<>();
        Deque<NodeId> open = new ArrayDeque<>(List.of(to));
        while (!open.isEmpty()) {
            for (Wire wire : graph.into(open.remove())) {
                if (seen.add(wire.from())) {
                    open.add(wire.from());
                    padded(graph.node(wire.from())).ifPresent(all::add);
                }
            }
        }
        Collections.reverse(all);
        return all;
    }

    /** A layer with padding that keeps more of the border than it does now; empty if it has none. */
    Optional<Node> padded(Node node) {
        Optional<LayerType> type = catalog.typeOf(node);
        Optional<Shape> before = inference.report(node.id()).output();
        List<Shape> in = inference.report(node.id()).inputs();
        return type.stream()
                .flatMap(known -> known.params().stream())
                .filter(param -> param.key().equals(PADDING) && param.kind() instanceof Kind.Choice<?>)
                .flatMap(param -> with(node, param).stream())
                .filter(same -> before.isPresent()
                        && type.orElseThrow().infer(same.values(), in) instanceof Inferred.Ok ok
                        && Narrowing.isSmaller(before.get(), ok.shape()))
                .findFirst();
    }

    private static <T> Optional<Node> with(Node node, Param<T> padding) {
        return padding.kind().read(SAME).map(same -> node.with(node.values().with(padding, same)));
    }

    /** The names of layers, of many the first ones and how many more there are. */
    static String named(List<Node> nodes) {
        String names = nodes.stream().limit(NAMED).map(Node::name).collect(Collectors.joining(tr(", ")));
        return nodes.size() <= NAMED ? names : tr("%s and %,d more layers", names, nodes.size() - NAMED);
    }
}
