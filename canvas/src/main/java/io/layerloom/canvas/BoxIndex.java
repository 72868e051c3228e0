package io.layerloom.canvas;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Finds boxes by place in constant time: the plane is cut into squares, and each square knows the boxes that touch it. Huge boxes, which only a strange file holds, are kept
 * in a list of their own. A {@link #copy} shares the squares that stay as they are, so that a diagram in which little changed costs little.
 */
final class BoxIndex<T> {

    private static final double CELL = 256;
    private static final double MOST_CELLS = 4096;

    private record Entry<T>(Box box, T value, int number) {}

    /** The boxes that touch a square; only the index with this mark may change it. The mark, not the index itself, which would keep all earlier ones alive. */
    private record Cell<T>(Object mark, List<Entry<T>> entries) {}

    /** The squares by their numbers: a table with open addressing, which is copied as fast as memory is. */
    private static final class Cells<T> {
        private long[] keys = new long[64];
        private @Nullable Cell<T>[] values = table(64);
        private int size;

        @SuppressWarnings({"unchecked", "rawtypes"})
        private static <T> @Nullable Cell<T>[] table(int length) {
            return new Cell[length];
        }

        Cells<T> copy() {
            Cells<T> copy = new Cells<>();
            copy.keys = keys.clone();
            copy.values = values.clone();
            copy.size = size;
            return copy;
        }

        private int slot(long key) {
            int slot = (int) (key >>> 32) & (keys.length - 1);
            while (values[slot] != null && keys[slot] != key) {
                slot = (slot + 1) & (keys.length - 1);
            }
            return slot;
        }

        @Nullable Cell<T> get(long key) {
            return values[slot(key)];
        }

        void put(long key, Cell<T> cell) {
            if (2 * size >= keys.length) {
                grow();
            }
            int slot = slot(key);
            size += values[slot] == null ? 1 : 0;
            keys[slot] = key;
            values[slot] = cell;
        }

        private void grow() {
            long[] formerKeys = keys;
            @Nullable Cell<T>[] formerValues = values;
            keys = new long[2 * formerKeys.length];
            values = table(2 * formerKeys.length);
            for (int i = 0; i < formerKeys.length; i++) {
                Cell<T> cell = formerValues[i];
                if (cell != null) {
                    int slot = slot(formerKeys[i]);
                    keys[slot] = formerKeys[i];
                    values[slot] = cell;
                }
            }
        }
    }

    private final Object mark = new Object();
    private final Cells<T> cells;

    /** Every entry at its number; null where one was taken out. */
    private final List<@Nullable Entry<T>> all;

    private final List<Entry<T>> huge;
    private int gone;

    BoxIndex() {
        cells = new Cells<>();
        all = new ArrayList<>();
        huge = new ArrayList<>();
    }

    private BoxIndex(BoxIndex<T> other) {
        cells = other.cells.copy();
        all = new ArrayList<>(other.all);
        huge = new ArrayList<>(other.huge);
        gone = other.gone;
    }

    /** An index of the same boxes; changes of the one are none of the other. */
    BoxIndex<T> copy() {
        return new BoxIndex<>(this);
    }

    /** Whether so many boxes were taken out that one made afresh would be smaller by half. */
    boolean isWorn() {
        return gone > 64 && gone > all.size() / 2;
    }

    void add(Box box, T value) {
        Entry<T> entry = new Entry<>(box, value, all.size());
        all.add(entry);
        enter(entry);
    }

    private void enter(Entry<T> entry) {
        if (cellsOf(entry.box) > MOST_CELLS) {
            huge.add(entry);
        } else {
            eachCell(entry.box, key -> own(key).entries.add(entry));
        }
    }

    private Cell<T> own(long key) {
        Cell<T> cell = cells.get(key);
        if (cell == null || cell.mark != mark) {
            List<Entry<T>> entries = new ArrayList<>(4);
            if (cell != null) {
                entries.addAll(cell.entries);
            }
            cell = new Cell<>(mark, entries);
            cells.put(key, cell);
        }
        return cell;
    }

    /** Takes out a value that was added with this box; a value that is not there is none to take out. */
    void remove(Box box, T value) {
        Entry<T> entry = find(box, value);
        if (entry != null) {
            leave(entry);
            all.set(entry.number, null);
            gone++;
        }
    }

    /** Puts a value into the place of another, in the order too. */
    void replace(Box formerBox, T former, Box box, T value) {
        Entry<T> entry = Objects.requireNonNull(find(formerBox, former));
        leave(entry);
        Entry<T> latter = new Entry<>(box, value, entry.number);
        all.set(entry.number, latter);
        enter(latter);
    }

    private @Nullable Entry<T> find(Box box, T value) {
        Cell<T> cell = cells.get(key(cell(box.x()), cell(box.y())));
        List<Entry<T>> near = cellsOf(box) > MOST_CELLS ? huge : cell == null ? List.of() : cell.entries;
        for (Entry<T> entry : near) {
            if (entry.box.equals(box) && entry.value.equals(value)) {
                return entry;
            }
        }
        return null;
    }

    private void leave(Entry<T> entry) {
        if (cellsOf(entry.box) > MOST_CELLS) {
            huge.remove(entry);
        } else {
            eachCell(entry.box, key -> own(key).entries.remove(entry));
        }
    }

    private static void eachCell(Box box, LongConsumer action) {
        for (long cy = cell(box.y()); cy <= cell(box.bottom()); cy++) {
            for (long cx = cell(box.x()); cx <= cell(box.right()); cx++) {
                action.accept(key(cx, cy));
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
                Cell<T> cell = cells.get(key(cx, cy));
                if (cell == null) {
                    continue;
                }
                for (Entry<T> entry : cell.entries) {
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

    private static <T> void scan(List<? extends @Nullable Entry<T>> entries, Box area, Consumer<Entry<T>> action) {
        for (Entry<T> entry : entries) {
            if (entry != null && entry.box.overlaps(area)) {
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

    /** One number for two; spread out, so that neighbours lie far apart in the table. */
    private static long key(long cx, long cy) {
        return ((cx << 32) ^ (cy & 0xFFFF_FFFFL)) * 0x9E37_79B9_7F4A_7C15L;
    }
}
