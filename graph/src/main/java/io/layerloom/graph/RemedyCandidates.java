package io.layerloom.graph;

import static io.layerloom.graph.language.Language.tr;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Ways out of problems that are worth a try, the likeliest first; {@link Remedies} tries them. */
final class RemedyCandidates {

    /** So many changes of the layer itself come before those of layers up the way, which shall find room beside them. */
    private static final int OWN = 2;

    private final Document document;
    private final Graph graph;
    private final Inference inference;
    private final Catalog catalog;
    private final Optional<DataSchema> schema;
    private final Capacity capacity;
    private final WireCandidates wires;

    RemedyCandidates(
            Document document, Inference inference, Catalog catalog, Optional<DataSchema> schema, Capacity capacity) {
        this.document = document;
        this.graph = document.graph();
        this.inference = inference;
        this.catalog = catalog;
        this.schema = schema;
        this.capacity = capacity;
        this.wires = new WireCandidates(document, inference, catalog);
    }

    List<Remedy> of(Problem problem) {
        Optional<Node> node = problem.node().flatMap(graph::find);
        return switch (problem.cause()) {
            case SHAPE, LABELS -> node.map(at -> misfit(at, problem)).orElse(List.of());
            case STACK -> node.map(at -> uneven(at, problem)).orElse(List.of());
            case MISSING_INPUT -> node.map(this::missingInput).orElse(List.of());
            case CYCLE -> node.map(wires::cycle).orElse(List.of());
            case AFTER_OUTPUT -> node.map(this::afterOutput).orElse(List.of());
            case UNKNOWN_LAYER -> node.map(this::removal).orElse(List.of());
            case UNKNOWN_SETTING -> node.map(at -> unknownSetting(at, problem)).orElse(List.of());
            case UNUSED -> node.map(this::unused).orElse(List.of());
            case BAD_VALUE -> node.map(at -> badValue(at, problem)).orElse(List.of());
            case NO_INPUT -> new EndCandidates(document, inference, catalog, schema).of(true);
            case NO_OUTPUT -> new EndCandidates(document, inference, catalog, schema).of(false);
            case DATA -> node.map(this::data).orElse(List.of());
            case PLAN -> problem.param().isPresent() ? planRemedies().of(problem) : thaw();
        };
    }

    private PlanRemedies planRemedies() {
        int most = TrainingMemory.of(document, inference, catalog, capacity).mostExamples(capacity);
        return new PlanRemedies(document.plan(), catalog, schema, most);
    }

    /** To let the last layer learn, or all. */
    private List<Remedy> thaw() {
        List<NodeId> frozen = inference.order().stream()
                .filter(id -> inference.report(id).count().frozen() > 0)
                .toList();
        List<Remedy> all = new ArrayList<>();
        if (!frozen.isEmpty()) {
            NodeId last = frozen.get(frozen.size() - 1);
            all.add(new Remedy(
                    tr("Unfreeze %s", graph.node(last).name()), Edits.freeze(List.of(last), false, catalog)));
            all.add(new Remedy(tr("Unfreeze all layers"), Edits.freeze(frozen, false, catalog)));
        }
        return all;
    }

    static Remedy remedy(String label, UnaryOperator<Document> change) {
        return new Remedy(label, Edit.of(label, change));
    }

    /** The document with a proposal followed; as it was where the layer before cannot give what is wanted. */
    static Document follow(Document document, NodeId id, Inferred.Proposal proposal, Catalog catalog) {
        if (proposal.wanted().isPresent()) {
            Inference inference = Inference.of(document.graph(), catalog);
            return new SourceCandidates(document.graph(), inference, catalog)
                    .giving(id, proposal.wanted().get()).stream()
                            .findFirst()
                            .map(remedy -> remedy.edit().apply(document))
                            .orElse(document);
        }
        Node node = document.graph().node(id);
        return document.with(document.graph().with(node.with(proposal.applyTo(node.values()))));
    }

    private List<Remedy> misfit(Node node, Problem problem) {
        List<Remedy> all = new ArrayList<>();
        for (Inferred.Proposal proposal : problem.proposals()) {
            proposal.wanted()
                    .ifPresentOrElse(
                            wanted -> {
                                all.addAll(new BorderCandidates(graph, inference, catalog)
                                        .giving(node.id(), wanted.shape()));
                                all.addAll(new SourceCandidates(graph, inference, catalog).giving(node.id(), wanted));
                            },
                            () -> all.add(
                                    remedy(proposal.label(), from -> follow(from, node.id(), proposal, catalog))));
        }
        List<Wire> into = graph.into(node.id());
        if (problem.cause() == Problem.Cause.SHAPE && into.size() == 1) {
            all.addAll(Math.min(OWN, all.size()), new WideningCandidates(graph, inference, catalog).of(node.id()));
        }
        if (problem.cause() == Problem.Cause.LABELS) {
            // What an end cannot learn may be the fault of the plan as well.
            all.addAll(planRemedies().objectives());
        }
        catalog.typeOf(node)
                .ifPresent(type -> all.addAll(new AdapterCandidates(graph, inference, catalog).of(node, type)));
        catalog.typeOf(node).flatMap(LayerType::again).ifPresent(again -> all.addAll(rereading(node, again)));
        if (into.size() > 1) {
            all.addAll(new SourceCandidates(graph, inference, catalog).of(node));
        }
        for (int i = into.size() - 1; i >= 0 && into.size() > 1; i--) {
            all.add(wires.withoutWire(into.get(i)));
        }
        return all;
    }

