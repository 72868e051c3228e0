package io.layerloom.canvas;

import io.layerloom.graph.NodeId;
import io.layerloom.graph.Point;
import io.layerloom.graph.Wire;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
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
import org.eclipse.elk.core.util.BasicProgressMonitor;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.ElkPort;
import org.eclipse.elk.graph.util.ElkGraphUtil;

/** Lays a network out in layers from left to right (ELK Layered, after Sugiyama), then folds a very long one into rows. Pure; takes tenths of a second for thousands of nodes. */
final class TidyLayout {

    private static final double BETWEEN_LAYERS = 76;
    private static final double BETWEEN_NODES = 44;
    private static final double BETWEEN_PARTS = 96;

    /** Up to this many nodes, wires are kept as straight as can be, which takes longer. */
    private static final int STRAIGHTENED = 400;

    static {
        LayoutMetaDataService.getInstance().registerLayoutMetaDataProviders(new LayeredMetaDataProvider());
    }

    private TidyLayout() {}

    /**
     * The place of every chosen node; the others are not looked at.
     *
     * @param roomWidth how wide the result may be before it is folded
     * @param aspect width by height that suits the window
     * @throws CancellationException soon after {@code cancelled} says so
     */
    static Map<NodeId, Point> of(
            Diagram diagram, Predicate<NodeId> chosen, double roomWidth, double aspect, BooleanSupplier cancelled) {
        ElkNode root = ElkGraphUtil.createGraph();
        root.setProperty(CoreOptions.ALGORITHM, LayeredOptions.ALGORITHM_ID);
        root.setProperty(CoreOptions.DIRECTION, Direction.RIGHT);
        root.setProperty(CoreOptions.EDGE_ROUTING, EdgeRouting.POLYLINE);
        root.setProperty(LayeredOptions.SPACING_NODE_NODE_BETWEEN_LAYERS, BETWEEN_LAYERS);
        root.setProperty(LayeredOptions.SPACING_NODE_NODE, BETWEEN_NODES);
        root.setProperty(LayeredOptions.SPACING_EDGE_NODE, 24.0);
        root.setProperty(LayeredOptions.SPACING_EDGE_NODE_BETWEEN_LAYERS, 12.0);
        root.setProperty(LayeredOptions.SPACING_COMPONENT_COMPONENT, BETWEEN_PARTS);
        if (diagram.nodes().size() <= STRAIGHTENED) {
            root.setProperty(LayeredOptions.NODE_PLACEMENT_STRATEGY, NodePlacementStrategy.NETWORK_SIMPLEX);
        }
        Map<NodeId, ElkNode> nodes = new LinkedHashMap<>();
        Map<Port, ElkPort> ports = new HashMap<>();
        diagram.nodes().stream()
                .filter(view -> chosen.test(view.id()))
                .forEach(view -> nodes.put(view.id(), node(root, view, ports)));
        for (WireView view : diagram.wires()) {
            Wire wire = view.wire();
            ElkPort from = ports.get(new Port(wire.from(), false, 0));
            ElkPort to = ports.get(new Port(wire.to(), true, wire.port()));
            if (from != null && to != null) {
                ElkGraphUtil.createSimpleEdge(from, to);
            }
        }
        new RecursiveGraphLayoutEngine().layout(root, new Stoppable(cancelled));
        if (cancelled.getAsBoolean()) {
            throw new CancellationException();
        }
        Map<NodeId, Box> places = new LinkedHashMap<>();
        nodes.forEach(
                (id, node) -> places.put(id, new Box(node.getX(), node.getY(), node.getWidth(), node.getHeight())));
        List<Wire> among = diagram.document().graph().wires().stream()
                .filter(wire -> places.containsKey(wire.from()) && places.containsKey(wire.to()))
                .toList();
        return Rows.fold(places, among, roomWidth, aspect);
    }

    private static ElkNode node(ElkNode root, NodeView view, Map<Port, ElkPort> ports) {
        ElkNode node = ElkGraphUtil.createNode(root);
        node.setDimensions(view.box().width(), view.box().height());
        node.setProperty(CoreOptions.PORT_CONSTRAINTS, PortConstraints.FIXED_POS);
        for (int i = 0; i < view.inputs(); i++) {
            ports.put(
                    view.inputPort(i), port(node, PortSide.WEST, 0, view.face().inputY(i)));
        }
        if (view.hasOutput()) {
            ports.put(
                    view.outputPort(),
                    port(node, PortSide.EAST, view.box().width(), view.face().outputY()));
        }
        return node;
    }

    private static ElkPort port(ElkNode node, PortSide side, double x, double y) {
        ElkPort port = ElkGraphUtil.createPort(node);
        port.setProperty(CoreOptions.PORT_SIDE, side);
        port.setLocation(x, y);
        return port;
    }

    /** Lets ELK stop between two of its phases. */
    private static final class Stoppable extends BasicProgressMonitor {
        private final BooleanSupplier cancelled;

        Stoppable(BooleanSupplier cancelled) {
            this.cancelled = cancelled;
        }

        @Override
        public boolean isCanceled() {
            return cancelled.getAsBoolean();
        }

        @Override
        public BasicProgressMonitor doSubTask(float work, int maxHierarchyLevels) {
            return new Stoppable(cancelled);
        }
    }
}
