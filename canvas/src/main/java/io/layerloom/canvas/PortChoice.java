package io.layerloom.canvas;

import static io.layerloom.graph.language.Language.tr;

import io.layerloom.graph.NodeId;
import io.layerloom.graph.Wire;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The search for an input of the network to lay a wire to: what a drag from a port does, by the keyboard. What fits comes first, and of that what is nearest. */
final class PortChoice extends Chooser<PortChoice.Way> {

    private static final double WIDTH = 344;

    private final Editor editor;
    private List<Way> ways = List.of();
    private Optional<Connection> connection = Optional.empty();

    /**
     * A wire that could be laid.
     *
     * @param label where it leads, and what would come of it
     * @param distance to the layer that it leads to
     */
    record Way(Wire wire, String label, String tone, boolean fits, double distance) {}

    /** @param closed told when the search goes, so that the canvas can take the keyboard back */
    PortChoice(Editor editor, Runnable closed) {
        super(WIDTH, closed);
        this.editor = editor;
    }

    /** Asks where a wire from a layer's output leads to. */
    void open(NodeView from) {
        Wiring wiring = editor.wiring();
        connection = Optional.of(new Connection(editor, wiring, Optional.empty()));
        ways = ways(from, wiring);
        open(
                editor.view().toScreen(from.output()).plus(24, 0),
                editor.width(),
                editor.height(),
                tr("Connect %s to", from.node().name()),
                tr("Search for a layer to connect %s to", from.node().name()),
                tr("No layer takes a wire from here."));
    }

    private List<Way> ways(NodeView from, Wiring wiring) {
        List<Way> found = new ArrayList<>();
        for (NodeView to : editor.diagram().nodes()) {
            for (int port = 0; port < to.inputs(); port++) {
                way(from, to, new Wire(from.id(), to.id(), port), wiring).ifPresent(found::add);
            }
        }
        found.sort(Comparator.comparing((Way way) -> !way.fits()).thenComparingDouble(Way::distance));
        return found;
    }

    private Optional<Way> way(NodeView from, NodeView to, Wire wire, Wiring wiring) {
        Optional<NodeId> former = editor.diagram()
                .wireInto(to.inputPort(wire.port()))
                .map(WireView::wire)
                .map(Wire::from);
        Wiring.Verdict verdict = wiring.of(wire);
        if (!verdict.possible() || former.filter(from.id()::equals).isPresent()) {
            return Optional.empty();
        }
        StringBuilder label = new StringBuilder(to.node().name());
        if (to.inputs() > 1) {
            label.append(tr(", input %d", wire.port() + 1));
        }
        if (verdict instanceof Wiring.Verdict.Adapts adapts) {
            label.append(tr(", through %s", adapts.between().name()));
        } else if (verdict instanceof Wiring.Verdict.Misfits) {
            label.append(tr(", does not fit"));
        }
        former.ifPresent(id -> label.append(
                tr(", in place of %s", editor.document().graph().node(id).name())));
        return Optional.of(new Way(
                wire,
                label.toString(),
                to.face().tone(),
                verdict instanceof Wiring.Verdict.Fits && former.isEmpty(),
                Diagram.distance(from.output(), to.input(wire.port()))));
    }

    @Override
    List<Way> find(String letters) {
        return FuzzySearch.find(letters, ways, Way::label);
    }

    @Override
    String label(Way way) {
        return way.label();
    }

    @Override
    String tone(Way way) {
        return way.tone();
    }

    @Override
    void take(Way way) {
        connection.ifPresent(open -> open.lay(way.wire()));
    }
}
