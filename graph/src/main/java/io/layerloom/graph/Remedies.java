package io.layerloom.graph;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds ways out of problems: draws up candidates, applies each, infers again, and keeps those that mend. */
public final class Remedies {

    private static final int OFFERED = 4;

    /** A detector may read so many maps, each of which has to be mended by itself. */
    private static final int ROUNDS = 8;

    private final Document document;
    private final Problem problem;
    private final Catalog catalog;
    private final Optional<DataSchema> schema;
    private final Capacity capacity;
    private final Set<Key> before;
    private final Set<String> beside;
    private final Set<NodeId> hidden;

    private Remedies(
            Document document,
            Problem problem,
            Catalog catalog,
            Optional<DataSchema> schema,
            Capacity capacity,
            Inference inference) {
        this.document = document;
        this.problem = problem;
        this.catalog = catalog;
        this.schema = schema;
        this.capacity = capacity;
        List<Problem> all = problems(document, inference);
        this.before = all.stream().map(Key::of).collect(Collectors.toSet());
        this.beside = all.stream()
                .filter(other -> isAlike(other) && !other.message().equals(problem.message()))
                .map(Problem::message)
                .collect(Collectors.toSet());
        this.hidden = hidden(inference);
    }

    /** The ways out on a machine with as much memory as it takes. */
    public static List<Remedy> of(Document document, Problem problem, Catalog catalog, Optional<DataSchema> schema) {
        return of(document, problem, catalog, schema, Capacity.UNBOUNDED);
    }

    /**
     * The ways out of a problem of a document, the best first, at most four.
     *
     * @param schema what the chosen data hold, where they are known
     * @param capacity what the machine can give to the training
     */
    public static List<Remedy> of(
            Document document, Problem problem, Catalog catalog, Optional<DataSchema> schema, Capacity capacity) {
        Inference inference = Inference.of(document.graph(), catalog);
        RemedyCandidates candidates = new RemedyCandidates(
                document, inference, catalog, schema.map(document.plan().objective()::of), capacity);
        return new Remedies(document, problem, catalog, schema, capacity, inference).keep(candidates.of(problem));
    }

    /** What tells one problem from another when a document has changed. */
    private record Key(Problem.Cause cause, Optional<NodeId> node, Optional<String> param) {
        static Key of(Problem problem) {
            // A missing end is one problem of the whole, at whichever node it shows.
            boolean whole = problem.cause() == Problem.Cause.NO_INPUT || problem.cause() == Problem.Cause.NO_OUTPUT;
            return new Key(problem.cause(), whole ? Optional.empty() : problem.node(), problem.param());
        }
    }

    /** Whether only the words tell a problem from the one to be mended, as two that one Input has with its data. */
    private boolean isAlike(Problem other) {
        return Key.of(other).equals(Key.of(problem));
    }

    /** Nodes of which nothing is known yet, because of a problem before them: what comes to light there is not the fault of a remedy. */
    private Set<NodeId> hidden(Inference inference) {
        return document.graph().nodes().keySet().stream()
                .filter(id -> inference.report(id).output().isEmpty())
                .filter(id -> inference.problemsOf(id).stream().allMatch(own -> own.cause() == Problem.Cause.CYCLE))
                .collect(Collectors.toSet());
    }

    private List<Problem> problems(Document of, Inference inference) {
        List<Problem> all = new ArrayList<>(inference.problems());
        all.addAll(PlanProblems.of(of, inference, catalog, schema, capacity));
        return all;
    }

    private List<Problem> problems(Document of) {
        return problems(of, Inference.of(of.graph(), catalog));
    }

