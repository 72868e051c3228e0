package io.layerloom.canvas;

import io.layerloom.graph.NodeId;
import io.layerloom.graph.Point;
import io.layerloom.graph.Wire;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.elk.alg.layered.options.LayeredMetaDataProvider;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.alg.layered.options.NodePlacementStrategy;
import org.eclipse.elk.core.RecursiveGraphLayoutEngine;
import org.eclipse.elk.core.data.LayoutMetaDataService;
import org.eclipse.elk.core.options.CoreOptions;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.options.EdgeRouting;
import org.eclipse.elk.core.options.PortConstraints;
import org.eclipse.elk.core.options.PortSide;
import org.eclipse.elk.graph.ElkEdge;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.ElkPort;
import org.eclipse.elk.graph.util.ElkGraphUtil;

/**
 * Lays a network out in layers along its flow (ELK Layered, after Sugiyama), then folds what is long into rows, or columns. What lies in a frame is laid out first, and the frame around it is then one thing among others, so
 * that no stranger comes into it. Pure; takes tenths of a second for thousands of nodes.
 */
final class TidyLayout {

    /** Up to this many things, wires are kept as straight as can be, which takes longer. */
    private static final int STRAIGHTENED = 400;

    private static final double BETWEEN_PARTS = 96;

    /** How much a wire between two layers that have no other there outweighs one that may as well turn: bends belong where ways part and meet. */
    private static final int IN_A_CHAIN = 10;

    /** Room in a frame for wires that turn beside what lies in it. */
    private static final double TURN = 36;

    static {
        LayoutMetaDataService.getInstance().registerLayoutMetaDataProviders(new LayeredMetaDataProvider());
    }

    private final Diagram diagram;
    private final Flow flow;
    private final Rows rows;
    private final BooleanSupplier cancelled;

    /**
     * Lays out layers of a diagram.
     *
     * @param sight the part of the plane that the window shows at 100 %: what is longer is folded, in its proportions
     * @param cancelled says whether nobody waits any more
     */
    TidyLayout(Diagram diagram, Flow flow, Box sight, BooleanSupplier cancelled) {
        this.diagram = diagram;
        this.flow = flow;
        Box along = along(sight);
        this.rows = new Rows(along.width(), along.width() / Math.max(1, along.height()));
        this.cancelled = cancelled;
    }

    /** Lays out a little of each kind of thing for nobody, so that the first who tidies does not wait for ELK's hundreds of classes to be loaded. */
    static void prepare() {
        ElkNode root = root(Flow.RIGHT, STRAIGHTENED + 1);
        List<ElkNode> nodes =
                Stream.generate(() -> ElkGraphUtil.createNode(root)).limit(5).toList();
        for (int[] link : new int[][] {{0, 1}, {1, 2}, {0, 2}, {2, 3}, {3, 1}}) {
            ElkGraphUtil.createSimpleEdge(nodes.get(link[0]), nodes.get(link[1]));
        }
        new RecursiveGraphLayoutEngine().layout(root, new Stoppable(() -> false));
    }

    /** Something that is laid out as one: a layer, or a frame with all that is in it. Its parts are placed from its own corner. */
    private record Item(double width, double height, Arrangement parts) {

        Box box() {
            return new Box(0, 0, width, height);
        }
    }

    /**
     * The places of all in a group, from its upper left corner on.
     *
     * @throws CancellationException soon after nobody waits any more
     */
    Arrangement of(FrameTree.Group group) {
        return item(group).parts();
    }

    private Item item(FrameTree.Group group) {
        if (group.isFixed() || (group.nodes().isEmpty() && group.groups().isEmpty())) {
            return asItIs(group);
        }
        List<Item> items = new ArrayList<>();
        group.nodes().stream().flatMap(id -> diagram.node(id).stream()).forEach(node -> items.add(item(node)));
        group.groups().forEach(inner -> items.add(item(inner)));
        List<Point> corners = inLayers(items);
        Item laid = together(items, corners);
        return group.frames().isEmpty() ? laid : framed(laid, group.frames().get(0), turns(items, corners) ? TURN : 0);
    }

    /** Whether a wire leads back, and so turns beside the outermost things. */
    private boolean turns(List<Item> items, List<Point> corners) {
        return links(items).stream()
                .anyMatch(link -> corners.get(link.to()).x()
                        < corners.get(link.from()).x() + items.get(link.from()).width());
    }

