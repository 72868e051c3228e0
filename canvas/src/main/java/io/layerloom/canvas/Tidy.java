package io.layerloom.canvas;

import io.layerloom.graph.Document;
import io.layerloom.graph.Edit;
import io.layerloom.graph.Edits;
import io.layerloom.graph.Frame;
import io.layerloom.graph.Layout;
import io.layerloom.graph.NodeId;
import io.layerloom.graph.Point;
import io.layerloom.themes.FxThread;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/** Tidies a canvas in the background. A second request, another drawing or {@link #cancel} makes the first one void. */
final class Tidy {

    /** So many steps are known again when they are taken back. */
    private static final int REMEMBERED = 16;

    /** With so many layers, tidying takes long enough to be prepared. */
    private static final int MANY = 200;

    private static final long AFTER_OPENING_S = 2;
    private static final AtomicBoolean PREPARED = new AtomicBoolean();

    private final Editor editor;
    private final Commands commands;
    private final Executor background;
    private final Motion motion;
    private final ObjectProperty<Flow> flow = new SimpleObjectProperty<>(this, "flow", Flow.RIGHT);
    private final AtomicInteger latest = new AtomicInteger();
    private final Deque<Step> steps = new ArrayDeque<>();

    /** What was done. */
    private record Step(Layout before, Layout after, Set<NodeId> chosen) {

        boolean isBetween(Layout one, Layout other) {
            return (before.equals(one) && after.equals(other)) || (before.equals(other) && after.equals(one));
        }
    }

    Tidy(Editor editor, Commands commands, Executor background, Motion motion) {
        this.editor = editor;
        this.commands = commands;
        this.background = background;
        this.motion = motion;
        editor.documentProperty().addListener((observable, before, now) -> {
            prepare(now);
            follow(before, now);
        });
    }

    private void prepare(Document now) {
        if (now.graph().nodes().size() >= MANY && PREPARED.compareAndSet(false, true)) {
            CompletableFuture.delayedExecutor(AFTER_OPENING_S, TimeUnit.SECONDS, background)
                    .execute(TidyLayout::prepare);
        }
    }

    /** Which way the network runs once it is tidied. */
    ObjectProperty<Flow> flowProperty() {
        return flow;
    }

    /** Lays out everything. */
    void all() {
        start(editor.document().graph().nodes().keySet());
    }

    /** Lays out what is selected, beside what is not; everything if nothing is. */
    void selected() {
        if (editor.selection().isEmpty()) {
            all();
        } else {
            start(Set.copyOf(editor.selection()));
        }
    }

    private void start(Set<NodeId> chosen) {
        motion.finish();
        Diagram diagram = editor.diagram();
        if (diagram.isEmpty()) {
            return;
        }
        int number = latest.incrementAndGet();
        Box sight = new Box(
                0,
                0,
                Math.max(4 * (NodeFace.WIDTH + 72), editor.width() - 96),
                Math.max(4 * (76 + 64), editor.height() - 72));
        TidyLayout layout = new TidyLayout(diagram, flow.get(), sight, () -> latest.get() != number);
        background.execute(() -> {
            try {
                Arrangement places = TidyPlan.of(diagram, chosen, layout);
                FxThread.run(() -> finish(number, diagram.document(), chosen, places));
            } catch (CancellationException e) {
                // Nobody waits for this one any more: a later request, or none, took its place.
                assert latest.get() != number;
            }
        });
    }

    void cancel() {
        latest.incrementAndGet();
    }

    private void finish(int number, Document planned, Set<NodeId> chosen, Arrangement places) {
        Document before = editor.document();
        if (number != latest.get()
                || !planned.graph().equals(before.graph())
                || !planned.layout().equals(before.layout())) {
            return;
        }
        Map<NodeId, Point> to = new HashMap<>();
        Map<NodeId, Point> aside = new HashMap<>();
        places.nodes().forEach((id, at) -> {
            if (chosen.contains(id)) {
                to.put(id, at);
            } else if (!before.layout().of(id).equals(at)) {
                aside.put(id, at);
            }
        });
        Edit edit = Edits.tidy(to, aside, frames(before.layout(), places));
        Layout after = edit.apply(before).layout();
        if (!after.equals(before.layout())) {
            remember(new Step(before.layout(), after, chosen));
        }
        editor.send(edit);
    }

    private void remember(Step step) {
        if (steps.size() == REMEMBERED) {
            steps.removeFirst();
        }
        steps.add(step);
    }

    private static List<Frame> frames(Layout before, Arrangement places) {
        List<Frame> frames = new ArrayList<>();
        for (int i = 0; i < before.frames().size(); i++) {
            Frame frame = before.frames().get(i);
            Box box = places.frames().getOrDefault(i, FrameGesture.box(frame));
            frames.add(frame.moved(box.x() - frame.x(), box.y() - frame.y()).sized(box.width(), box.height()));
        }
        return frames;
    }

    /** Whoever tidies, or takes that back, sees what came of it: all of the drawing, or what was chosen if a part of it came to lie out of sight. */
    private void follow(Document before, Document now) {
        if (steps.isEmpty() || before.layout().equals(now.layout())) {
            return;
        }
        steps.stream()
                .filter(step -> step.isBetween(before.layout(), now.layout()))
                .findFirst()
                .ifPresent(step -> motion.from(before.layout(), () -> see(step)));
    }

    private void see(Step step) {
        if (step.chosen.size() == editor.document().graph().nodes().size()) {
            commands.fitAll();
            return;
        }
        Box sight = editor.view().visible(editor.width(), editor.height());
        editor.diagram()
                .bounds(step.chosen)
                .filter(all -> !sight.union(all).equals(sight))
                .ifPresent(commands::fit);
    }
}
