package io.layerloom.canvas;

import io.layerloom.graph.NodeId;
import io.layerloom.graph.Point;
import java.util.HashMap;
import java.util.Map;
import javafx.animation.AnimationTimer;
import javafx.animation.Interpolator;

/** Lets nodes glide from where they were to where the document says. */
final class Motion extends AnimationTimer {

    private static final double NANOS = 180e6;

    private final Editor editor;
    private Map<NodeId, Point> from = Map.of();
    private long began;

    Motion(Editor editor) {
        this.editor = editor;
    }

    /** Begins at these places; call it before the document changes. */
    void from(Map<NodeId, Point> places) {
        from = Map.copyOf(places);
        began = -1;
        editor.override(from);
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
            places.put(
                    id,
                    new Point(
                            Interpolator.EASE_BOTH.interpolate(start.x(), end.x(), share),
                            Interpolator.EASE_BOTH.interpolate(start.y(), end.y(), share)));
        });
        editor.override(places);
    }

    /** Puts everything at its end at once. */
    void finish() {
        stop();
        from = Map.of();
        editor.override(Map.of());
    }
}
