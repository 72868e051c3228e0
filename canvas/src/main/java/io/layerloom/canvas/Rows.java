package io.layerloom.canvas;

import io.layerloom.graph.NodeId;
import io.layerloom.graph.Point;
import io.layerloom.graph.Wire;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Folds a drawing that is much wider than its window into rows, like text; cuts only where a single wire crosses. */
final class Rows {

    private static final double GAP = 112;

    /** Up to this many times the width of the window, one row is easier to read, if a little smaller. */
    private static final double TOLERATED = 1.5;

    private record Column(double left, double right, List<NodeId> nodes) {}

    private Rows() {}

    static Map<NodeId, Point> fold(Map<NodeId, Box> places, List<Wire> wires, double roomWidth, double aspect) {
        if (places.isEmpty()) {
            return Map.of();
        }
        Box all = places.values().stream().reduce(Box::union).orElseThrow();
        if (all.width() <= TOLERATED * roomWidth) {
            return moved(places, List.of(List.copyOf(places.keySet())));
        }
        double wanted = Math.max(roomWidth, Math.sqrt(all.width() * (all.height() + GAP) * aspect));
        List<Column> columns = columns(places);
        return moved(places, rows(columns, cuttable(columns, wires), wanted));
    }

    private static List<Column> columns(Map<NodeId, Box> places) {
        TreeMap<Double, List<NodeId>> byLeft = new TreeMap<>();
        places.forEach((id, box) ->
                byLeft.computeIfAbsent(box.x(), x -> new ArrayList<>()).add(id));
        List<Column> columns = new ArrayList<>();
        byLeft.forEach((left, nodes) -> {
            double right = left + NodeFace.WIDTH;
            Column last = columns.isEmpty() ? null : columns.get(columns.size() - 1);
            if (last != null && last.right() > left) {
                List<NodeId> both = new ArrayList<>(last.nodes());
                both.addAll(nodes);
                columns.set(columns.size() - 1, new Column(last.left(), right, both));
            } else {
                columns.add(new Column(left, right, nodes));
            }
        });
        return columns;
    }

    /** Whether at most one wire passes from the columns up to each one to those after it. */
    private static boolean[] cuttable(List<Column> columns, List<Wire> wires) {
        int[] crossing = new int[columns.size() + 1];
        Map<NodeId, Integer> columnOf = new LinkedHashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            for (NodeId id : columns.get(i).nodes()) {
                columnOf.put(id, i);
            }
        }
        for (Wire wire : wires) {
            int from = columnOf.getOrDefault(wire.from(), 0);
            int to = columnOf.getOrDefault(wire.to(), 0);
            for (int i = Math.min(from, to); i < Math.max(from, to); i++) {
                crossing[i]++;
            }
        }
        boolean[] cuttable = new boolean[columns.size()];
        for (int i = 0; i < cuttable.length; i++) {
            cuttable[i] = crossing[i] <= 1;
        }
        return cuttable;
    }

    /** Breaks columns into rows as even as the cuts allow, like a paragraph (Knuth and Plass, 1981). */
    private static List<List<NodeId>> rows(List<Column> columns, boolean[] cuttable, double wanted) {
        int count = columns.size();
        double[] least = new double[count + 1];
        int[] from = new int[count + 1];
        Arrays.fill(least, 1, count + 1, Double.MAX_VALUE);
        for (int end = 1; end <= count; end++) {
            if (end < count && !cuttable[end - 1]) {
                continue;
            }
            for (int start = end - 1; start >= 0; start--) {
                double width = columns.get(end - 1).right() - columns.get(start).left();
                boolean open = least[start] < Double.MAX_VALUE;
                if (open && least[start] + badness(width, wanted, end == count) < least[end]) {
                    least[end] = least[start] + badness(width, wanted, end == count);
                    from[end] = start;
                }
                if (width > 2 * wanted && least[end] < Double.MAX_VALUE) {
                    break;
                }
            }
        }
        List<List<NodeId>> rows = new ArrayList<>();
        for (int end = count; end > 0; end = from[end]) {
            rows.add(
                    0,
                    columns.subList(from[end], end).stream()
                            .flatMap(column -> column.nodes().stream())
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

    private static Map<NodeId, Point> moved(Map<NodeId, Box> places, List<List<NodeId>> rows) {
        Map<NodeId, Point> to = new LinkedHashMap<>();
        double top = 0;
        for (List<NodeId> row : rows) {
            Box box = row.stream().map(places::get).reduce(Box::union).orElseThrow();
            for (NodeId id : row) {
                Box place = places.get(id);
                if (place != null) {
                    to.put(id, new Point(Math.rint(place.x() - box.x()), Math.rint(place.y() - box.y() + top)));
                }
            }
            top += box.height() + GAP;
        }
        return to;
    }
}
