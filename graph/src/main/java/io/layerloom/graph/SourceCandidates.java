package io.layerloom.graph;

import static io.layerloom.graph.language.Language.tr;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Settings of the layers before another under which these give what it needs, or before a merge what the others give: one setting changed, or two. */
final class SourceCandidates {

    private static final int TRIES = 2_000;

    /** So many layers up, each is asked whether a setting of it brings the shape about; who drew more than that meant them. */
    private static final int DEPTH = 4;

    private final Graph graph;
    private final Inference inference;
    private final Catalog catalog;

    SourceCandidates(Graph graph, Inference inference, Catalog catalog) {
        this.graph = graph;
        this.inference = inference;
        this.catalog = catalog;
    }

    /** One setting of a layer at another value, with the words for it. */
    private record Change(String words, Values values) {}

    List<Remedy> of(Node merge) {
        List<Wire> wires = graph.into(merge.id());
        List<Remedy> all = new ArrayList<>();
        // The later branch is the one that a person is still working on.
        for (int i = wires.size() - 1; i >= 0; i--) {
            Node source = graph.node(wires.get(i).from());
            for (Shape target : others(wires, i)) {
                giving(source.id(), DEPTH, target, Inferred.ok(target)::equals).ifPresent(all::add);
            }
        }
        return all;
    }

    /** The layer before one, changed so that it gives the shape that is wanted by its wire; empty if no setting or two do. */
    List<Remedy> giving(NodeId to, Inferred.Wanted wanted) {
        return graph.into(to).stream()
                .skip(wanted.wire())
                .limit(1)
                .flatMap(wire ->
                        giving(wire.from(), DEPTH, wanted.shape(), Inferred.ok(wanted.shape())::equals).stream())
                .toList();
    }

    /** The layer, or where nothing of it can bring that about the one before it, changed so that it gives what is wanted. */
    private Optional<Remedy> giving(NodeId id, int layers, Shape target, Predicate<Inferred> wanted) {
        Node source = graph.node(id);
        Optional<Remedy> own = fitting(source, target, wanted).map(change -> remedy(source, change));
        List<Wire> before = graph.into(id);
        Optional<LayerType> type = catalog.typeOf(source);
        return own.isPresent() || layers == 1 || before.size() != 1 || type.isEmpty()
                ? own
                : giving(
                        before.get(0).from(),
                        layers - 1,
                        target,
                        given -> given instanceof Inferred.Ok ok
                                && wanted.test(type.get().infer(source.values(), List.of(ok.shape()))));
    }

    private Set<Shape> others(List<Wire> wires, int except) {
        Set<Shape> shapes = new LinkedHashSet<>();
        for (int i = 0; i < wires.size(); i++) {
            if (i != except) {
                inference.shapeOn(wires.get(i)).ifPresent(shapes::add);
            }
        }
        inference.shapeOn(wires.get(except)).ifPresent(shapes::remove);
        return shapes;
    }

    private static Remedy remedy(Node source, Change change) {
        return RemedyCandidates.remedy(
                tr("Change %s: %s", source.name(), change.words()),
                from -> from.with(
                        from.graph().with(from.graph().node(source.id()).with(change.values()))));
    }

    private Optional<Change> fitting(Node source, Shape target, Predicate<Inferred> wanted) {
        Optional<LayerType> type = catalog.typeOf(source).filter(known -> !known.isInput());
        if (type.isEmpty() || inference.report(source.id()).output().isEmpty()) {
            return Optional.empty();
        }
        List<Shape> in = inference.report(source.id()).inputs();
        List<Change> single = changes(type.get(), new Change("", source.values()), target);
        Stream<Change> twofold = single.stream().flatMap(first -> changes(type.get(), first, target).stream());
        return Stream.concat(single.stream(), twofold)
                .limit(TRIES)
                .filter(change -> wanted.test(type.get().infer(change.values(), in)))
                .findFirst();
    }

    private static List<Change> changes(LayerType type, Change from, Shape target) {
        return type.params().stream()
                .filter(param -> from.values().shows(param))
                // A kernel of another size is the greater change; padding comes before it.
                .sorted(Comparator.comparing(param -> param.kind() instanceof Kind.Size))
                .flatMap(param -> changes(param, from, target).stream())
                .toList();
    }

    private static <T> List<Change> changes(Param<T> param, Change from, Shape target) {
        return plain(param.kind(), target).stream()
                .flatMap(value -> param.kind().read(value).stream())
                .filter(value -> param.kind().check(value).isEmpty())
                .filter(value -> !value.equals(from.values().get(param)))
                .map(value -> change(param, value, from))
                .toList();
    }

    private static <T> Change change(Param<T> param, T value, Change from) {
        String shown = value instanceof Labelled labelled ? labelled.label() : value.toString();
        String words = (from.words().isEmpty() ? "" : from.words() + ", ") + param.label() + " " + shown;
        return new Change(words, from.values().with(param, value));
    }

    /** Values that may bring the target about: its sides for numbers, every option for a choice, 1 for strides. */
    private static Set<?> plain(Kind<?> kind, Shape target) {
        if (kind instanceof Kind.Whole) {
            return sides(target)
                    .filter(side -> side <= Integer.MAX_VALUE)
                    .map(Math::toIntExact)
                    .collect(Collectors.toSet());
        }
        if (kind instanceof Kind.Size) {
            return Set.of(List.of(1, 1), List.of(2, 2));
        }
        if (kind instanceof Kind.Choice<?> choice) {
            return choice.options().stream()
                    .map(option -> option.name().toLowerCase(Locale.ROOT))
                    .collect(Collectors.toCollection(LinkedHashSet::new));
        }
        return Set.of();
    }

    private static Stream<Long> sides(Shape shape) {
        if (shape instanceof Shape.Image image) {
            return Stream.of(image.channels(), image.height(), image.width());
        }
        if (shape instanceof Shape.Volume volume) {
            return Stream.of(volume.channels(), volume.depth(), volume.height(), volume.width());
        }
        if (shape instanceof Shape.Sequence sequence) {
            return Stream.of(sequence.features(), sequence.steps());
        }
        return Stream.of(shape.elements());
    }
}
