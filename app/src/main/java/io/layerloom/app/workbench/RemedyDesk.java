package io.layerloom.app.workbench;

import io.layerloom.graph.DataSchema;
import io.layerloom.graph.Document;
import io.layerloom.graph.Inference;
import io.layerloom.graph.Problem;
import io.layerloom.graph.Remedies;
import io.layerloom.graph.Remedy;
import io.layerloom.graph.RemedyFinder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Seeks ways out of the problems on a workbench, each once per document. A way out is tried before it is offered, and a try infers the whole network: in a small one that is
 * too quick to be noticed, for a large one it happens in the background, one problem after the other.
 */
public final class RemedyDesk implements RemedyFinder {

    /** Up to this many layers the answer comes at once. */
    private static final int SMALL = 40;

    private final Workbench workbench;
    private final Supplier<Document> document;
    private final Supplier<Inference> inference;
    private final Tasks tasks;
    private final Map<Problem, List<Remedy>> found = new HashMap<>();
    private final Map<Problem, List<Consumer<List<Remedy>>>> waiting = new LinkedHashMap<>();
    private Inference judged = Inference.EMPTY;
    private Document judgedOn = Document.EMPTY;
    private boolean busy;

    /** A desk for the problems of the whole. */
    public RemedyDesk(Workbench workbench, Tasks tasks) {
        this(workbench, workbench::document, workbench::inference, tasks);
    }

    /** A desk for the problems of what is drawn where the person is. */
    public static RemedyDesk ofDrawing(Workbench workbench, Tasks tasks) {
        return new RemedyDesk(workbench, workbench.drawing()::document, workbench.drawing()::inference, tasks);
    }

    private RemedyDesk(Workbench workbench, Supplier<Document> document, Supplier<Inference> inference, Tasks tasks) {
        this.workbench = workbench;
        this.document = document;
        this.inference = inference;
        this.tasks = tasks;
    }

    @Override
    public void find(Problem problem, Consumer<List<Remedy>> then) {
        follow();
        Document asked = document.get();
        if (!found.containsKey(problem) && asked.graph().nodes().size() <= SMALL) {
            found.put(
                    problem,
                    Remedies.of(
                            asked,
                            problem,
                            workbench.catalog(),
                            workbench.schemaProperty().get(),
                            workbench.capacity()));
        }
        List<Remedy> known = found.get(problem);
        if (known != null) {
            then.accept(known);
            return;
        }
        waiting.computeIfAbsent(problem, first -> new ArrayList<>()).add(then);
        if (!busy) {
            seekNext();
        }
    }

    /** Forgets everything that was found or asked about another document. */
    @SuppressWarnings("ReferenceEquality") // every judgement is an object of its own
    private void follow() {
        if (judged != inference.get() || judgedOn != document.get()) {
            judged = inference.get();
            judgedOn = document.get();
            found.clear();
            waiting.clear();
        }
    }

    private void seekNext() {
        Optional<Problem> next = waiting.keySet().stream().findFirst();
        if (next.isEmpty()) {
            return;
        }
        busy = true;
        Inference asked = judged;
        Document open = document.get();
        Optional<DataSchema> schema = workbench.schemaProperty().get();
        tasks.of(
                        "Looking for ways out",
                        () -> Remedies.of(open, next.get(), workbench.catalog(), schema, workbench.capacity()))
                .onSuccess(remedies -> tell(asked, next.get(), remedies))
                .onFinish(() -> {
                    busy = false;
                    seekNext();
                })
                .start();
    }

    @SuppressWarnings("ReferenceEquality")
    private void tell(Inference asked, Problem problem, List<Remedy> remedies) {
        follow();
        if (asked == judged) {
            found.put(problem, remedies);
            Optional.ofNullable(waiting.remove(problem)).ifPresent(all -> all.forEach(then -> then.accept(remedies)));
        }
    }
}