    private static Item item(NodeView node) {
        Box box = node.box();
        return new Item(box.width(), box.height(), new Arrangement(Map.of(node.id(), new Point(0, 0)), Map.of()));
    }

    private Item asItIs(FrameTree.Group group) {
        Map<NodeId, Point> nodes = new HashMap<>();
        Map<Integer, Box> frames = new HashMap<>();
        List<Box> all = new ArrayList<>();
        for (int frame : group.frames()) {
            Box box = FrameGesture.box(diagram.document().layout().frames().get(frame));
            frames.put(frame, box);
            all.add(box);
        }
        for (NodeId id : group.members()) {
            diagram.node(id).map(NodeView::box).ifPresent(box -> {
                nodes.put(id, new Point(box.x(), box.y()));
                all.add(box);
            });
        }
        Box box = all.stream().reduce(Box::union).orElse(new Box(0, 0, 0, 0));
        return new Item(box.width(), box.height(), new Arrangement(nodes, frames).moved(-box.x(), -box.y()));
    }

    private static Item together(List<Item> items, List<Point> corners) {
        Map<NodeId, Point> nodes = new HashMap<>();
        Map<Integer, Box> frames = new HashMap<>();
        Box all = new Box(0, 0, 0, 0);
        for (int i = 0; i < items.size(); i++) {
            Point at = corners.get(i);
            Arrangement parts = items.get(i).parts().moved(at.x(), at.y());
            nodes.putAll(parts.nodes());
            frames.putAll(parts.frames());
            all = all.union(items.get(i).box().at(at));
        }
        return new Item(all.width(), all.height(), new Arrangement(nodes, frames));
    }

    private static Item framed(Item item, int frame, double beside) {
        Box around = Arranging.framed(new Box(-beside, 0, item.width() + 2 * beside, item.height()));
        Arrangement parts = item.parts().moved(-around.x(), -around.y());
        Map<Integer, Box> frames = new HashMap<>(parts.frames());
        frames.put(frame, around.at(new Point(0, 0)));
        return new Item(around.width(), around.height(), new Arrangement(parts.nodes(), frames));
    }

    /** A wire between two things, each by its number. */
    private record Link(int from, int to, Wire wire) {

        Port source() {
            return new Port(wire.from(), false, 0);
        }

        Port target() {
            return new Port(wire.to(), true, wire.port());
        }
    }

    private List<Link> links(List<Item> items) {
        Map<NodeId, Integer> owners = new HashMap<>();
        for (int i = 0; i < items.size(); i++) {
            int owner = i;
            items.get(i).parts().nodes().keySet().forEach(id -> owners.put(id, owner));
        }
        List<Link> links = new ArrayList<>();
        for (WireView view : diagram.wires()) {
            int from = owners.getOrDefault(view.wire().from(), -1);
            int to = owners.getOrDefault(view.wire().to(), -1);
            if (from >= 0 && to >= 0 && from != to) {
                links.add(new Link(from, to, view.wire()));
            }
        }
        return links;
    }

    private List<Point> inLayers(List<Item> items) {
        ElkNode root = root(flow, items.size());
        List<ElkNode> nodes = new ArrayList<>();
        for (Item item : items) {
            ElkNode node = ElkGraphUtil.createNode(root);
            Box size = along(item.box());
            node.setDimensions(size.width(), size.height());
            node.setProperty(CoreOptions.PORT_CONSTRAINTS, PortConstraints.FIXED_POS);
            nodes.add(node);
        }
        List<Link> links = links(items);
        Map<Port, ElkPort> ports = ports(items, nodes, links);
        Map<Integer, Long> leaving = links.stream().collect(Collectors.groupingBy(Link::from, Collectors.counting()));
        Map<Integer, Long> entering = links.stream().collect(Collectors.groupingBy(Link::to, Collectors.counting()));
        Set<Rows.Link> between = new LinkedHashSet<>();
        for (Link link : links) {
            ElkEdge edge = ElkGraphUtil.createSimpleEdge(ports.get(link.source()), ports.get(link.target()));
            if (leaving.getOrDefault(link.from(), 0L) == 1 && entering.getOrDefault(link.to(), 0L) == 1) {
                edge.setProperty(LayeredOptions.PRIORITY_STRAIGHTNESS, IN_A_CHAIN);
            }
            between.add(new Rows.Link(link.from(), link.to()));
        }
        new RecursiveGraphLayoutEngine().layout(root, new Stoppable(cancelled));
        if (cancelled.getAsBoolean()) {
            throw new CancellationException();
        }
        List<Box> places = nodes.stream()
                .map(node -> new Box(node.getX(), node.getY(), node.getWidth(), node.getHeight()))
                .toList();
        return rows.fold(places, between).stream()
                .map(at -> flow == Flow.DOWN ? new Point(at.y(), at.x()) : at)
                .toList();
    }

