package io.layerloom.canvas;

import static io.layerloom.graph.language.Language.tr;

import io.layerloom.graph.Graph;
import io.layerloom.graph.NodeId;
import io.layerloom.graph.Preview;
import io.layerloom.graph.Problem;
import io.layerloom.graph.Remedy;
import io.layerloom.themes.Measure;
import io.layerloom.themes.Styles;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/** Says what is wrong with one node, beside it, with a button for each way out. */
final class ProblemCard extends VBox {

    private static final double WIDEST = 320;

    /** How much may be covered, in square pixels, for the card to lie a pixel nearer. */
    private static final double FAR = 20;

    /** What a button leaves above and below its text; other buttons have one line and need none. */
    private static final double BREATH = 12;

    /** Of a layer that many others feed, so many are kept free. */
    private static final int FEEDING = 4;

    /** How much more it counts that the node is seen than that its sources are. */
    private static final double NODE_FIRST = 4;

    /** Of so many places, the nearest ones, it is found out what would lie under them; it is asked anew in each frame. */
    private static final int MOST_PLACES = 32;

    private static final double GAP = 24;
    private static final double EDGE = 12;

    private final Editor editor;
    private final Label message = new Label();
    private final Label invitation = new Label();
    private final FlowPane buttons = new FlowPane(8, 8);
    private Optional<Problem> shown = Optional.empty();
    private Optional<NodeId> attended = Optional.empty();
    private Graph judged = Graph.EMPTY;

    /** Those that the person does not want to see by themselves any more. */
    private Set<Problem> dismissed = Set.of();

    ProblemCard(Editor editor) {
        this.editor = editor;
        setManaged(false);
        setVisible(false);
        message.getStyleClass().add(Styles.STRONG);
        message.setWrapText(true);
        invitation.getStyleClass().add(Styles.MUTED);
        getChildren().addAll(message, invitation, buttons);
    }

    private double widest() {
        return Math.min(Measure.panel(WIDEST), editor.width() - 2 * EDGE);
    }

    /** What the edge of the widest card leaves to its buttons. */
    private double room() {
        return widest() - 32;
    }

    /** The node on which the pointer rests for a while, if any. */
    void attend(Optional<NodeId> node) {
        attended = node;
    }

    /** Hides until the pointer rests on a node, one is selected, or something else is wrong; false if nothing was shown. */
    boolean dismiss() {
        boolean any = isVisible();
        if (any) {
            dismissed = Set.copyOf(editor.diagram().inference().problems());
            attended = Optional.empty();
        }
        return any;
    }

    /**
     * Shows the problem of the node that matters most now, or hides.
     *
     * @param moving whether the view is moving: then no other node is sought, for looking for ways out takes a moment in a large network
     */
    void update(boolean allowed, boolean moving) {
        Optional<NodeView> node = !allowed ? Optional.empty() : moving ? current() : choose();
        Optional<Problem> problem = moving ? shown : node.flatMap(view -> problemOf(view.id()));
        if (node.isEmpty() || problem.isEmpty()) {
            shown = Optional.empty();
            setVisible(false);
            return;
        }
        if (!problem.equals(shown) || !editor.document().graph().equals(judged)) {
            shown = problem;
            judged = editor.document().graph();
            fill(problem.get());
        }
        setVisible(true);
        applyCss();
        double width = Math.ceil(Math.min(widest(), Math.max(200, prefWidth(-1))));
        double height = prefHeight(width);
        Box place = place(node.get(), feeding(problem.get()), width, height);
        resizeRelocate(place.x(), place.y(), width, height);
        layout();
    }

    private void fill(Problem problem) {
        message.setText(problem.message());
        getStyleClass().removeAll(Styles.PROBLEM, Styles.CAUTION);
        getStyleClass().add(NodeFaces.contradicts(problem) ? Styles.PROBLEM : Styles.CAUTION);
        offer(List.of());
        editor.remediesProperty().get().find(problem, found -> {
            if (shown.equals(Optional.of(problem))) {
                offer(found);
                editor.redraw();
            }
        });
    }

    private void offer(List<Remedy> remedies) {
        List<Button> ways = remedies.stream().map(this::button).toList();
        buttons.getChildren().setAll(ways);
        applyCss();
        for (Button button : ways) {
            double width = Math.min(room(), Math.ceil(button.prefWidth(-1)));
            button.setPrefSize(width, button.prefHeight(width) + BREATH);
        }
        double row = buttons.getChildren().stream()
                .mapToDouble(node -> node.prefWidth(-1) + buttons.getHgap())
                .sum();
        buttons.setPrefWrapLength(Math.min(room(), row));
        boolean any = !remedies.isEmpty();
        for (Node part : List.of(invitation, buttons)) {
            part.setVisible(any);
            part.setManaged(any);
        }
        invitation.setText(remedies.size() == 1 ? tr("Mend it:") : tr("Mend it with one of:"));
    }

    private Button button(Remedy remedy) {
        Button button = new Button(remedy.label());
        button.setMnemonicParsing(false); // names of layers have underscores
        button.getStyleClass().addAll(Styles.ACCENT, Styles.STRONG);
        button.setWrapText(true);
        button.setOnAction(event -> editor.send(remedy.edit()));
        button.setTooltip(preview(remedy));
        return button;
    }

    /** What the remedy would change; found out only when somebody wants to know. */
    private Tooltip preview(Remedy remedy) {
        Tooltip tooltip = new Tooltip();
        tooltip.setOnShowing(event ->
                tooltip.setText(String.join("\n", Preview.of(editor.document(), remedy.edit(), editor.catalog()))));
        return tooltip;
    }

