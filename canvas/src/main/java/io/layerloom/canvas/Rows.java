package io.layerloom.canvas;

import io.layerloom.graph.NodeId;
import io.layerloom.graph.Point;
import io.layerloom.graph.Wire;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Folds a drawing that is much wider than its window into rows, like text; cuts only where a single wire crosses. */
final class Rows {

    private static final double GAP = 112;

    private record Column(double left, double right, List<NodeId> nodes) {}

    private Rows() {}

    static Map<NodeId, Point> fold(Map<NodeId, Box> places, List<Wire> wires, double roomWidth, double aspect) {
        if (places.isEmpty()) {
            return Map.of();
        }
        Box all = places.values().stream().reduce(Box::union).orElseThrow();
        double best = Math.max(roomWidth, Math.sqrt(all.width() * (all.height() + GAP) * aspect));
        if (all.width() <= best) {
            return moved(places, List.of(List.copyOf(places.keySet())));
        }
        List<Column> columns = columns(places);
        boolean[] cuttable = cuttable(columns, wires);
        double width = all.width() / Math.ceil(all.width() / best);
        return moved(places, rows(columns, cuttable, width));
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

    private static List<List<NodeId>> rows(List<Column> columns, boolean[] cuttable, double width) {
        List<List<NodeId>> rows = new ArrayList<>();
        List<NodeId> row = new ArrayList<>();
        double left = columns.get(0).left();
        for (int i = 0; i < columns.size(); i++) {
            row.addAll(columns.get(i).nodes());
            boolean last = i + 1 == columns.size();
            boolean full = !last && columns.get(nextCut(cuttable, i + 1)).right() - left > width + NodeFace.WIDTH / 2;
            if (last || (full && cuttable[i])) {
                rows.add(row);
                row = new ArrayList<>();
                left = last ? left : columns.get(i + 1).left();
            }
        }
        return rows;
    }

    /** The next column after which one may cut; the last one in any case. */
    private static int nextCut(boolean[] cuttable, int from) {
        int at = from;
        while (at + 1 < cuttable.length && !cuttable[at]) {
            at++;
        }
        return at;
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
