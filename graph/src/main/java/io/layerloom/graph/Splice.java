package io.layerloom.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * How one list becomes another: what differs between two ends that are equal, or single elements in their places. Holds only what differs, so that a long history of small
 * changes to large lists stays small.
 *
 * @param at where each stretch begins in the later list; in the earlier one too, as only a single stretch may change its length
 */
record Splice<T>(int[] at, List<List<T>> before, List<List<T>> after) {

    /** What turns {@code before} into {@code after}. */
    static <T> Splice<T> between(List<T> before, List<T> after) {
        return before.size() == after.size() ? inPlace(before, after) : oneStretch(before, after);
    }

    private static <T> Splice<T> inPlace(List<T> before, List<T> after) {
        List<Integer> at = new ArrayList<>();
        for (int i = 0; i < before.size(); i++) {
            if (!Objects.equals(before.get(i), after.get(i))) {
                at.add(i);
            }
        }
        return new Splice<>(
                at.stream().mapToInt(Integer::intValue).toArray(),
                at.stream().map(i -> List.of(before.get(i))).toList(),
                at.stream().map(i -> List.of(after.get(i))).toList());
    }

    private static <T> Splice<T> oneStretch(List<T> before, List<T> after) {
        int shorter = Math.min(before.size(), after.size());
        int head = 0;
        while (head < shorter && Objects.equals(before.get(head), after.get(head))) {
            head++;
        }
        int tail = 0;
        while (tail < shorter - head
                && Objects.equals(before.get(before.size() - 1 - tail), after.get(after.size() - 1 - tail))) {
            tail++;
        }
        return new Splice<>(
                new int[] {head},
                List.of(List.copyOf(before.subList(head, before.size() - tail))),
                List.of(List.copyOf(after.subList(head, after.size() - tail))));
    }

    boolean isEmpty() {
        return at.length == 0;
    }

    /** The later list from the earlier one. */
    List<T> forward(List<T> list) {
        return replaced(list, before, after);
    }

    /** The earlier list from the later one. */
    List<T> back(List<T> list) {
        return replaced(list, after, before);
    }

    /** Whether it can be told from a list that {@link #forward} takes; what strangers wrote may not fit. */
    boolean fitsBefore(List<T> list) {
        return fits(list, before);
    }

    /** Whether it can be told from a list that {@link #back} takes. */
    boolean fitsAfter(List<T> list) {
        return fits(list, after);
    }

    private boolean fits(List<T> list, List<List<T>> gone) {
        int free = 0;
        for (int i = 0; i < at.length; i++) {
            long end = (long) at[i] + gone.get(i).size();
            boolean shifts =
                    at.length > 1 && before.get(i).size() != after.get(i).size();
            if (at[i] < free
                    || end > list.size()
                    || shifts
                    || !list.subList(at[i], (int) end).equals(gone.get(i))) {
                return false;
            }
            free = (int) end;
        }
        return true;
    }

    private List<T> replaced(List<T> list, List<List<T>> gone, List<List<T>> come) {
        List<T> copy = new ArrayList<>(list);
        for (int i = 0; i < at.length; i++) {
            List<T> stretch = copy.subList(at[i], at[i] + gone.get(i).size());
            stretch.clear();
            stretch.addAll(come.get(i));
        }
        return copy;
    }
}
