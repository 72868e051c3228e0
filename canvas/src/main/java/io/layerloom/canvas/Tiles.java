package io.layerloom.canvas;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.canvas.Canvas;
import javafx.scene.layout.Pane;
import org.jspecify.annotations.Nullable;

/**
 * The drawing as squares of pixels that are only moved while the view pans. A square is drawn when it first comes into sight and when something in it changed. Squares lie on
 * whole pixels: without a graphics card, moving them by a part of one would cost several times as much.
 */
final class Tiles extends Pane {

    /** Side of a square in pixels of the window. */
    static final double SIDE = 256;

    /** Squares kept out of sight for each one in sight. */
    private static final int KEPT = 3;

    private record Key(long column, long row) {}

    private static final class Tile {
        private final Canvas canvas = new Canvas(SIDE, SIDE);
        private boolean stale = true;
        private long seen;
    }

    private final Shift.Part part;
    private final Map<Key, Tile> tiles = new HashMap<>();
    private final Deque<Tile> spare = new ArrayDeque<>();
    private Painter.@Nullable Frame shown;
    private long frames;

    Tiles(Shift.Part part) {
        this.part = part;
        setManaged(false);
        setMouseTransparent(true);
    }

    /** Forgets what was drawn, because colours changed. */
    void clear() {
        tiles.values().forEach(tile -> tile.stale = true);
    }

    /** Shows a frame. */
    void show(Painter painter, Painter.Frame frame) {
        frames++;
        age(frame);
        shown = frame;
        double dx = part == Shift.Part.MOVED ? frame.shift().dx() * frame.view().scale() : 0;
        double dy = part == Shift.Part.MOVED ? frame.shift().dy() * frame.view().scale() : 0;
        double left = snap(frame.view().offsetX() + dx, frame.outputScale());
        double top = snap(frame.view().offsetY() + dy, frame.outputScale());
        long firstColumn = (long) Math.floor(-left / SIDE);
        long firstRow = (long) Math.floor(-top / SIDE);
        long lastColumn = (long) Math.floor((frame.width() - left - 1) / SIDE);
        long lastRow = (long) Math.floor((frame.height() - top - 1) / SIDE);
        for (long row = firstRow; row <= lastRow; row++) {
            for (long column = firstColumn; column <= lastColumn; column++) {
                Key key = new Key(column, row);
                if (isNeeded(frame, key)) {
                    place(painter, frame, key, left, top);
                }
            }
        }
        tiles.values().stream().filter(tile -> tile.seen < frames).forEach(tile -> tile.canvas.setVisible(false));
        forget(KEPT * (lastColumn - firstColumn + 1) * (lastRow - firstRow + 1));
    }

    /** Shows nothing, and draws everything anew next time. */
    void hide() {
        if (shown != null) {
            shown = null;
            tiles.values().forEach(tile -> {
                tile.canvas.setVisible(false);
                tile.stale = true;
            });
        }
    }

    private void age(Painter.Frame frame) {
        Painter.Frame before = shown;
        if (before == null
                || before.view().scale() != frame.view().scale()
                || before.outputScale() != frame.outputScale()) {
            clear();
        } else {
            Dirt.between(before, frame, box -> soil(box, frame.view().scale()));
        }
    }

    private void soil(Box box, double scale) {
        long right = cell(box.right() * scale);
        long bottom = cell(box.bottom() * scale);
        long left = cell(box.x() * scale);
        long top = cell(box.y() * scale);
        if ((double) (right - left + 1) * (bottom - top + 1) > tiles.size()) {
            tiles.forEach((key, tile) ->
                    tile.stale |= key.column >= left && key.column <= right && key.row >= top && key.row <= bottom);
            return;
        }
        for (long row = top; row <= bottom; row++) {
            for (long column = left; column <= right; column++) {
                Tile tile = tiles.get(new Key(column, row));
                if (tile != null) {
                    tile.stale = true;
                }
            }
        }
    }

    private static long cell(double at) {
        return (long) Math.floor(at / SIDE);
    }

    /** What stays has a ground everywhere; of what moves, only squares with something in them. */
    private boolean isNeeded(Painter.Frame frame, Key key) {
        if (part == Shift.Part.REST) {
            return true;
        }
        Box sheet = new Box(key.column * SIDE, key.row * SIDE, SIDE, SIDE);
        double scale = frame.view().scale();
        Box world = new Box(sheet.x() / scale, sheet.y() / scale, sheet.width() / scale, sheet.height() / scale);
        return frame.diagram().nodesIn(world.grown(NodePicture.MARGIN)).stream()
                        .anyMatch(node -> frame.shift().shows(part, node.id()))
                || frame.diagram().wiresIn(world).stream()
                        .anyMatch(wire -> frame.shift().shows(part, wire.wire()));
    }

    private void place(Painter painter, Painter.Frame frame, Key key, double left, double top) {
        Tile tile = tile(key);
        tile.seen = frames;
        tile.canvas.relocate(left + key.column * SIDE, top + key.row * SIDE);
        tile.canvas.setVisible(true);
        if (tile.stale) {
            tile.stale = false;
            painter.tile(tile.canvas.getGraphicsContext2D(), frame, part, key.column * SIDE, key.row * SIDE);
        }
    }

    private Tile tile(Key key) {
        return tiles.computeIfAbsent(key, absent -> {
            Tile tile = spare.isEmpty() ? new Tile() : spare.pop();
            tile.stale = true;
            tile.canvas.setVisible(false);
            if (tile.canvas.getParent() == null) {
                getChildren().add(tile.canvas);
            }
            return tile;
        });
    }

    /** Gives the squares back that were out of sight for longest. */
    private void forget(long most) {
        if (tiles.size() <= most) {
            return;
        }
        List<Map.Entry<Key, Tile>> oldest = new ArrayList<>(tiles.entrySet());
        oldest.sort((a, b) -> Long.compare(a.getValue().seen, b.getValue().seen));
        for (Map.Entry<Key, Tile> entry : oldest.subList(0, (int) (tiles.size() - most))) {
            if (entry.getValue().seen < frames) {
                tiles.remove(entry.getKey());
                spare.push(entry.getValue());
            }
        }
    }

    static double snap(double at, double outputScale) {
        return Math.round(at * outputScale) / outputScale;
    }
}
