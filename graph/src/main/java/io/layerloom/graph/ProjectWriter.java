package io.layerloom.graph;

import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A document as a JSON tree, in the order that files have. */
final class ProjectWriter {

    private static final JsonMapper JSON = new JsonMapper();
    private static final JsonNodeFactory MAKE = JsonNodeFactory.instance;

    private final Document document;

    ProjectWriter(Document document) {
        this.document = document;
    }

    ObjectNode json() {
        ObjectNode json = MAKE.objectNode();
        Map<String, Block> blocks = Blocks.of(document);
        json.put("format", format(blocks));
        if (!blocks.isEmpty()) {
            ArrayNode list = json.putArray("blocks");
            blocks.values().forEach(block -> list.add(new ProjectWriter(block.body()).block(block)));
        }
        putGraph(json);
        json.set("plan", plan(document.plan()));
        json.set("drawing", drawing(document.layout()));
        return known(json, "");
    }

    /** The first format that says all that is in the document. */
    private int format(Map<String, Block> blocks) {
        boolean bypasses = Bypass.isUsed(document.graph())
                || blocks.values().stream()
                        .anyMatch(block -> Bypass.isUsed(block.body().graph()));
        if (bypasses) {
            return ProjectFile.FORMAT;
        }
        return blocks.isEmpty() ? ProjectFile.PLAIN : ProjectFile.WITH_BLOCKS;
    }

    private void putGraph(ObjectNode json) {
        ArrayNode nodes = json.putArray("nodes");
        document.graph().nodes().values().forEach(node -> nodes.add(node(node)));
        ArrayNode wires = json.putArray("wires");
        document.graph().wires().forEach(wire -> wires.add(wire(wire)));
    }

    /** A block whose drawing this writer has. */
    private ObjectNode block(Block block) {
        ObjectNode json = MAKE.objectNode();
        json.put("name", block.name());
        ArrayNode settings = json.putArray("settings");
        for (Block.Setting setting : block.settings()) {
            ObjectNode entry = settings.addObject();
            entry.put("key", setting.key());
            entry.put("label", setting.label());
            ArrayNode targets = entry.putArray("sets");
            for (Block.Target target : setting.targets()) {
                ObjectNode set = targets.addObject();
                set.put("node", target.node().value());
                set.put("key", target.key());
                known(set, ProjectReader.place(setting.key(), target));
            }
            known(entry, ProjectReader.place("/settings", setting.key()));
        }
        putGraph(json);
        json.set("drawing", drawing(document.layout()));
        return known(json, "");
    }

    private ObjectNode node(Node node) {
        ObjectNode json = MAKE.objectNode();
        json.put("id", node.id().value());
        json.put("type", node.type());
        node.block().ifPresent(block -> json.put("block", block.name()));
        json.put("name", node.name());
        Point at = document.layout().positions().get(node.id());
        if (at != null) {
            json.putArray("at").add(at.x()).add(at.y());
        }
        json.set("values", values(node.values()));
        return known(json, ProjectReader.place("/nodes", node.id().value()));
    }

    private ObjectNode wire(Wire wire) {
        ObjectNode json = MAKE.objectNode();
        json.put("from", wire.from().value());
        json.put("to", wire.to().value());
        json.put("port", wire.port());
        return known(json, ProjectReader.place(wire));
    }

    /** What is drawn beside nodes and wires; places stand with their nodes. */
    private ObjectNode drawing(Layout layout) {
        ObjectNode json = MAKE.objectNode();
        ArrayNode collapsed = json.putArray("collapsed");
        layout.collapsed().forEach(id -> collapsed.add(id.value()));
        ArrayNode bends = json.putArray("bends");
        layout.bends().forEach((wire, points) -> {
            ObjectNode bend = MAKE.objectNode();
            bend.put("to", wire.to().value());
            bend.put("port", wire.port());
            ArrayNode through = bend.putArray("through");
            points.forEach(at -> through.addArray().add(at.x()).add(at.y()));
            bends.add(known(bend, DrawingReader.place(wire)));
        });
        ArrayNode frames = json.putArray("frames");
        layout.frames().forEach(frame -> {
            ObjectNode box = MAKE.objectNode();
            box.put("title", frame.title());
            box.putArray("at").add(frame.x()).add(frame.y());
            box.putArray("size").add(frame.width()).add(frame.height());
            frame.unknown().forEach((key, value) -> box.set(key, JSON.valueToTree(value)));
            frames.add(box);
        });
        return known(json, "/drawing");
    }

    private ObjectNode plan(TrainingPlan plan) {
        ObjectNode json = MAKE.objectNode();
        json.set(
                "data",
                plan.data().<JsonNode>map(data -> component(data, "/plan/data")).orElse(MAKE.nullNode()));
        json.put("objective", plan.objective().id());
        json.set("split", split(plan.split()));
        json.put("epochs", plan.epochs());
        json.put("batchSize", plan.batchSize());
        json.set("optimizer", component(plan.optimizer(), "/plan/optimizer"));
        json.set("schedule", component(plan.schedule(), "/plan/schedule"));
        json.put("seed", plan.seed());
        json.set("earlyStopping", earlyStopping(plan.earlyStopping()));
        plan.start().ifPresent(start -> json.put("start", start));
        if (plan.pretraining() != TrainingPlan.INITIAL.pretraining()) {
            json.put("pretraining", plan.pretraining());
        }
        return known(json, "/plan");
    }

    private ObjectNode split(TrainingPlan.Split split) {
        ObjectNode json = MAKE.objectNode();
        json.put("validation", split.validation());
        json.put("test", split.test());
        return known(json, "/plan/split");
    }

    private ObjectNode earlyStopping(TrainingPlan.EarlyStopping stopping) {
        ObjectNode json = MAKE.objectNode();
        json.put("enabled", stopping.enabled());
        json.put("patience", stopping.patience());
        json.put("minDelta", stopping.minDelta());
        return known(json, "/plan/earlyStopping");
    }

    private ObjectNode component(Component component, String place) {
        ObjectNode json = MAKE.objectNode();
        json.put("type", component.type());
        json.set("values", values(component.values()));
        return known(json, place);
    }

    private static JsonNode values(Values values) {
        return JSON.valueToTree(values.plain());
    }

    /** The object with the members that an earlier reading did not know. */
    private ObjectNode known(ObjectNode json, String place) {
        document.unknown()
                .getOrDefault(place, Map.of())
                .forEach((key, value) -> json.set(key, JSON.valueToTree(value)));
        return json;
    }
}
