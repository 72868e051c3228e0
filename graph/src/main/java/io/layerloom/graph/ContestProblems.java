package io.layerloom.graph;

import static io.layerloom.graph.language.Language.later;
import static io.layerloom.graph.language.Language.tr;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** What keeps a generator and its discriminator from being trained against each other: how they are wired, and whether the plan wants it. */
final class ContestProblems {

    private final Graph graph;
    private final Objective objective;
    private final Catalog catalog;
    private final Consumer<Problem> report;

    ContestProblems(Document document, Catalog catalog, Consumer<Problem> report) {
        this.graph = document.graph();
        this.objective = document.plan().objective();
        this.catalog = catalog;
        this.report = report;
    }

    void report() {
        List<Node> contests = catalog.nodes(graph, LayerType::isContest);
        List<Node> codes = catalog.nodes(graph, LayerType::isCode);
        if (contests.isEmpty()) {
            codes.forEach(node -> report.accept(Problem.error(
                    Problem.Cause.DATA,
                    node.id(),
                    tr(
                            "\"%s\" gives random numbers to a generator, but nothing sets one against the data. Add Real or generated, or delete it.",
                            node.name()))));
        }
        if (objective == Objective.ADVERSARIAL && contests.isEmpty()) {
            reportPlan(
                    tr(
                            "Nothing is generated that could be told from the data. Put Real or generated between a generator and its discriminator, or let the network learn something else."));
        }
        if (objective != Objective.ADVERSARIAL && !contests.isEmpty()) {
            reportPlan(tr(
                    "\"%s\" sets a generator against the data, but the plan lets the network learn \"%s\". Let it learn \"%s\", or delete the layer.",
                    contests.get(0).name(), objective.label(), Objective.ADVERSARIAL.label()));
        }
        reportSurplus(
                contests,
                later(
                        "At %d places generators meet the data, but one generator is trained at a time. Keep one of them and delete \"%s\"."));
        reportSurplus(
                codes,
                later(
                        "At %d places codes enter, but one generator is trained at a time. Keep one of them and delete \"%s\"."));
        contests.stream().limit(1).forEach(this::reportWires);
    }

    private void reportPlan(String message) {
        report.accept(Problem.error(Problem.Cause.PLAN, message).of(TrainingPlan.OBJECTIVE));
    }

    private void reportSurplus(List<Node> nodes, String what) {
        nodes.stream().skip(1).forEach(node -> fault(node, tr(what, nodes.size(), node.name())));
    }

    private void fault(Node node, String message) {
        report.accept(Problem.error(Problem.Cause.DATA, node.id(), message));
    }

    private void reportWires(Node contest) {
        List<Wire> wires = graph.into(contest.id());
        if (wires.size() != 2) {
            return;
        }
        if (isData(wires.get(0).from())) {
            fault(
                    contest,
                    tr(
                            "The first wire of \"%s\" brings what is generated, but it comes from \"%s\", where the data enter. Wire the generator to it.",
                            contest.name(), name(wires.get(0).from())));
        } else if (!isData(wires.get(1).from())) {
            fault(
                    contest,
                    tr(
                            "The second wire of \"%s\" brings the data as they are, but it comes from \"%s\". Wire the Input to it.",
                            contest.name(), name(wires.get(1).from())));
        } else {
            reportByPasses(contest);
        }
    }

    private boolean isData(NodeId id) {
        return catalog.typeOf(graph.node(id))
                .filter(type -> type.isInput() && !type.isCode())
                .isPresent();
    }

    private String name(NodeId id) {
        return graph.node(id).name();
    }

    /** What the discriminator learns must not depend on how an example came about. */
    private void reportByPasses(Node contest) {
        Set<NodeId> behind = behind(contest.id());
        for (Wire wire : graph.wires()) {
            if (behind.contains(wire.to())
                    && !behind.contains(wire.from())
                    && !wire.to().equals(contest.id())) {
                fault(
                        graph.node(wire.to()),
                        tr(
                                "Whatever the discriminator sees must come through \"%s\", but \"%s\" also gets \"%s\". Remove that wire.",
                                contest.name(), name(wire.to()), name(wire.from())));
            }
        }
    }

    private Set<NodeId> behind(NodeId start) {
        Set<NodeId> found = new HashSet<>(Set.of(start));
        List<NodeId> open = List.of(start);
        while (!open.isEmpty()) {
            open = open.stream()
                    .flatMap(id -> graph.outOf(id).stream())
                    .map(Wire::to)
                    .filter(found::add)
                    .toList();
        }
        return found;
    }
}
