package io.layerloom.graph;

import static io.layerloom.graph.language.Language.tr;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** What a project file says of the drawing beside nodes and wires: collapsed nodes, bends of wires, frames. */
final class DrawingReader {

    private static final int MAX_FRAMES = 1_000;
    private static final int MAX_ENTRIES = 100_000;
    private static final int MAX_BENDS = 64;
    private static final Pattern TITLE = Pattern.compile("\\P{Cntrl}{0," + Frame.LONGEST + "}");

    private final String file;
    private final String at;
    private final JsonMembers members;
    private final Map<String, Map<String, Object>> unknown;

    /** @param at where the object stands that the drawing is of; empty for the project */
    DrawingReader(String file, JsonNode json, String at, Map<String, Map<String, Object>> unknown)
            throws ProjectFileException {
        this.file = file;
        this.at = at + "/drawing";
        this.members = new JsonMembers(file, json, this.at);
        this.unknown = unknown;
    }

    Layout layout(Map<NodeId, Point> places, Set<NodeId> nodes, List<Wire> wires) throws ProjectFileException {
        Layout layout = new Layout(places, collapsed(nodes), bends(wires), frames());
        members.keepUnknown(unknown, "/drawing");
        return layout;
    }

    /** A node that is gone, because the file was edited or merged by other means, is no reason to refuse the rest. */
    private Set<NodeId> collapsed(Set<NodeId> nodes) throws ProjectFileException {
        Set<NodeId> collapsed = new LinkedHashSet<>();
        for (JsonNode json : members.list("collapsed", MAX_ENTRIES)) {
            if (!json.isString()) {
                throw members.damaged(
                        "collapsed",
                        tr("ids of nodes are expected. Received: %s", ProjectReader.shortened(json.toString(), 60)));
            }
            NodeId id = new NodeId(json.stringValue());
            if (nodes.contains(id)) {
                collapsed.add(id);
            }
        }
        return collapsed;
    }

    /**
     * Points for a wire that is gone are skipped, as {@link #collapsed} does with nodes; so is an entry without points, with
     * all that it holds: the wire is straight.
     */
    private Map<Wire, List<Point>> bends(List<Wire> wires) throws ProjectFileException {
        Map<Map.Entry<NodeId, Integer>, Wire> into = new LinkedHashMap<>();
        wires.forEach(wire -> into.put(Map.entry(wire.to(), wire.port()), wire));
        Map<Wire, List<Point>> bends = new LinkedHashMap<>();
        List<JsonNode> list = members.list("bends", MAX_ENTRIES);
        for (int i = 0; i < list.size(); i++) {
            JsonMembers bend = new JsonMembers(file, list.get(i), at + "/bends/" + i);
            NodeId to = new NodeId(bend.text("to", ProjectReader.ID));
            Wire wire = into.get(Map.entry(to, bend.whole("port", 0)));
            List<Point> through = bend.points("through", MAX_BENDS, ProjectReader.FARTHEST);
            if (wire != null && !through.isEmpty()) {
                bends.put(wire, through);
                bend.keepUnknown(unknown, place(wire));
            }
        }
        return bends;
    }

    /** Where members stand that this version does not know of the points of a wire. */
    static String place(Wire wire) {
        return "/drawing/bends" + ProjectReader.place(wire);
    }

    private List<Frame> frames() throws ProjectFileException {
        List<Frame> frames = new ArrayList<>();
        List<JsonNode> list = members.list("frames", MAX_FRAMES);
        for (int i = 0; i < list.size(); i++) {
            JsonMembers json = new JsonMembers(file, list.get(i), at + "/frames/" + i);
            String title = json.text("title", TITLE);
            Optional<Point> at = json.point("at", ProjectReader.FARTHEST);
            Optional<Point> size = json.point("size", ProjectReader.FARTHEST);
            if (at.isEmpty()
                    || size.isEmpty()
                    || size.get().x() < 1
                    || size.get().y() < 1) {
                throw json.damaged("size", tr("a frame has a place and a size of at least 1 by 1"));
            }
            Map<String, Map<String, Object>> other = new LinkedHashMap<>();
            json.keepUnknown(other, "");
            frames.add(new Frame(
                    title,
                    at.get().x(),
                    at.get().y(),
                    size.get().x(),
                    size.get().y(),
                    other.getOrDefault("", Map.of())));
        }
        return frames;
    }
}