    private Optional<NodeView> current() {
        return shown.flatMap(Problem::node).flatMap(editor.diagram()::node).filter(this::inSight);
    }

    /** The node under the pointer before the selected one, and that before the first with a contradiction in sight. */
    private Optional<NodeView> choose() {
        Diagram diagram = editor.diagram();
        if (editor.view().zoom() < Painter.FAR) {
            return Optional.empty();
        }
        Optional<NodeView> first = attended.flatMap(diagram::node)
                .filter(this::inSight)
                .filter(node -> problemOf(node.id()).isPresent());
        if (first.isPresent()) {
            return first;
        }
        if (editor.selection().size() == 1) {
            Optional<NodeView> selected = diagram.node(
                            editor.selection().iterator().next())
                    .filter(node -> node.face().mark() == NodeFace.Mark.PROBLEM)
                    .filter(this::inSight);
            if (selected.isPresent()) {
                return selected;
            }
        }
        return diagram.inference().problems().stream()
                .filter(problem -> NodeFaces.contradicts(problem) && !dismissed.contains(problem))
                .flatMap(problem -> problem.node().flatMap(diagram::node).stream())
                .filter(this::inSight)
                .findFirst();
    }

    private boolean inSight(NodeView node) {
        return editor.view().visible(editor.width(), editor.height()).overlaps(node.box());
    }

    private Optional<Problem> problemOf(NodeId id) {
        List<Problem> all = editor.diagram().inference().problemsOf(id);
        return all.stream()
                .filter(NodeFaces::contradicts)
                .findFirst()
                .or(() -> all.stream().findFirst());
    }

    /** Where the layers lie on the screen through which a problem comes about: those that feed its node, by the wire that is to blame if one is. */
    private List<Box> feeding(Problem problem) {
        return problem.node().stream()
                .flatMap(node -> editor.document().graph().into(node).stream())
                .filter(wire -> problem.port().map(port -> port == wire.port()).orElse(true))
                .limit(FEEDING)
                .flatMap(wire -> editor.diagram().node(wire.from()).stream())
                .map(source -> editor.view().toScreen(source.box()))
                .toList();
    }

    /** Where it covers nothing of the node and of its sources, if there is such a place, and otherwise little of what is drawn, near the node. */
    private Box place(NodeView node, List<Box> sources, double width, double height) {
        Box box = editor.view().toScreen(node.box());
        Set<Box> places = places(Stream.concat(Stream.of(box), sources.stream()).toList(), box, width, height);
        ToDoubleFunction<Box> hidden = place -> box.shared(place) * NODE_FIRST
                + sources.stream().mapToDouble(place::shared).sum();
        double least = places.stream().mapToDouble(hidden).min().orElseThrow();
        List<Box> covers = editor.covers();
        record Choice(Box place, double cost) {}
        return places.stream()
                .filter(place -> hidden.applyAsDouble(place) == least)
                .map(place -> new Choice(place, FAR * distance(place, box)))
                .sorted(Comparator.comparingDouble(Choice::cost))
                .limit(MOST_PLACES)
                .map(choice -> new Choice(choice.place, choice.cost + covered(choice.place, covers)))
                .min(Comparator.comparingDouble(Choice::cost))
                .map(best -> new Box(Math.rint(best.place.x()), Math.rint(best.place.y()), width, height))
                .orElseThrow();
    }

    /** Places beside, above and below each box and at the edges of the window. */
    private Set<Box> places(List<Box> boxes, Box middle, double width, double height) {
        List<Double> across = new ArrayList<>(List.of(EDGE, editor.width(), middle.centreX() - width / 2));
        List<Double> down = new ArrayList<>(List.of(EDGE, editor.height(), middle.centreY() - height / 2));
        for (Box box : boxes) {
            across.addAll(List.of(box.right() + GAP, box.x() - GAP - width, box.x(), box.right() - width));
            down.addAll(List.of(box.bottom() + GAP / 2, box.y() - GAP / 2 - height));
        }
        Set<Box> places = new LinkedHashSet<>();
        across.forEach(x -> down.forEach(y -> places.add(inside(new Box(x, y, width, height)))));
        return places;
    }

    /** How far two boxes lie apart; none where they touch. */
    private static double distance(Box one, Box other) {
        double across = Math.max(0, Math.max(one.x() - other.right(), other.x() - one.right()));
        double down = Math.max(0, Math.max(one.y() - other.bottom(), other.y() - one.bottom()));
        return Math.hypot(across, down);
    }

    private Box inside(Box box) {
        double x = Math.max(EDGE, Math.min(box.x(), editor.width() - box.width() - EDGE));
        double y = Math.max(EDGE, Math.min(box.y(), editor.height() - box.height() - EDGE));
        return new Box(x, y, box.width(), box.height());
    }

    /** What would lie under it, in square pixels. */
    private double covered(Box screen, List<Box> covers) {
        Viewport view = editor.view();
        double sum = 0;
        Box world = new Box(
                view.toWorld(screen.x(), screen.y()).x(),
                view.toWorld(screen.x(), screen.y()).y(),
                screen.width() / view.scale(),
                screen.height() / view.scale());
        for (NodeView node : editor.diagram().nodesIn(world)) {
            sum += node.box().shared(world);
        }
        for (WireView wire : editor.diagram().wiresIn(world)) {
            sum += wire.pill().map(pill -> pill.shared(world)).orElse(0.0);
        }
        double over = covers.stream().mapToDouble(screen::shared).sum();
        return sum * view.scale() * view.scale() + over;
    }
}
