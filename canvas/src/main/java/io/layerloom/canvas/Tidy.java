package io.layerloom.canvas;

import io.layerloom.graph.Edits;
import io.layerloom.graph.Graph;
import io.layerloom.graph.NodeId;
import io.layerloom.graph.Point;
import io.layerloom.themes.FxThread;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Tidies a canvas in the background. A second request, another graph or {@link #cancel} makes the first one void. */
final class Tidy {

    private final Editor editor;
    private final Executor background;
    private final Consumer<Map<NodeId, Point>> moveFrom;
    private final Consumer<Box> fit;
    private final AtomicInteger latest = new AtomicInteger();

    /**
     * @param moveFrom told where the nodes lay, just before they are moved
     * @param fit brings a box into view
     */
    Tidy(Editor editor, Executor background, Consumer<Map<NodeId, Point>> moveFrom, Consumer<Box> fit) {
        this.fit = fit;
        this.editor = editor;
        this.background = background;
        this.moveFrom = moveFrom;
    }

    /** Lays out everything. */
    void all() {
        start(id -> true);
    }

    /** Lays out what is selected, beside what is not; everything if no two nodes are. */
    void selected() {
        Set<NodeId> selected = Set.copyOf(editor.selection());
        if (selected.size() > 1) {
            start(selected::contains);
        } else {
            all();
        }
    }

    private void start(Predicate<NodeId> chosen) {
        Diagram diagram = editor.diagram();
        if (diagram.isEmpty()) {
            return;
        }
        int number = latest.incrementAndGet();
        double room = Math.max(4 * (NodeFace.WIDTH + 72), editor.width() - 96);
        double aspect = editor.height() > 0 ? editor.width() / editor.height() : 1.5;
        background.execute(() -> {
            try {
                Map<NodeId, Point> places = TidyLayout.of(diagram, chosen, room, aspect, () -> latest.get() != number);
                FxThread.run(() -> finish(number, diagram.document().graph(), places));
            } catch (CancellationException e) {
                // Nobody waits for this one any more: a later request, or none, took its place.
                assert latest.get() != number;
            }
        });
    }

    /** Shows the whole drawing if a part of it came to lie out of sight. */
    private void showAll(Map<NodeId, Point> places) {
        Box sight = editor.view().visible(editor.width(), editor.height());
        places.values().stream()
                .map(at -> new Box(at.x(), at.y(), NodeFace.WIDTH, 76))
                .reduce(Box::union)
                .filter(all -> !sight.union(all).equals(sight))
                .ifPresent(fit);
    }

    /** The same drawing, its upper left corner where the former one had it. */
    private static Map<NodeId, Point> inPlace(Map<NodeId, Point> places, Map<NodeId, Point> before) {
        Point now = corner(places);
        Point then = corner(before);
        Map<NodeId, Point> moved = new HashMap<>();
        places.forEach((id, at) -> moved.put(id, at.plus(then.x() - now.x(), then.y() - now.y())));
        return moved;
    }

    private static Point corner(Map<NodeId, Point> places) {
        double x = places.values().stream().mapToDouble(Point::x).min().orElse(0);
        double y = places.values().stream().mapToDouble(Point::y).min().orElse(0);
        return new Point(x, y);
    }

    void cancel() {
        latest.incrementAndGet();
    }

    private void finish(int number, Graph graph, Map<NodeId, Point> places) {
        if (number != latest.get() || !graph.equals(editor.document().graph())) {
            return;
        }
        Map<NodeId, Point> before = new HashMap<>();
        places.keySet().forEach(id -> before.put(id, editor.document().layout().of(id)));
        Map<NodeId, Point> after = Clearing.of(editor.diagram(), inPlace(places, before));
        moveFrom.accept(before);
        editor.send(Edits.tidy(after));
        showAll(after);
    }
}
