package io.layerloom.app.window;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/**
 * The parts of the window between which one key leads, so that the keyboard reaches each of them without passing all that lies between. A part remembers where the keyboard was in it, and is
 * framed until the keyboard goes on.
 */
public final class Zones {

    private static final String MARK = "ll-zone";
    private static final String LAST = "ll-zone-last";

    private final Parent window;
    private final List<Node> parts;
    private Optional<Node> above = Optional.empty();
    private final Region ring = new Region();
    private boolean stepping;

    /** Parts of a window, in their order; one that holds marked parts stands for these. */
    Zones(Parent window, List<? extends Node> parts) {
        this.window = window;
        this.parts = List.copyOf(parts);
        ring.setManaged(false);
        ring.setMouseTransparent(true);
        ring.setVisible(false);
        ring.setId("zone-ring");
        ring.setStyle("-fx-border-color: -ll-accent; -fx-border-width: 2px;");
        window.addEventFilter(MouseEvent.MOUSE_PRESSED, event -> ring.setVisible(false));
        window.sceneProperty().flatMap(Scene::focusOwnerProperty).addListener((observable, before, now) -> {
            if (!stepping) {
                ring.setVisible(false);
            }
        });
    }

    /** Makes a node a part of its own. */
    public static void mark(Node node) {
        node.getProperties().put(MARK, true);
    }

    /** The frame around the part that was reached last; lies above the window. */
    Node ring() {
        return ring;
    }

    /** Puts a part before all others that does not belong to the window. */
    void begin(Node part) {
        above = Optional.of(part);
    }

    /** Gives the keyboard to the next part in which something can take it, or to one before. */
    void step(int by) {
        List<Node> zones = Stream.concat(above.stream(), parts.stream())
                .flatMap(Zones::zonesOf)
                .toList();
        Node owner = window.getScene().getFocusOwner();
        int at = Math.max(by > 0 ? -1 : 0, index(zones, owner));
        if (at >= 0 && owner != null && isWithin(owner, zones.get(at))) {
            zones.get(at).getProperties().put(LAST, owner);
        }
        for (int tries = 1; tries <= zones.size(); tries++) {
            Node zone = zones.get(Math.floorMod(at + tries * by, zones.size()));
            Optional<Node> target = target(zone);
            if (target.isPresent()) {
                enter(zone, target.get());
                return;
            }
        }
    }

    private void enter(Node zone, Node target) {
        stepping = true;
        target.requestFocus();
        stepping = false;
        Bounds place = window.sceneToLocal(zone.localToScene(zone.getLayoutBounds()));
        ring.resizeRelocate(place.getMinX(), place.getMinY(), place.getWidth(), place.getHeight());
        ring.setVisible(true);
        ring.toFront();
    }

    private Optional<Node> target(Node zone) {
        return Optional.ofNullable(zone.getProperties().get(LAST))
                .map(Node.class::cast)
                .filter(node -> isWithin(node, zone) && isReachable(node))
                .or(() -> first(zone));
    }

    private static int index(List<Node> zones, @Nullable Node owner) {
        for (int at = 0; at < zones.size(); at++) {
            if (isWithin(owner, zones.get(at))) {
                return at;
            }
        }
        return -1;
    }

    static boolean isWithin(@Nullable Node node, Node zone) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at.equals(zone)) {
                return true;
            }
        }
        return false;
    }

    /** The marked parts in a part, or the part itself. */
    private static Stream<Node> zonesOf(Node part) {
        List<Node> marked = new ArrayList<>();
        collect(part, marked);
        return marked.isEmpty() ? Stream.of(part) : marked.stream();
    }

    private static void collect(Node node, List<Node> marked) {
        if (node.getProperties().containsKey(MARK)) {
            marked.add(node);
        } else if (node instanceof Parent parent && node.isVisible()) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, marked));
        }
    }

    static Optional<Node> first(Node node) {
        if (!node.isVisible() || node.isDisabled()) {
            return Optional.empty();
        }
        if (node.isFocusTraversable()) {
            return Optional.of(node);
        }
        return node instanceof Parent parent
                ? parent.getChildrenUnmodifiable().stream()
                        .flatMap(child -> first(child).stream())
                        .findFirst()
                : Optional.empty();
    }

    private static boolean isReachable(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible() || at.isDisabled()) {
                return false;
            }
        }
        return node.getScene() != null;
    }
}