    /** ELK lays out from left to right always; what flows down is laid out as its mirror image. */
    private Box along(Box box) {
        return flow == Flow.DOWN ? new Box(box.y(), box.x(), box.height(), box.width()) : box;
    }

    private static ElkNode root(Flow flow, int items) {
        ElkNode root = ElkGraphUtil.createGraph();
        root.setProperty(CoreOptions.ALGORITHM, LayeredOptions.ALGORITHM_ID);
        root.setProperty(CoreOptions.DIRECTION, Direction.RIGHT);
        root.setProperty(CoreOptions.EDGE_ROUTING, EdgeRouting.POLYLINE);
        // Wires leave and enter at the sides: where they lead down, they turn beside the layers.
        root.setProperty(LayeredOptions.SPACING_NODE_NODE_BETWEEN_LAYERS, flow == Flow.DOWN ? 60.0 : 76.0);
        root.setProperty(LayeredOptions.SPACING_NODE_NODE, flow == Flow.DOWN ? 112.0 : 44.0);
        root.setProperty(LayeredOptions.SPACING_EDGE_NODE, 24.0);
        root.setProperty(LayeredOptions.SPACING_EDGE_NODE_BETWEEN_LAYERS, 12.0);
        root.setProperty(LayeredOptions.SPACING_COMPONENT_COMPONENT, BETWEEN_PARTS);
        if (items <= STRAIGHTENED) {
            root.setProperty(LayeredOptions.NODE_PLACEMENT_STRATEGY, NodePlacementStrategy.NETWORK_SIMPLEX);
        }
        return root;
    }

    /** Where wires meet things. Frames that wires enter and leave at several heights stand in line by their middles, which is more compact than straight wires between them. */
    private Map<Port, ElkPort> ports(List<Item> items, List<ElkNode> nodes, List<Link> links) {
        Map<Port, Integer> owners = new LinkedHashMap<>();
        links.forEach(link -> {
            owners.put(link.source(), link.from());
            owners.put(link.target(), link.to());
        });
        Map<Integer, Set<Double>> heights = new HashMap<>();
        owners.forEach((port, owner) ->
                heights.computeIfAbsent(owner, same -> new HashSet<>()).add(across(items.get(owner), port)));
        Map<Port, ElkPort> ports = new HashMap<>();
        owners.forEach((at, owner) -> {
            ElkNode node = nodes.get(owner);
            boolean uneven = !items.get(owner).parts().frames().isEmpty()
                    && heights.getOrDefault(owner, Set.of()).size() > 1;
            ElkPort port = ElkGraphUtil.createPort(node);
            port.setProperty(CoreOptions.PORT_SIDE, at.input() ? PortSide.WEST : PortSide.EAST);
            port.setLocation(
                    at.input() ? 0 : node.getWidth(), uneven ? node.getHeight() / 2 : across(items.get(owner), at));
            ports.put(at, port);
        });
        return ports;
    }

    /** How far across the flow a wire meets a thing. What flows down is tied at the upper and lower edges of layers. */
    private double across(Item item, Port at) {
        Optional<NodeView> node = diagram.node(at.node());
        Point corner = item.parts().nodes().getOrDefault(at.node(), new Point(0, 0));
        if (flow == Flow.DOWN) {
            int inputs = at.input() ? node.map(NodeView::inputs).orElse(1) : 1;
            return corner.x() + NodeFace.WIDTH * (at.index() + 1) / (inputs + 1);
        }
        return corner.y()
                + node.map(view -> view.place(at).y() - view.box().y()).orElse(0.0);
    }
}
