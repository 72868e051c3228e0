package io.layerloom.graph;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What one step changed in a document, kept so that the one document can be made from the other. What did not change stays the same object. */
record Change(Splice<Node> nodes, Splice<Wire> wires, Splice<Map.Entry<NodeId, Point>> places, Rest before, Rest after)
        implements History.Transition {

    /** What is small enough to be kept whole. */
    private record Rest(
            TrainingPlan plan,
            Map<String, Map<String, Object>> unknown,
            Set<NodeId> collapsed,
            Map<Wire, List<Point>> bends,
            List<Frame> frames) {
        static Rest of(Document document) {
            Layout layout = document.layout();
            return new Rest(document.plan(), document.unknown(), layout.collapsed(), layout.bends(), layout.frames());
        }
    }

    static Change between(Document before, Document after) {
        return new Change(
                Splice.between(nodes(before), nodes(after)),
                Splice.between(before.graph().wires(), after.graph().wires()),
                Splice.between(places(before), places(after)),
                Rest.of(before),
                Rest.of(after));
    }

    private static List<Node> nodes(Document document) {
        return new ArrayList<>(document.graph().nodes().values());
    }

    private static List<Map.Entry<NodeId, Point>> places(Document document) {
        List<Map.Entry<NodeId, Point>> entries = new ArrayList<>();
        document.layout().positions().forEach((id, at) -> entries.add(Map.entry(id, at)));
        return entries;
    }

    @Override
    public Optional<Document> forward(Document document) {
        return Optional.of(changed(
                document,
                nodes.forward(nodes(document)),
                wires.forward(document.graph().wires()),
                places.forward(places(document)),
                after));
    }

    @Override
    public Optional<Document> back(Document document) {
        return Optional.of(changed(
                document,
                nodes.back(nodes(document)),
                wires.back(document.graph().wires()),
                places.back(places(document)),
                before));
    }

    private Document changed(
            Document from,
            List<Node> newNodes,
            List<Wire> newWires,
            List<Map.Entry<NodeId, Point>> newPlaces,
            Rest rest) {
        return new Document(
                nodes.isEmpty() && wires.isEmpty() ? from.graph() : graph(newNodes, newWires),
                layout(newPlaces, rest),
                rest.plan(),
                rest.unknown());
    }

    private static Graph graph(List<Node> nodes, List<Wire> wires) {
        Map<NodeId, Node> all = new LinkedHashMap<>();
        nodes.forEach(node -> all.put(node.id(), node));
        return new Graph(all, wires);
    }

    private static Layout layout(List<Map.Entry<NodeId, Point>> places, Rest rest) {
        Map<NodeId, Point> all = new LinkedHashMap<>();
        places.forEach(place -> all.put(place.getKey(), place.getValue()));
        return new Layout(all, rest.collapsed(), rest.bends(), rest.frames());
    }
}
