package io.layerloom.graph;

import static io.layerloom.graph.language.Language.tr;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** A document from a JSON tree that nobody vouches for. */
final class ProjectReader {

    private static final int MAX_NODES = 10_000;
    private static final int MAX_WIRES = 50_000;
    private static final int MAX_BLOCKS = 1_000;
    private static final int MAX_SETTINGS = 1_000;
    private static final int MAX_PORT = 4_095;
    static final double FARTHEST = 1e9;
    private static final Pattern START = Pattern.compile("\\P{Cntrl}{1,4096}");
    private static final Pattern LABEL = Pattern.compile("\\P{Cntrl}{1," + Block.LONGEST_LABEL + "}");
    static final Pattern ID = Pattern.compile("[A-Za-z0-9_.-]{1,64}");

    private final String file;
    private final String at;
    private final Map<String, Block> blocks;
    private final Map<String, Map<String, Object>> unknown = new HashMap<>();

    ProjectReader(String file) {
        this(file, "", new LinkedHashMap<>());
    }

    /**
     * A reader of the project, or of one of its blocks.
     *
     * @param at where the object stands, for messages; empty for the project
     * @param blocks those read before, by their names
     */
    private ProjectReader(String file, String at, Map<String, Block> blocks) {
        this.file = file;
        this.at = at;
        this.blocks = blocks;
    }

    ProjectFile.Opened open(JsonNode json) throws ProjectFileException {
        requireFormat(json);
        int format = json.path("format").intValue();
        try {
            return new ProjectFile.Opened(document(json), format);
        } catch (ProjectFileException e) {
            throw format > ProjectFile.FORMAT ? newer(file, Integer.toString(format)) : e;
        }
    }

    /** The refusal of what only a newer version understands. */
    static ProjectFileException newer(String file, String format) {
        return new ProjectFileException(tr(
                "%s has format %s, but this version reads format %d. Open it with a newer version of Layerloom.",
                file, shortened(format, 60), ProjectFile.FORMAT));
    }

    private Document document(JsonNode json) throws ProjectFileException {
        JsonMembers members = new JsonMembers(file, json, "");
        members.whole("format", ProjectFile.FORMAT);
        List<JsonNode> list = members.list("blocks", MAX_BLOCKS);
        for (int i = 0; i < list.size(); i++) {
            new ProjectReader(file, "/blocks/" + i, blocks).readBlock(list.get(i));
        }
        Optional<JsonNode> plan = members.find("plan");
        TrainingPlan training = plan.isPresent() ? plan(plan.get()) : TrainingPlan.INITIAL;
        Document drawn = drawn(members);
        requireBounded(drawn.graph());
        return drawn.with(training);
    }

    /** What is drawn, with everything that is said of it; the members that nobody asked for are kept. */
    private Document drawn(JsonMembers members) throws ProjectFileException {
        Map<NodeId, Point> places = new LinkedHashMap<>();
        Map<NodeId, Node> nodes = nodes(members.list("nodes", MAX_NODES), places);
        List<Wire> wires = wires(members.list("wires", MAX_WIRES), nodes);
        Optional<JsonNode> drawing = members.find("drawing");
        Layout layout = drawing.isPresent()
                ? new DrawingReader(file, drawing.get(), at, unknown).layout(places, nodes.keySet(), wires)
                : new Layout(places);
        members.keepUnknown(unknown, "");
        return new Document(new Graph(nodes, wires), layout, TrainingPlan.INITIAL, unknown);
    }

    /** Comparing and writing out take as long as there are layers, those of a block counted wherever it stands. */
    private void requireBounded(Graph graph) throws ProjectFileException {
        long layers = graph.nodes().values().stream()
                .mapToLong(node -> node.block().map(Block::size).orElse(1L))
                .sum();
        if (layers > Block.MOST_LAYERS && Expansion.isNeeded(graph)) {
            throw new ProjectFileException(tr(
                    "%s holds %,d layers, those of its blocks counted wherever they stand, but no project with blocks holds more than %,d. Choose another file.",
                    file, layers, Block.MOST_LAYERS));
        }
    }

    /** A block can hold only such as come before it in the file, so none can hold itself. */
    private void readBlock(JsonNode json) throws ProjectFileException {
        JsonMembers members = new JsonMembers(file, json, at);
        String name = members.text("name", Edits.NAME);
        if (blocks.containsKey(name)) {
            throw members.damaged("name", tr("the name %s is given to two blocks", name));
        }
        List<JsonNode> list = members.list("settings", MAX_SETTINGS);
        Document drawn = drawn(members);
        List<Block.Setting> settings = settings(list, drawn.graph());
        Document body = new Document(drawn.graph(), drawn.layout(), drawn.plan(), unknown);
        try {
            blocks.put(name, new Block(name, body, settings));
        } catch (IllegalArgumentException e) {
            throw members.damaged(at, String.valueOf(e.getMessage()));
        }
    }

