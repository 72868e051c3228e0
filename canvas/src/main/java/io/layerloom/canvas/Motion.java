package io.layerloom.canvas;

import io.layerloom.graph.Frame;
import io.layerloom.graph.Layout;
import io.layerloom.graph.NodeId;
import io.layerloom.graph.Point;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import javafx.animation.AnimationTimer;
import javafx.animation.Interpolator;

/** Lets nodes and frames glide from where they were to where the document says, and the view to another one. */
final class Motion extends AnimationTimer {

    private static final double NANOS = 180e6;

    private final Editor editor;
    private final BooleanSupplier still;
    private Map<NodeId, Point> from = Map.of();
    private List<Frame> frames = List.of();
    private Optional<Glide> glide = Optional.empty();
    private long began;

    /** The way of the view; shown is where it is now. */
    private record Glide(Viewport from, Viewport to, Viewport shown) {}

    /** @param still whether things jump to their places instead of moving there */
    Motion(Editor editor, BooleanSupplier still) {
        this.editor = editor;
        this.still = still;
    }

    /** Begins where things lay before the document changed, and with the view of now; ends with the view that {@code end} shows. */
    void from(Layout before, Runnable end) {
        finish();
        Viewport view = editor.view();
        end.run();
        if (still.getAsBoolean()) {
            return;
        }
        Layout now = editor.document().layout();
        Map<NodeId, Point> moved = new HashMap<>();
        now.positions().forEach((id, at) -> {
            if (!before.of(id).equals(at)) {
                moved.put(id, before.of(id));
            }
        });
        from = moved;
        frames = before.frames().size() == now.frames().size() ? before.frames() : now.frames();
        glide = Optional.of(new Glide(view, editor.view(), view));
        editor.show(view);
        began = -1;
        editor.override(from, frames);
        start();
    }

    @Override
    public void handle(long now) {
        if (began < 0) {
            began = now;
        }
        double share = (now - began) / NANOS;
        if (share >= 1) {
            finish();
            return;
        }
        Map<NodeId, Point> places = new HashMap<>();
        from.forEach((id, start) -> {
            Point end = editor.document().layout().of(id);
            places.put(id, new Point(between(start.x(), end.x(), share), between(start.y(), end.y(), share)));
        });
        editor.override(places, frames(share));
        show(view -> between(view.from, view.to, share));
    }

    private List<Frame> frames(double share) {
        List<Frame> ends = editor.document().layout().frames();
        List<Frame> places = new ArrayList<>();
        for (int i = 0; i < Math.min(frames.size(), ends.size()); i++) {
            Frame start = frames.get(i);
            Frame end = ends.get(i);
            places.add(end.moved(
                            between(start.x(), end.x(), share) - end.x(), between(start.y(), end.y(), share) - end.y())
                    .sized(between(start.width(), end.width(), share), between(start.height(), end.height(), share)));
        }
        return places;
    }

    /** Who takes the view elsewhere meanwhile has it there. */
    private void show(Function<Glide, Viewport> next) {
        glide = glide.filter(view -> view.shown.equals(editor.view()))
                .map(view -> new Glide(view.from, view.to, next.apply(view)));
        glide.map(Glide::shown).ifPresent(editor::show);
    }

    /** The scale by factors, so that near and far pass at the same pace. */
    private static Viewport between(Viewport from, Viewport to, double share) {
        double scale = Math.exp(between(Math.log(from.scale()), Math.log(to.scale()), share));
        // What the window shows moves in step with how large it shows it.
        double part = from.scale() == to.scale()
                ? between(0, 1, share)
                : (1 / scale - 1 / from.scale()) / (1 / to.scale() - 1 / from.scale());
        double left = -from.offsetX() / from.scale();
        double top = -from.offsetY() / from.scale();
        double x = left + part * (-to.offsetX() / to.scale() - left);
        double y = top + part * (-to.offsetY() / to.scale() - top);
        return new Viewport(scale, -x * scale, -y * scale);
    }

    private static double between(double from, double to, double share) {
        return Interpolator.EASE_BOTH.interpolate(from, to, share);
    }

    /** Puts everything at its end at once. */
    void finish() {
        stop();
        from = Map.of();
        frames = List.of();
        show(Glide::to);
        glide = Optional.empty();
        editor.override(Map.of(), List.of());
    }
}
