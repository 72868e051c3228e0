package io.layerloom.canvas;

import io.layerloom.graph.Edits;
import io.layerloom.graph.LayerType;
import io.layerloom.graph.NodeId;
import io.layerloom.graph.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** New layers: alone, or wired to one that is there with what has to go between. None comes to lie on another one. */
final class Adding {

    private static final double HEIGHT = NodeFace.HEIGHT;
    private static final double BELOW = HEIGHT + 24;
    private static final double BESIDE = NodeFace.WIDTH + 72;

    private final Editor editor;
    private final Commands commands;

    Adding(Editor editor, Commands commands) {
        this.editor = editor;
        this.commands = commands;
    }

    /** Adds a layer: behind the one selected layer if it fits there, if need be through another one, else in the middle of the view where there is room. */
    void atCentre(LayerType type) {
        Optional<NodeView> behind = commands.singleSelection();
        Optional<Offer> offer = behind.flatMap(node -> editor.wiring().follow(type, node.id()));
        if (offer.isPresent()) {
            append(offer.get(), behind.get());
        } else {
            add(type, below(around(editor.centre())));
        }
    }

    /** Adds a layer around a point, or beside what lies there. */
    void around(LayerType type, Point at) {
        add(type, beside(around(at)));
    }

    private static Box around(Point at) {
        return new Box(at.x() - NodeFace.WIDTH / 2, at.y() - HEIGHT / 2, NodeFace.WIDTH, HEIGHT);
    }

    private void add(LayerType type, Box at) {
        NodeId id = editor.document().graph().freshId();
        editor.bring(Edits.add(type, id, new Point(at.x(), at.y())), List.of(id));
        commands.reveal(id);
    }

    /** Adds a layer behind another one, with what has to go between. */
    void append(Offer offer, NodeView before) {
        Box next = new Box(before.box().x() + BESIDE, before.output().y() - HEIGHT / 2, NodeFace.WIDTH, HEIGHT);
        append(offer, before.id(), below(next));
    }

    /** Adds a layer behind another one at a place, or beside what lies there; what has to go between takes the place, and the layer the next one. */
    void append(Offer offer, NodeId before, Box at) {
        List<LayerType> types = offer.types();
        List<NodeId> ids = editor.document().graph().freshIds(types.size());
        NodeId last = ids.get(ids.size() - 1);
        editor.bring(
                CanvasEdits.append(types, ids, places(at, types.size(), BESIDE), before, editor.catalog()),
                List.of(last));
        commands.reveal(last);
    }

    /** Adds a layer before an input at a place, or beside what lies there; what has to go between takes the place, and the layer the one before. */
    void prepend(Offer offer, Port behind, Box at) {
        List<LayerType> types = offer.types();
        List<NodeId> ids = editor.document().graph().freshIds(types.size());
        NodeId first = ids.get(ids.size() - 1);
        editor.bring(CanvasEdits.prepend(types, ids, places(at, types.size(), -BESIDE), behind), List.of(first));
        commands.reveal(first);
    }

    private List<Point> places(Box first, int count, double apart) {
        List<Point> places = new ArrayList<>();
        Box box = beside(first);
        for (int i = 0; i < count; i++) {
            places.add(new Point(box.x(), box.y()));
            box = below(box.moved(apart, 0));
        }
        return places;
    }

    /** The place itself if nothing lies there, else the nearest one that is free. */
    private Box beside(Box wished) {
        Point by = Clearing.ofNew(editor.diagram(), List.of(wished));
        return wished.moved(by.x(), by.y());
    }

    /** The first free place in a column from a box on. */
    private Box below(Box wanted) {
        Box box = wanted;
        for (int tries = 0;
                tries < 200 && !editor.diagram().nodesIn(box.grown(8)).isEmpty();
                tries++) {
            box = box.moved(0, BELOW);
        }
        return box;
    }
}
