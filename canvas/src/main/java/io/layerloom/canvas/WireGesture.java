package io.layerloom.canvas;

import static io.layerloom.graph.language.Language.tr;

import io.layerloom.graph.Edits;
import io.layerloom.graph.LayerType;
import io.layerloom.graph.NodeId;
import io.layerloom.graph.Point;
import io.layerloom.graph.Wire;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Draws a wire from a port, or draws the end of one that is there to somewhere else. Ports that can take it light up, nodes that cannot are dimmed and say why; let go on empty
 * ground it asks for a layer that fits.
 */
final class WireGesture implements Gesture {

    /** How near to a port the wire snaps to it, in pixels. */
    static final double SNAP = 24;

    private final Editor editor;
    private final Prompts prompts;
    private final Commands commands;
    private final Port anchor;
    private final Optional<Wire> detached;
    private final Wiring wiring;
    private final Map<Port, Wiring.Verdict> verdicts = new HashMap<>();
    private Optional<Port> target = Optional.empty();
    private Optional<NodeId> over = Optional.empty();

    private WireGesture(Editor editor, Commands commands, Prompts prompts, Port anchor, Optional<Wire> detached) {
        this.editor = editor;
        this.commands = commands;
        this.prompts = prompts;
        this.anchor = anchor;
        this.detached = detached;
        this.wiring = new Wiring(
                detached.map(wire -> editor.document().graph().without(wire))
                        .orElse(editor.document().graph()),
                editor.catalog(),
                editor.inference());
    }

    /** Begins at a port; at an input with a wire in it, that wire's end is taken. */
    static WireGesture from(Editor editor, Commands commands, Prompts prompts, Port port) {
        Optional<Wire> wire = port.input() ? editor.diagram().wireInto(port).map(WireView::wire) : Optional.empty();
        Port anchor = wire.map(taken -> new Port(taken.from(), false, 0)).orElse(port);
        return new WireGesture(editor, commands, prompts, anchor, wire);
    }

    @Override
    public void drag(Pointer at) {
        target = Optional.empty();
        over = Optional.empty();
        Map<Port, Marks.Answer> answers = new HashMap<>();
        Set<NodeId> dimmed = new HashSet<>();
        for (NodeView node : editor.diagram().nodesIn(editor.view().visible(editor.width(), editor.height()))) {
            answer(node, answers, dimmed);
        }
        aim(at);
        boolean misfit = false;
        if (target.isPresent()) {
            misfit = verdict(target.get()) instanceof Wiring.Verdict.Misfits;
            answers.put(target.get(), misfit ? Marks.Answer.CHOSEN_MISFIT : Marks.Answer.CHOSEN);
        }
        explain(at);
        editor.mark(Marks.wiring(answers, dimmed, loose(at, misfit), detached));
    }

    private void answer(NodeView node, Map<Port, Marks.Answer> answers, Set<NodeId> dimmed) {
        boolean any = node.id().equals(anchor.node());
        for (Port port : portsOf(node)) {
            Wiring.Verdict verdict = verdict(port);
            if (verdict.possible()) {
                any = true;
                answers.put(port, verdict instanceof Wiring.Verdict.Fits ? Marks.Answer.FITS : Marks.Answer.MISFITS);
            }
        }
        if (!any) {
            dimmed.add(node.id());
        }
    }

    private List<Port> portsOf(NodeView node) {
        if (anchor.input()) {
            return node.hasOutput() ? List.of(node.outputPort()) : List.of();
        }
        return IntStream.range(0, node.inputs()).mapToObj(node::inputPort).toList();
    }

    private Wiring.Verdict verdict(Port other) {
        return verdicts.computeIfAbsent(other, port -> wiring.of(wire(port)));
    }

    private Wire wire(Port other) {
        return anchor.input()
                ? new Wire(other.node(), anchor.node(), anchor.index())
                : new Wire(anchor.node(), other.node(), other.index());
    }

