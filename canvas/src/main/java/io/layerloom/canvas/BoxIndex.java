package io.layerloom.canvas;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Finds boxes by place in constant time: the plane is cut into squares, and each square knows the boxes that touch it. Huge boxes, which only a strange file holds, are kept
 * in a list of their own.
 */
final class BoxIndex<T> {

    private static final double CELL = 256;
    private static final double MOST_CELLS = 4096;

    private record Entry<T>(Box box, T value, int number) {}

    private final Map<Long, List<Entry<T>>> cells = new HashMap<>();
    private final List<Entry<T>> all = new ArrayList<>();
    private final List<Entry<T>> huge = new ArrayList<>();

    void add(Box box, T value) {
        Entry<T> entry = new Entry<>(box, value, all.size());
        all.add(entry);
        if (cellsOf(box) > MOST_CELLS) {
            huge.add(entry);
            return;
        }
        for (long cy = cell(box.y()); cy <= cell(box.bottom()); cy++) {
            for (long cx = cell(box.x()); cx <= cell(box.right()); cx++) {
                cells.computeIfAbsent(key(cx, cy), key -> new ArrayList<>(4)).add(entry);
            }
        }
    }

    /** Hands over every box that overlaps the area, each once, in no set order. */
    void each(Box area, Consumer<T> action) {
        entries(area, entry -> action.accept(entry.value));
    }

    private void entries(Box area, Consumer<Entry<T>> action) {
        if (cellsOf(area) > Math.max(64, all.size())) {
            scan(all, area, action);
            return;
        }
        scan(huge, area, action);
        long left = cell(area.x());
        long top = cell(area.y());
        for (long cy = top; cy <= cell(area.bottom()); cy++) {
            for (long cx = left; cx <= cell(area.right()); cx++) {
                for (Entry<T> entry : cells.getOrDefault(key(cx, cy), List.of())) {
                    // A box in several squares is handed over in the first of them that the area touches.
                    boolean first =
                            cx == Math.max(left, cell(entry.box.x())) && cy == Math.max(top, cell(entry.box.y()));
                    if (first && entry.box.overlaps(area)) {
                        action.accept(entry);
                    }
                }
            }
        }
    }

    /** All that overlaps the area, in the order in which it was added. */
    List<T> within(Box area) {
        List<Entry<T>> entries = new ArrayList<>();
        entries(area, entries::add);
        entries.sort(Comparator.comparingInt(Entry::number));
        List<T> found = new ArrayList<>(entries.size());
        entries.forEach(entry -> found.add(entry.value));
        return found;
    }

    private static <T> void scan(List<Entry<T>> entries, Box area, Consumer<Entry<T>> action) {
        for (Entry<T> entry : entries) {
            if (entry.box.overlaps(area)) {
                action.accept(entry);
            }
        }
    }

    private static double cellsOf(Box box) {
        return (box.width() / CELL + 2) * (box.height() / CELL + 2);
    }

    private static long cell(double at) {
        return (long) Math.floor(at / CELL);
    }

    /** One number for two; spread out, because the two halves of a Long make up its hash, and squares along a diagonal would all have the same. */
    private static long key(long cx, long cy) {
        return ((cx << 32) ^ (cy & 0xFFFF_FFFFL)) * 0x9E37_79B9_7F4A_7C15L;
    }
}
