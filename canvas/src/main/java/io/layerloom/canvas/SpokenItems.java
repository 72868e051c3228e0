package io.layerloom.canvas;

import static io.layerloom.graph.language.Language.tr;

import io.layerloom.graph.NodeId;
import io.layerloom.graph.Wire;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.geometry.BoundingBox;
import javafx.scene.AccessibleAction;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/**
 * The drawing as a screen reader finds it: a list with an item for each layer, in the order in which data goes through, and then one for each wire. The drawing itself is made of pixels; the items
 * are made when somebody asks for them, take no room and tell where their layer or wire is drawn.
 */
final class SpokenItems extends Pane {

    private final Editor editor;
    private final Consumer<NodeId> show;
    private final Consumer<AccessibleAttribute> changed;
    private final Map<Subject, Item> items = new HashMap<>();
    private @Nullable Diagram listed;
    private List<Item> order = List.of();
    private Optional<Subject> focus = Optional.empty();
    private String said = "";

    /** What an item stands for. */
    private sealed interface Subject {
        record Layer(NodeId id) implements Subject {}

        record Line(Wire wire) implements Subject {}
    }

    /**
     * @param show selects a layer and brings it into view
     * @param changed tells those who listen that the canvas would answer otherwise now
     */
    SpokenItems(Editor editor, Consumer<NodeId> show, Consumer<AccessibleAttribute> changed) {
        this.editor = editor;
        this.show = show;
        this.changed = changed;
        setManaged(false);
        setMouseTransparent(true);
        setId("canvas-spoken");
    }