    /** The nearest possible port in reach; else the node under the pointer as a whole. */
    private void aim(Pointer at) {
        double reach = SNAP / editor.view().scale();
        double least = reach;
        Box around = new Box(at.world().x(), at.world().y(), 0, 0).grown(reach + 1);
        for (NodeView node : editor.diagram().nodesIn(around)) {
            for (Port port : portsOf(node)) {
                double distance = Diagram.distance(node.place(port), at.world());
                if (distance <= least) {
                    over = Optional.of(node.id());
                    if (verdict(port).possible()) {
                        least = distance;
                        target = Optional.of(port);
                    }
                }
            }
        }
        if (target.isEmpty()) {
            editor.diagram()
                    .nodeAt(at.world())
                    .filter(node -> !node.id().equals(anchor.node()))
                    .ifPresent(this::aimAt);
        }
    }

    private void aimAt(NodeView node) {
        over = Optional.of(node.id());
        Optional<Port> port = anchor.input()
                ? Optional.of(node.outputPort()).filter(output -> node.hasOutput())
                : wiring.freeInput(node).map(node::inputPort);
        target = port.filter(candidate -> verdict(candidate).possible());
    }

    private void explain(Pointer at) {
        Optional<Port> judged =
                target.or(() -> over.flatMap(id -> editor.diagram().node(id))
                        .flatMap(node -> portsOf(node).stream().findFirst()));
        Wiring.Verdict verdict = judged.map(this::verdict).orElse(new Wiring.Verdict.Fits());
        if (verdict instanceof Wiring.Verdict.Refused refused) {
            prompts.caution(refused.why(), at.screen());
        } else if (verdict instanceof Wiring.Verdict.Misfits misfits) {
            prompts.caution(misfits.why(), at.screen());
        } else if (verdict instanceof Wiring.Verdict.Adapts adapts) {
            prompts.hint(tr("%s goes between.", adapts.between().name()), at.screen());
        } else if (judged.isEmpty() && over.isPresent()) {
            prompts.caution(anchor.input() ? tr("It has no output.") : tr("It takes no further wire."), at.screen());
        } else {
            prompts.hush();
        }
    }

    private Marks.Loose loose(Pointer at, boolean misfit) {
        Point fixed = place(anchor).orElse(at.world());
        Point free = target.flatMap(this::place).orElse(at.world());
        return anchor.input() ? new Marks.Loose(free, fixed, misfit) : new Marks.Loose(fixed, free, misfit);
    }

    private Optional<Point> place(Port port) {
        return editor.diagram().node(port.node()).map(node -> node.place(port));
    }

    @Override
    public void release(Pointer at) {
        drag(at);
        prompts.hush();
        editor.mark(Marks.NONE);
        if (target.isPresent()) {
            new Connection(editor, wiring, detached).lay(wire(target.get()));
        } else if (over.isEmpty()) {
            detached.ifPresentOrElse(wire -> editor.send(Edits.disconnect(wire)), () -> askForLayer(at));
        }
    }

    private void askForLayer(Pointer at) {
        Point world = at.world();
        prompts.search(new Prompts.Search(
                at.screen(), this::offer, offer -> add(offer, world), Optional.of(loose(at, false))));
    }

    private Optional<Offer> offer(LayerType type) {
        return anchor.input() ? wiring.lead(type, anchor.node()) : wiring.follow(type, anchor.node());
    }

    private void add(Offer offer, Point world) {
        NodeFace face = NodeFaces.ghost(offer.type());
        if (anchor.input()) {
            commands.adding()
                    .prepend(
                            offer,
                            anchor,
                            new Box(
                                    world.x() - NodeFace.WIDTH,
                                    world.y() - face.outputY(),
                                    NodeFace.WIDTH,
                                    face.height()));
        } else {
            commands.adding()
                    .append(
                            offer,
                            anchor.node(),
                            new Box(world.x(), world.y() - face.height() / 2, NodeFace.WIDTH, face.height()));
        }
    }

    /** There is nothing outside to which a wire could lead, and whoever goes there does not mean to cut one. */
    @Override
    public boolean endsOutside() {
        return true;
    }

    @Override
    public void cancel() {
        prompts.hush();
        editor.mark(Marks.NONE);
    }
}