    private List<Block.Setting> settings(List<JsonNode> list, Graph body) throws ProjectFileException {
        List<Block.Setting> settings = new ArrayList<>();
        Set<String> keys = new HashSet<>();
        for (int i = 0; i < list.size(); i++) {
            JsonMembers members = new JsonMembers(file, list.get(i), at + "/settings/" + i);
            String key = members.text("key", Block.KEY);
            if (!keys.add(key)) {
                throw members.damaged("key", tr("the key %s is given twice", key));
            }
            List<Block.Target> targets = new ArrayList<>();
            List<JsonNode> sets = members.list("sets", MAX_SETTINGS);
            for (int j = 0; j < sets.size(); j++) {
                JsonMembers target = new JsonMembers(file, sets.get(j), at + "/settings/" + i + "/sets/" + j);
                Block.Target set = new Block.Target(end(target, "node", body.nodes()), target.text("key", ID));
                targets.add(set);
                target.keepUnknown(unknown, place(key, set));
            }
            settings.add(new Block.Setting(key, members.text("label", LABEL), targets));
            members.keepUnknown(unknown, place("/settings", key));
        }
        return settings;
    }

    private void requireFormat(JsonNode json) throws ProjectFileException {
        JsonNode format = json.path("format");
        if (!format.isNumber()) {
            throw new ProjectFileException(tr(
                    "%s is no Layerloom project: it does not begin with a \"format\" number. Choose another file.",
                    file));
        }
        if (!format.isIntegralNumber() || format.bigIntegerValue().signum() <= 0) {
            throw new ProjectFileException(tr(
                    "%s is damaged: its format is %s, but formats are whole numbers from 1 on. Open a backup copy, or correct it in a text editor.",
                    file, shortened(format.toString(), 60)));
        }
        if (!format.isInt()) {
            throw newer(file, format.toString());
        }
    }

    /** A layer, or a block that was read before. */
    private Node node(JsonMembers members) throws ProjectFileException {
        NodeId id = new NodeId(members.text("id", ID));
        String type = members.text("type", ID);
        String name = members.text("name", Edits.NAME);
        if (!type.equals(Block.TYPE)) {
            Node node = new Node(id, type, name, members.values("values"));
            if (at.isEmpty() && BlockPorts.isPort(node)) {
                throw members.damaged("type", tr("the end of a block stands outside of any block. Received: %s", type));
            }
            return node;
        }
        String block = members.text("block", Edits.NAME);
        Block known = blocks.get(block);
        if (known == null) {
            throw members.damaged("block", tr("there is no block %s before this place in the file", block));
        }
        return new Node(id, name, members.values("values"), known);
    }

    private Map<NodeId, Node> nodes(List<JsonNode> list, Map<NodeId, Point> places) throws ProjectFileException {
        Map<NodeId, Node> nodes = new LinkedHashMap<>();
        Set<String> names = new HashSet<>();
        for (int i = 0; i < list.size(); i++) {
            JsonMembers members = new JsonMembers(file, list.get(i), at + "/nodes/" + i);
            Node node = node(members);
            NodeId id = node.id();
            Node former = nodes.put(id, node);
            if (former != null) {
                throw members.damaged("id", tr("%s and %s have the same id, %s", former.name(), node.name(), id));
            }
            if (!names.add(node.name())) {
                throw members.damaged("name", tr("the name %s is given twice", node.name()));
            }
            Optional<Point> point = members.point("at", FARTHEST);
            point.ifPresent(value -> places.put(id, value));
            members.keepUnknown(unknown, place("/nodes", id.value()));
        }
        return nodes;
    }

    private List<Wire> wires(List<JsonNode> list, Map<NodeId, Node> nodes) throws ProjectFileException {
        List<Wire> wires = new ArrayList<>();
        Set<Map.Entry<NodeId, Integer>> taken = new HashSet<>();
        for (int i = 0; i < list.size(); i++) {
            JsonNode json = list.get(i);
            JsonMembers members = new JsonMembers(file, json, at + "/wires/" + i);
            Wire wire = new Wire(end(members, "from", nodes), end(members, "to", nodes), members.whole("port", 0));
            if (wire.port() < 0 || wire.port() > MAX_PORT) {
                throw members.damaged("port", tr("it must lie between 0 and %s. Received: %s", MAX_PORT, wire.port()));
            }
            if (!taken.add(Map.entry(wire.to(), wire.port()))) {
                String into = Optional.ofNullable(nodes.get(wire.to()))
                        .map(Node::name)
                        .orElse(wire.to().value());
                throw members.damaged("port", tr("two wires lead into input %d of %s", wire.port(), into));
            }
            wires.add(wire);
            members.keepUnknown(unknown, place(wire));
        }
        return wires;
    }

