package io.layerloom.canvas;

import static io.layerloom.graph.language.Language.tr;

import io.layerloom.graph.Edits;
import io.layerloom.graph.Point;
import io.layerloom.graph.Wire;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Moves a point that a wire is led through. */
final class BendGesture implements Gesture {

    /** How near to such a point counts as on it, in pixels. */
    static final double REACH = 8;

    private static final double GRID = 10;

    private final Editor editor;
    private final Bend bend;
    private Point place;

    /** A point of a wire: the how manieth of them. */
    record Bend(Wire wire, int index) {}

    BendGesture(Editor editor, Bend bend) {
        this.editor = editor;
        this.bend = bend;
        this.place = editor.document().layout().bendsOf(bend.wire()).get(bend.index());
    }

    /** The bend under the pointer, if there is one. */
    static Optional<Bend> at(Editor editor, Pointer at) {
        double reach = REACH / editor.view().scale();
        for (WireView view :
                editor.diagram().wiresIn(new Box(at.world().x(), at.world().y(), 0, 0).grown(reach + 1))) {
            List<Point> bends = view.route().bends();
            for (int i = 0; i < bends.size(); i++) {
                if (Diagram.distance(bends.get(i), at.world()) <= reach) {
                    return Optional.of(new Bend(view.wire(), i));
                }
            }
        }
        return Optional.empty();
    }

    /** A double click on a wire bends it there, one on a bend takes that away. */
    static void toggle(Editor editor, Wire wire, Pointer at) {
        Optional<Bend> there = at(editor, at).filter(bend -> bend.wire().equals(wire));
        List<Point> bends = new ArrayList<>(editor.document().layout().bendsOf(wire));
        if (there.isPresent()) {
            bends.remove(there.get().index());
            editor.send(Edits.bend(tr("Remove reroute point"), wire, bends));
        } else {
            bends.add(position(editor, wire, bends, at.world()), at.world());
            editor.send(Edits.bend(tr("Add reroute point"), wire, bends));
        }
    }

    /** Where in the order a new point belongs: where it makes the way least longer. */
    private static int position(Editor editor, Wire wire, List<Point> bends, Point at) {
        WireView view = editor.diagram().wire(wire).orElseThrow();
        List<Point> all = new ArrayList<>(bends);
        all.add(0, view.path().start());
        all.add(view.path().end());
        int best = 0;
        double least = Double.MAX_VALUE;
        for (int i = 0; i + 1 < all.size(); i++) {
            double detour = Diagram.distance(all.get(i), at)
                    + Diagram.distance(at, all.get(i + 1))
                    - Diagram.distance(all.get(i), all.get(i + 1));
            if (detour < least) {
                least = detour;
                best = i;
            }
        }
        return best;
    }

    /** Whether there is such a point; undo or a deletion may take it away while it is held. */
    static boolean exists(Editor editor, Bend bend) {
        return bend.index() < editor.document().layout().bendsOf(bend.wire()).size();
    }

    private List<Point> moved() {
        List<Point> bends = new ArrayList<>(editor.document().layout().bendsOf(bend.wire()));
        bends.set(bend.index(), place);
        return bends;
    }

    @Override
    public void drag(Pointer at) {
        if (!exists(editor, bend)) {
            cancel();
            return;
        }
        place = at.shift()
                ? new Point(
                        Math.rint(at.world().x() / GRID) * GRID,
                        Math.rint(at.world().y() / GRID) * GRID)
                : at.world();
        editor.diagram()
                .wire(bend.wire())
                .ifPresent(view -> editor.mark(Marks.rerouted(
                        bend.wire(),
                        WireRouter.through(
                                view.path().start(), moved(), view.path().end()))));
    }

    @Override
    public void release(Pointer at) {
        drag(at);
        editor.mark(Marks.NONE);
        if (exists(editor, bend)) {
            editor.send(Edits.bend(tr("Move reroute point"), bend.wire(), moved()));
        }
    }

    @Override
    public void cancel() {
        editor.mark(Marks.NONE);
    }
}