    /** Tells those who listen what has changed; to be called once for each frame. */
    void update() {
        Optional<Subject> now = selected();
        if (!now.equals(focus)) {
            focus = now;
            changed.accept(AccessibleAttribute.FOCUS_ITEM);
            changed.accept(AccessibleAttribute.SELECTED_ITEMS);
        }
        String words = Spoken.of(editor);
        if (!words.equals(said)) {
            said = words;
            changed.accept(AccessibleAttribute.TEXT);
            focus.map(items::get).ifPresent(item -> item.notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT));
        }
    }

    private Optional<Subject> selected() {
        return editor.selection().size() == 1
                ? Optional.of(new Subject.Layer(editor.selection().iterator().next()))
                : editor.selectedWire().map(Subject.Line::new);
    }

    /** What the canvas answers about its items; empty where the question concerns none. */
    Optional<Object> answer(AccessibleAttribute attribute, Object... parameters) {
        return switch (attribute) {
            case TEXT -> Optional.of(Spoken.of(editor));
            case ITEM_COUNT -> Optional.of(list().size());
            case ITEM_AT_INDEX -> {
                int at = (Integer) parameters[0];
                yield at >= 0 && at < list().size() ? Optional.of(list().get(at)) : Optional.empty();
            }
            case FOCUS_ITEM -> selected().flatMap(this::find);
            case SELECTED_ITEMS -> Optional.of(chosen());
            case MULTIPLE_SELECTION -> Optional.of(true);
            default -> Optional.empty();
        };
    }

    private Optional<Item> find(Subject subject) {
        list();
        return Optional.ofNullable(items.get(subject));
    }

    private ObservableList<Node> chosen() {
        return FXCollections.observableArrayList(
                list().stream().filter(Item::isSelected).map(Node.class::cast).toList());
    }

    /** Does what a screen reader asks of the items; answers whether it was such a thing. */
    boolean act(AccessibleAction action, Object... parameters) {
        if (action == AccessibleAction.SHOW_ITEM && parameters[0] instanceof Item item) {
            item.select();
            return true;
        }
        if (action == AccessibleAction.SET_SELECTED_ITEMS && parameters[0] instanceof List<?> wanted) {
            Set<NodeId> layers = new LinkedHashSet<>();
            for (Object each : wanted) {
                if (each instanceof Item item && item.subject instanceof Subject.Layer layer) {
                    layers.add(layer.id());
                } else if (each instanceof Item item) {
                    item.select();
                    return true;
                }
            }
            editor.select(layers);
            return true;
        }
        return false;
    }

    /** All items, in step with the drawing. */
    @SuppressWarnings("ReferenceEquality") // a diagram never changes
    private List<Item> list() {
        Diagram now = editor.diagram();
        if (now != listed) {
            listed = now;
            List<Subject> subjects = subjects(now);
            items.keySet().retainAll(Set.copyOf(subjects));
            order = subjects.stream()
                    .map(subject -> items.computeIfAbsent(subject, Item::new))
                    .toList();
            getChildren().setAll(order);
        }
        return order;
    }

    private static List<Subject> subjects(Diagram diagram) {
        Set<NodeId> ids = new LinkedHashSet<>(diagram.inference().order());
        ids.retainAll(diagram.nodesById().keySet());
        ids.addAll(diagram.nodesById().keySet()); // what lies on a cycle has no order
        List<Subject> all = new ArrayList<>();
        ids.forEach(id -> all.add(new Subject.Layer(id)));
        diagram.document().graph().wires().forEach(wire -> all.add(new Subject.Line(wire)));
        return all;
    }

    @Override
    public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        if (attribute == AccessibleAttribute.CHILDREN) {
            list();
        }
        return super.queryAccessibleAttribute(attribute, parameters);
    }

    /** One layer or wire. */
    private final class Item extends Region {

        private final Subject subject;

        Item(Subject subject) {
            this.subject = subject;
            setManaged(false);
            setAccessibleRole(AccessibleRole.LIST_ITEM);
        }

        @Override
        public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
            return switch (attribute) {
                case TEXT -> words();
                case HELP -> node().map(Spoken::settings).orElse("");
                case ROLE_DESCRIPTION -> subject instanceof Subject.Layer ? tr("layer") : tr("wire");
                case INDEX -> order.indexOf(this);
                case SELECTED -> isSelected();
                case BOUNDS -> bounds().orElseGet(() -> super.queryAccessibleAttribute(attribute, parameters));
                default -> super.queryAccessibleAttribute(attribute, parameters);
            };
        }

        @Override
        public void executeAccessibleAction(AccessibleAction action, Object... parameters) {
            if (action == AccessibleAction.REQUEST_FOCUS || action == AccessibleAction.FIRE) {
                select();
            } else {
                super.executeAccessibleAction(action, parameters);
            }
        }

        private Optional<NodeView> node() {
            return subject instanceof Subject.Layer layer ? editor.diagram().node(layer.id()) : Optional.empty();
        }

        private Optional<WireView> wire() {
            return subject instanceof Subject.Line line ? editor.diagram().wire(line.wire()) : Optional.empty();
        }

        private String words() {
            Diagram diagram = editor.diagram();
            return node().map(view -> Spoken.node(view, diagram))
                    .or(() -> wire().map(view -> Spoken.wire(view, diagram)))
                    .orElse("");
        }

        boolean isSelected() {
            return subject instanceof Subject.Layer layer
                    ? editor.selection().contains(layer.id())
                    : editor.selectedWire()
                            .map(Subject.Line::new)
                            .filter(subject::equals)
                            .isPresent();
        }

        void select() {
            if (subject instanceof Subject.Layer layer) {
                show.accept(layer.id());
            } else if (subject instanceof Subject.Line line) {
                editor.selectWire(line.wire());
            }
        }

        /** Where it is drawn, on the screen; empty while it is on none. */
        private Optional<Object> bounds() {
            Box world = node().map(NodeView::box)
                    .or(() -> wire().map(view -> view.path().bounds()))
                    .orElse(new Box(0, 0, 0, 0));
            Box box = editor.view().toScreen(world);
            return Optional.ofNullable(
                    SpokenItems.this.localToScreen(new BoundingBox(box.x(), box.y(), box.width(), box.height())));
        }
    }
}
