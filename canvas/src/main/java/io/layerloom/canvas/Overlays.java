package io.layerloom.canvas;

import io.layerloom.graph.Frame;
import io.layerloom.graph.Inference;
import io.layerloom.graph.NodeId;
import io.layerloom.graph.Point;
import io.layerloom.graph.Shape;
import io.layerloom.themes.Theme;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.animation.PauseTransition;
import javafx.scene.Node;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.Pane;
import javafx.util.Duration;

/** All that lies over the drawing as nodes: hint, search, name field, problem card, overview, status line, and what an empty canvas says. */
final class Overlays implements Prompts {

    /** How far from the edges of the window they lie. */
    static final double CORNER = 16;

    private static final Duration DWELL = Duration.millis(400);

    private final Editor editor;
    private final Hint hint = new Hint();
    private final QuickAdd search;
    private final PortChoice ports;
    private final RenameField rename;
    private final ProblemCard card;
    private final Minimap minimap;
    private final Beacon beacon;
    private final StatusLine status = new StatusLine();
    private final BlockTrail trail;
    private final EmptyHint empty = new EmptyHint();
    private final LostHint lost;
    private final Supplier<List<KeyCombination>> homeKeys;
    private final Finder finder;
    private final FrameField frameField;
    private final Legend legend;
    private final PauseTransition dwell = new PauseTransition(DWELL);
    private Hover awaited = Hover.NOTHING;
    private boolean naming;
    private Inference judged = Inference.EMPTY;
    private Set<String> kinds = Set.of();

    /**
     * @param overview when the network is shown small in a corner
     * @param home shows the whole network
     * @param homeKeys what does so by the keyboard now
     * @param show selects a layer and brings it into view
     * @param leave leaves blocks until only so many are open
     * @param refocus gives the keyboard back to the canvas
     */
    Overlays(
            Editor editor,
            Pane pane,
            Supplier<Overview> overview,
            Runnable home,
            Supplier<List<KeyCombination>> homeKeys,
            Consumer<NodeId> show,
            IntConsumer leave,
            Runnable refocus) {
        this.editor = editor;
        this.homeKeys = homeKeys;
        lost = new LostHint(home);
        search = new QuickAdd(editor::layers, () -> {
            editor.mark(Marks.NONE);
            refocus.run();
        });
        ports = new PortChoice(editor, refocus);
        rename = new RenameField(editor, this, refocus);
        trail = new BlockTrail(leave);
        card = new ProblemCard(editor);
        minimap = new Minimap(editor, overview);
        beacon = new Beacon(editor);
        finder = new Finder(editor, show, refocus);
        frameField = new FrameField(editor, refocus);
        legend = new Legend(new Ink(Theme.LIGHT));
        pane.getChildren()
                .addAll(
                        beacon,
                        empty,
                        lost,
                        trail,
                        status,
                        legend,
                        minimap,
                        card,
                        rename,
                        frameField,
                        search,
                        ports,
                        finder,
                        hint);
        dwell.setOnFinished(event -> dwelt());
        editor.coveredBy(this::covers);
        editor.overviewBy(minimap::placeIn);
    }

    /**
     * Puts everything where it belongs now; before layout.
     *
     * @param busy whether a gesture is going on
     * @param moving whether the view is moving
     */
    void place(boolean busy, boolean moving) {
        double width = editor.width();
        double height = editor.height();
        Diagram diagram = editor.diagram();
        int layers = diagram.nodes().size();
        status.show(
                editor.view().zoom(),
                layers,
                editor.selection().size(),
                diagram.inference(),
                diagram.costs(),
                Math.max(0, width - 2 * CORNER));
        status.relocate(CORNER - 6, Math.rint(height - CORNER + 3 - status.getHeight()));
        trail.place(CORNER - 6, CORNER - 6);
        minimap.place();
        empty.setVisible(layers == 0 && !trail.isVisible() && !busy && !isAsking());
        if (empty.isVisible()) {
            empty.place(width, height);
        }
        if (layers > 0 && !busy && !moving && !isAsking() && seesNone(diagram)) {
            lost.show(homeKeys.get(), width, height);
        } else {
            lost.hide();
        }
        if (rename.isOpen()) {
            rename.place();
        }
        beacon.place();
        followHover(busy);
        if (moving) {
            waitForRest();
        }
        card.update(!busy && !isAsking() && !rename.isOpen(), moving);
    }

    private boolean seesNone(Diagram diagram) {
        return editor.width() > 0
                && diagram.nodesIn(editor.view().visible(editor.width(), editor.height()))
                        .isEmpty();
    }