    private static NodeId end(JsonMembers members, String key, Map<NodeId, Node> nodes) throws ProjectFileException {
        NodeId id = new NodeId(members.text(key, ID));
        if (!nodes.containsKey(id)) {
            throw members.damaged(key, tr("there is no node %s", id));
        }
        return id;
    }

    private TrainingPlan plan(JsonNode json) throws ProjectFileException {
        TrainingPlan initial = TrainingPlan.INITIAL;
        JsonMembers members = new JsonMembers(file, json, "/plan");
        Optional<JsonNode> data = members.find("data").filter(node -> !node.isNull());
        TrainingPlan plan = new TrainingPlan(
                data.isPresent() ? Optional.of(component(data.get(), "/plan/data")) : Optional.empty(),
                objective(members),
                split(members.find("split")),
                members.whole("epochs", initial.epochs()),
                members.whole("batchSize", initial.batchSize()),
                component(members.find("optimizer"), "/plan/optimizer", initial.optimizer()),
                component(members.find("schedule"), "/plan/schedule", initial.schedule()),
                members.longWhole("seed", initial.seed()),
                earlyStopping(members.find("earlyStopping")),
                start(members),
                members.whole("pretraining", initial.pretraining()));
        members.keepUnknown(unknown, "/plan");
        return plan;
    }

    /** Where the first weights are from is written only where they are from somewhere. */
    private static Optional<String> start(JsonMembers members) throws ProjectFileException {
        return members.find("start").filter(node -> !node.isNull()).isEmpty()
                ? Optional.empty()
                : Optional.of(members.text("start", START));
    }

    private static Objective objective(JsonMembers members) throws ProjectFileException {
        if (members.find("objective").isEmpty()) {
            return TrainingPlan.INITIAL.objective();
        }
        String id = members.text("objective", ID);
        return Arrays.stream(Objective.values())
                .filter(objective -> objective.id().equals(id))
                .findFirst()
                .orElseThrow(() -> members.damaged(
                        "objective",
                        tr(
                                "it must be %s. Received: %s",
                                Arrays.stream(Objective.values())
                                        .map(Objective::id)
                                        .collect(Collectors.joining(", ")),
                                id)));
    }

    private TrainingPlan.Split split(Optional<JsonNode> json) throws ProjectFileException {
        TrainingPlan.Split initial = TrainingPlan.INITIAL.split();
        if (json.isEmpty()) {
            return initial;
        }
        JsonMembers members = new JsonMembers(file, json.get(), "/plan/split");
        TrainingPlan.Split split = new TrainingPlan.Split(
                members.real("validation", initial.validation()), members.real("test", initial.test()));
        members.keepUnknown(unknown, "/plan/split");
        return split;
    }

    private TrainingPlan.EarlyStopping earlyStopping(Optional<JsonNode> json) throws ProjectFileException {
        TrainingPlan.EarlyStopping initial = TrainingPlan.EarlyStopping.OFF;
        if (json.isEmpty()) {
            return initial;
        }
        JsonMembers members = new JsonMembers(file, json.get(), "/plan/earlyStopping");
        TrainingPlan.EarlyStopping stopping = new TrainingPlan.EarlyStopping(
                members.flag("enabled", initial.enabled()),
                members.whole("patience", initial.patience()),
                members.real("minDelta", initial.minDelta()));
        members.keepUnknown(unknown, "/plan/earlyStopping");
        return stopping;
    }

    private Component component(Optional<JsonNode> json, String at, Component initial) throws ProjectFileException {
        return json.isEmpty() ? initial : component(json.get(), at);
    }

    private Component component(JsonNode json, String at) throws ProjectFileException {
        JsonMembers members = new JsonMembers(file, json, at);
        Component component = new Component(members.text("type", ID), members.values("values"));
        members.keepUnknown(unknown, at);
        return component;
    }

    /** The place of a wire, under which its unknown members are kept. */
    static String place(Wire wire) {
        return place("/wires", wire.from().value())
                + place("", wire.to().value())
                + place("", Integer.toString(wire.port()));
    }

    /** The place of what a setting of a block sets, under which its unknown members are kept. */
    static String place(String setting, Block.Target target) {
        return place(place(place("/settings", setting), target.node().value()), target.key());
    }

    /** One step deeper in the manner of JSON pointers. */
    static String place(String parent, String key) {
        return parent + "/" + key.replace("~", "~0").replace("/", "~1");
    }

    /** Foreign text made fit for a sentence: one line, printable, not longer than {@code max}. */
    static String shortened(String text, int max) {
        String line = text.lines().findFirst().orElse("").replaceAll("\\p{Cntrl}", "?");
        return line.length() <= max ? line : line.substring(0, max) + "…";
    }
}