    /** First those that bring nothing new to light; only if there are none, those that uncover what the problem hid. */
    private List<Remedy> keep(List<Remedy> candidates) {
        List<Remedy> clean = new ArrayList<>();
        List<Remedy> uncovering = new ArrayList<>();
        List<Remedy> turning = new ArrayList<>();
        Set<String> labels = new HashSet<>();
        for (Remedy candidate : candidates) {
            Remedy settled = settled(candidate);
            Document mended = settled.edit().apply(document);
            Inference inference = Inference.of(mended.graph(), catalog);
            List<Problem> after = problems(mended, inference);
            boolean gone =
                    after.stream().filter(this::isAlike).map(Problem::message).allMatch(beside::contains);
            List<Problem> added = after.stream()
                    .filter(Problem::isError)
                    .filter(error -> !before.contains(Key.of(error)))
                    .toList();
            boolean uncovers = !added.isEmpty();
            if (gone
                    && isLearnable(mended, after)
                    && !idles(mended.graph(), inference)
                    && added.stream().allMatch(this::uncovered)
                    && labels.add(uncovers + settled.label())) {
                (turns(mended, settled, candidate) ? turning : uncovers ? uncovering : clean).add(settled);
            }
            if (clean.size() == OFFERED) {
                break;
            }
        }
        List<Remedy> kept = Stream.of(clean, turning, uncovering)
                .filter(some -> !some.isEmpty())
                .findFirst()
                .orElse(List.of());
        return List.copyOf(kept.subList(0, Math.min(OFFERED, kept.size())));
    }

    /** Whether something else would be learned for which the end has to be changed as well: who drew that end hardly meant it, as long as there is another way out. */
    private boolean turns(Document mended, Remedy settled, Remedy candidate) {
        return !settled.label().equals(candidate.label())
                && mended.plan().objective() != document.plan().objective();
    }

    /** Whether the plan learns the same as before, or something that can be learned. */
    private boolean isLearnable(Document mended, List<Problem> after) {
        return mended.plan().objective() == document.plan().objective()
                || after.stream()
                        .filter(Problem::isError)
                        .noneMatch(error -> error.param().equals(Optional.of(TrainingPlan.OBJECTIVE.key())));
    }

    /** Whether a go-between was added that gives just the shape it gets: whatever mends the problem then, it is not that layer. */
    private boolean idles(Graph mended, Inference inference) {
        return mended.nodes().values().stream()
                .filter(node -> document.graph().find(node.id()).isEmpty())
                .filter(node -> catalog.typeOf(node).filter(LayerType::adapter).isPresent())
                .anyMatch(node -> mended.into(node.id()).stream()
                        .map(inference::shapeOn)
                        .anyMatch(inference.report(node.id()).output()::equals));
    }

    private boolean uncovered(Problem error) {
        return error.node().filter(hidden::contains).isPresent();
    }

    /** The candidate, with the settings that the rules propose for the nodes it adds and for the one it mends. */
    private Remedy settled(Remedy candidate) {
        Remedy remedy = candidate;
        for (int round = 0; round < ROUNDS; round++) {
            Optional<Problem> open = problems(remedy.edit().apply(document)).stream()
                    .filter(error -> error.isError() && !error.proposals().isEmpty())
                    .filter(error -> error.node().filter(this::settles).isPresent())
                    .findFirst();
            if (open.isEmpty()) {
                break;
            }
            Remedy further = extended(remedy, open.get());
            if (further.edit().apply(document).equals(remedy.edit().apply(document))) {
                break; // the proposal brings nothing about, and would not in the next round either
            }
            remedy = further;
        }
        return remedy;
    }

    private boolean settles(NodeId node) {
        return problem.node().equals(Optional.of(node))
                || document.graph().find(node).isEmpty();
    }

    private Remedy extended(Remedy remedy, Problem open) {
        NodeId node = open.node().orElseThrow();
        Inferred.Proposal proposal = open.proposals().get(0);
        String label = Remedy.joined(remedy.label(), proposal.label());
        return new Remedy(
                label,
                Edit.of(label, from -> RemedyCandidates.follow(remedy.edit().apply(from), node, proposal, catalog)));
    }
}