    /** The wire comes from what the layer behind the other one gets. */
    private List<Remedy> rereading(Node node, LayerType.Again again) {
        Graph used = Bypass.without(graph);
        return used.into(node.id()).stream()
                .filter(wire -> wire.port() == again.behind())
                .flatMap(wire -> used.into(wire.from()).stream().limit(1))
                .map(read -> used.node(read.from()))
                .map(source -> remedy(
                        tr("Connect %s to %s instead", source.name(), node.name()),
                        from -> from.with(from.graph().with(new Wire(source.id(), node.id(), again.wire())))))
                .toList();
    }

    /** Something stacked is taken apart in front of the layer, or the layer goes. */
    private List<Remedy> uneven(Node node, Problem problem) {
        List<Remedy> all = new ArrayList<>();
        problem.proposals()
                .forEach(proposal ->
                        all.add(remedy(proposal.label(), from -> follow(from, node.id(), proposal, catalog))));
        for (LayerType type :
                catalog.layers().stream().filter(LayerType::isUnstack).toList()) {
            for (Wire wire : graph.into(node.id())) {
                all.add(remedy(tr("Insert %s", type.name()), from -> Placement.insert(from, type, wire)));
            }
        }
        all.addAll(removal(node));
        return all;
    }

    /** Layers that may go between two others that do not fit. */
    static List<LayerType> adapters(Catalog catalog) {
        return catalog.layers().stream().filter(LayerType::adapter).toList();
    }

    private List<Remedy> missingInput(Node node) {
        List<Remedy> all = new ArrayList<>(wires.missingInput(node));
        if (catalog.nodes(graph, LayerType::isInput).isEmpty()) {
            all.addAll(new EndCandidates(document, inference, catalog, schema).of(true));
        }
        all.addAll(removal(node));
        return all;
    }

    private List<Remedy> afterOutput(Node node) {
        List<Remedy> all = new ArrayList<>(wires.afterOutput(node));
        all.addAll(removal(node));
        return all;
    }

    private static Remedy deletion(Node node) {
        return remedy(
                tr("Delete %s", node.name()),
                from -> Edits.remove(List.of(node.id())).apply(from));
    }

    private List<Remedy> removal(Node node) {
        Remedy delete = deletion(node);
        List<Wire> into = graph.into(node.id());
        List<Wire> outOf = graph.outOf(node.id());
        if (into.size() != 1 || outOf.isEmpty()) {
            return List.of(delete);
        }
        Remedy bypass = remedy(tr("Delete %s and join its neighbours", node.name()), from -> joined(from, node.id()));
        return List.of(bypass, delete);
    }

    /** The document without a layer that has one wire in, and with what fed it wired to all that it fed. */
    static Document joined(Document document, NodeId gone) {
        Graph former = document.graph();
        NodeId source = former.into(gone).get(0).from();
        Graph joined = former.without(List.of(gone));
        for (Wire wire : former.outOf(gone)) {
            joined = joined.with(new Wire(source, wire.to(), wire.port()));
        }
        return document.with(joined).with(document.layout().without(List.of(gone)));
    }

    private List<Remedy> unused(Node node) {
        Remedy one = deletion(node);
        List<NodeId> all = inference.problems().stream()
                .filter(problem -> problem.cause() == Problem.Cause.UNUSED)
                .flatMap(problem -> problem.node().stream())
                .toList();
        if (all.size() < 2) {
            return List.of(one);
        }
        return List.of(
                one,
                remedy(
                        tr("Delete all %d unused layers", all.size()),
                        from -> Edits.remove(all).apply(from)));
    }

    private List<Remedy> unknownSetting(Node node, Problem problem) {
        return catalog.typeOf(node).flatMap(type -> UnknownSettings.of(node, type)).stream()
                .flatMap(held -> problem.param().stream().flatMap(key -> held.remedies(node, key).stream()))
                .toList();
    }

    private List<Remedy> badValue(Node node, Problem problem) {
        return catalog.typeOf(node).stream()
                .flatMap(type -> type.params().stream())
                .filter(param -> problem.param().equals(Optional.of(param.key())))
                .flatMap(param -> corrections(node, param))
                .toList();
    }

    private static <T> Stream<Remedy> corrections(Node node, Param<T> param) {
        return Correction.of(node.values(), param).stream()
                .map(found -> remedy(
                        found.label(),
                        from -> Edits.set(node.id(), param, found.value()).apply(from)));
    }

    private List<Remedy> data(Node node) {
        LayerType type = catalog.typeOf(node).orElseThrow();
        List<Remedy> all = new ArrayList<>();
        if (type.isInput() && !type.isCode() && schema.isPresent()) {
            LayerType.Part own = InputProblems.part(node);
            for (LayerType.Part part : LayerType.Part.values()) {
                DataFit.taking(type, node.values(), part, schema.get())
                        .ifPresent(values -> all.add(remedy(
                                part == own
                                        ? tr(
                                                "Set %s to %s",
                                                node.name(),
                                                schema.get()
                                                        .part(part)
                                                        .orElseThrow()
                                                        .label())
                                        : tr("Let %s take the other part", node.name()),
                                from -> from.with(from.graph()
                                        .with(from.graph().node(node.id()).with(values))))));
            }
            all.addAll(partner(own));
        }
        all.add(deletion(node));
        return all;
    }

    /** An Input for the part of a pair that another one leaves. */
    private List<Remedy> partner(LayerType.Part taken) {
        LayerType.Part other = taken == LayerType.Part.FIRST ? LayerType.Part.SECOND : LayerType.Part.FIRST;
        List<Remedy> all = new ArrayList<>();
        for (LayerType type : catalog.layers()) {
            if (type.isInput() && !type.isCode()) {
                schema.filter(data -> data.second().isPresent())
                        .flatMap(data -> DataFit.taking(type, type.initialValues(), other, data))
                        .ifPresent(values -> all.add(remedy(
                                tr("Add an Input for the other part"),
                                from -> Placement.alone(from, type, values, true))));
            }
        }
        return all;
    }
}
