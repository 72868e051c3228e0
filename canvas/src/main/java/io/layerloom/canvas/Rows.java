package io.layerloom.canvas;

import io.layerloom.graph.Point;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Folds a drawing that is much wider than its window into rows, like text; cuts where as few wires as can be lead from one row to the next. */
final class Rows {

    private static final double GAP = 112;

    /** Up to this many times the width of the window, one row is easier to read, if a little smaller. */
    private static final double TOLERATED = 1.5;

    /** So often rows are made anew, each time nearer to the proportions of the window. */
    private static final int TRIES = 4;

    /** What it is worth in evenness of rows that a wire less leads from one to the next. */
    private static final double PER_WIRE = 0.15;

    /** More wires than so many are as good as any number. */
    private static final int MANY = 3;

    private final double room;
    private final double aspect;

    /** That a wire leads from one thing to another one, each by its number. */
    record Link(int from, int to) {}

    private record Column(double left, double right, List<Integer> things) {}

    /**
     * Rows for a window.
     *
     * @param room how wide a drawing may be before it is folded
     * @param aspect width by height that suits the window
     */
    Rows(double room, double aspect) {
        this.room = room;
        this.aspect = aspect;
    }

    /** The upper left corner of each thing; that of all is the origin. */
    List<Point> fold(List<Box> places, Collection<Link> links) {
        if (places.isEmpty()) {
            return List.of();
        }
        Box all = places.stream().reduce(Box::union).orElseThrow();
        if (all.width() <= TOLERATED * room) {
            return moved(
                    places, List.of(IntStream.range(0, places.size()).boxed().toList()));
        }
        List<Column> columns = columns(places);
        int[] crossing = crossing(columns, places.size(), links);
        double wanted = Math.max(room, Math.sqrt(all.width() * (all.height() + GAP) * aspect));
        List<Point> best = List.of();
        double least = Double.MAX_VALUE;
        // How high the rows are is known only once they are there.
        for (int tries = 0; tries < TRIES; tries++) {
            List<Point> corners = moved(places, rows(columns, crossing, wanted));
            double off = aspect / proportions(places, corners);
            if (Math.abs(Math.log(off)) < least) {
                least = Math.abs(Math.log(off));
                best = corners;
            }
            wanted = Math.max(room, wanted * Math.sqrt(off));
        }
        return best;
    }

    private static double proportions(List<Box> places, List<Point> corners) {
        Box all = IntStream.range(0, places.size())
                .mapToObj(thing -> places.get(thing).at(corners.get(thing)))
                .reduce(Box::union)
                .orElseThrow();
        return all.width() / Math.max(1, all.height());
    }

    private static List<Column> columns(List<Box> places) {
        List<Integer> byLeft = IntStream.range(0, places.size())
                .boxed()
                .sorted(Comparator.comparingDouble(thing -> places.get(thing).x()))
                .toList();
        List<Column> columns = new ArrayList<>();
        for (int thing : byLeft) {
            Box box = places.get(thing);
            Column last = columns.isEmpty() ? null : columns.get(columns.size() - 1);
            if (last != null && last.right() > box.x()) {
                List<Integer> both = new ArrayList<>(last.things());
                both.add(thing);
                columns.set(columns.size() - 1, new Column(last.left(), Math.max(last.right(), box.right()), both));
            } else {
                columns.add(new Column(box.x(), box.right(), List.of(thing)));
            }
        }
        return columns;
    }

    /** From how many things wires pass from the columns up to each one to those after it. */
    private static int[] crossing(List<Column> columns, int things, Collection<Link> links) {
        int[] columnOf = new int[things];
        for (int i = 0; i < columns.size(); i++) {
            for (int thing : columns.get(i).things()) {
                columnOf[thing] = i;
            }
        }
        Map<Integer, int[]> reaches = new TreeMap<>();
        for (Link link : links) {
            int from = columnOf[link.from()];
            int to = columnOf[link.to()];
            int[] reach = reaches.computeIfAbsent(link.from(), thing -> new int[] {from, from});
            reach[0] = Math.min(reach[0], to);
            reach[1] = Math.max(reach[1], to);
        }
        int[] crossing = new int[columns.size()];
        for (int[] reach : reaches.values()) {
            for (int i = reach[0]; i < reach[1]; i++) {
                crossing[i]++;
            }
        }
        return crossing;
    }

    /** Breaks columns into rows as even as can be, like a paragraph (Knuth and Plass, 1981). */
    private static List<List<Integer>> rows(List<Column> columns, int[] crossing, double wanted) {
        int count = columns.size();
        double[] least = new double[count + 1];
        int[] from = new int[count + 1];
        Arrays.fill(least, 1, count + 1, Double.MAX_VALUE);
        for (int end = 1; end <= count; end++) {
            double cut = end < count ? PER_WIRE * Math.min(MANY, Math.max(0, crossing[end - 1] - 1)) : 0;
            for (int start = end - 1; start >= 0; start--) {
                double width = columns.get(end - 1).right() - columns.get(start).left();
                double bad = least[start] + badness(width, wanted, end == count) + cut;
                if (bad < least[end]) {
                    least[end] = bad;
                    from[end] = start;
                }
                if (width > 2 * wanted) {
                    break;
                }
            }
        }
        List<List<Integer>> rows = new ArrayList<>();
        for (int end = count; end > 0; end = from[end]) {
            rows.add(
                    0,
                    columns.subList(from[end], end).stream()
                            .flatMap(column -> column.things().stream())
                            .toList());
        }
        return rows;
    }

    /** How much a row is off the wanted width; too wide is worse, and the last one may be short. */
    private static double badness(double width, double wanted, boolean last) {
        double off = (width - wanted) / wanted;
        double weight = off > 0 ? 4 : last ? 0.25 : 1;
        return weight * off * off + 0.02;
    }

    private static List<Point> moved(List<Box> places, List<List<Integer>> rows) {
        Point[] to = new Point[places.size()];
        double top = 0;
        for (List<Integer> row : rows) {
            Box box = row.stream().map(places::get).reduce(Box::union).orElseThrow();
            for (int thing : row) {
                Box place = places.get(thing);
                // Halves all go up, so that what is level stays level.
                to[thing] = new Point(Math.round(place.x() - box.x()), Math.round(place.y() - box.y() + top));
            }
            top += box.height() + GAP;
        }
        return List.of(to);
    }
}