    /** Where on the screen something lies over the drawing that stays there. */
    private List<Box> covers() {
        return Stream.of(trail, status, legend, minimap, finder)
                .filter(Node::isVisible)
                .map(Node::getBoundsInParent)
                .map(bounds -> new Box(bounds.getMinX(), bounds.getMinY(), bounds.getWidth(), bounds.getHeight()))
                .toList();
    }

    /** Rings around a node for a moment. */
    void ringAround(NodeId node) {
        beacon.show(node);
    }

    /** Puts the problem card away; false if there is none. */
    boolean dismiss() {
        boolean any = card.dismiss();
        editor.redraw();
        return any;
    }

    /** Draws what is drawn; after layout. */
    void paint(Ink ink, double outputScale) {
        legend.show(kinds(), ink);
        double behind = Math.rint(status.getLayoutX() + status.getWidth() + 12);
        // Above the status line where there is too little room behind it.
        boolean above = behind + legend.getWidth() > editor.width();
        legend.relocate(
                above ? status.getLayoutX() : behind,
                Math.rint(editor.height() - CORNER + 3 - legend.getHeight() - (above ? status.getHeight() + 4 : 0)));
        if (minimap.isVisible()) {
            minimap.paint(ink, outputScale);
        }
    }

    @SuppressWarnings("ReferenceEquality") // each inference is an object of its own
    private Set<String> kinds() {
        if (judged != editor.inference()) {
            judged = editor.inference();
            Set<String> found = new HashSet<>();
            editor.inference()
                    .reports()
                    .values()
                    .forEach(report -> report.output().map(Shape::kind).ifPresent(found::add));
            kinds = found;
        }
        return kinds;
    }

    private void followHover(boolean busy) {
        Hover now = busy ? Hover.NOTHING : editor.hover();
        if (!now.equals(awaited)) {
            awaited = now;
            waitForRest();
        }
    }

    /** What is said of a layer goes, and comes once pointer and drawing have been at rest for a moment. */
    private void waitForRest() {
        if (naming) {
            naming = false;
            hush();
        }
        dwell.playFromStart();
    }

    private void dwelt() {
        if (!card.isHover()) {
            card.attend(awaited.node());
        }
        awaited.node().flatMap(id -> editor.diagram().node(id)).ifPresent(node -> {
            if (!hint.isVisible() && !isAsking() && !rename.isOpen()) {
                Box box = editor.view().toScreen(node.box());
                hint.show(
                        described(node), false, new Point(box.x(), box.bottom() - 12), editor.width(), editor.height());
                naming = true;
            }
        });
        editor.redraw();
    }

    private boolean isAsking() {
        return search.isOpen() || ports.isOpen();
    }

    private String described(NodeView node) {
        Inference.Report report = editor.inference().report(node.id());
        String in = report.inputs().stream().map(Shape::label).collect(Collectors.joining(", "));
        String out = report.output().map(Shape::label).orElse("?");
        return node.node().name() + (in.isEmpty() ? "   " + out : "   " + in + " → " + out);
    }

    /** Says which blocks are open. */
    void trail(List<String> names) {
        hush();
        trail.show(names);
    }

    void retell() {
        trail.retell();
    }

    void hold(Optional<Node> placeholder) {
        empty.hold(placeholder);
    }

    @Override
    public void hint(String text, Point screen) {
        naming = false;
        hint.show(text, false, screen, editor.width(), editor.height());
    }

    @Override
    public void caution(String text, Point screen) {
        naming = false;
        hint.show(text, true, screen, editor.width(), editor.height());
    }

    @Override
    public void hush() {
        hint.hush();
    }

    @Override
    public void search(Search wanted) {
        hush();
        search.open(wanted, editor.width(), editor.height());
        wanted.wire().ifPresent(wire -> editor.mark(Marks.wiring(Map.of(), Set.of(), wire, Optional.empty())));
        editor.redraw();
    }

    @Override
    public void connect(NodeView from) {
        hush();
        ports.open(from);
        editor.redraw();
    }

    @Override
    public void rename(NodeId node) {
        hush();
        editor.select(List.of(node));
        editor.diagram().node(node).ifPresent(rename::open);
        editor.redraw();
    }

    @Override
    public void title(Frame frame) {
        hush();
        frameField.open(frame);
        editor.redraw();
    }

    @Override
    public void find() {
        close();
        finder.open(editor.width());
        editor.redraw();
    }

    @Override
    public void switchCost() {
        editor.costsProperty().set(!editor.costsProperty().get());
    }

    @Override
    public void close() {
        hush();
        finder.close();
        frameField.commit();
        search.close();
        ports.close();
        rename.commit();
    }

    void dispose() {
        dwell.stop();
        beacon.stop();
    }
}
