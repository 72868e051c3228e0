package io.layerloom.canvas;

import static io.layerloom.graph.language.Language.plural;

import io.layerloom.graph.Edits;
import io.layerloom.graph.Point;
import io.layerloom.graph.Wire;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** A stroke across wires cuts them. */
final class CutGesture implements Gesture {

    private final Editor editor;
    private final Prompts prompts;
    private final List<Point> stroke = new ArrayList<>();
    private final Set<Wire> cut = new LinkedHashSet<>();

    CutGesture(Editor editor, Prompts prompts, Pointer start) {
        this.editor = editor;
        this.prompts = prompts;
        stroke.add(start.world());
    }

    @Override
    public void drag(Pointer at) {
        Point from = stroke.get(stroke.size() - 1);
        stroke.add(at.world());
        Box around = Box.between(from, at.world()).grown(1);
        for (WireView wire : editor.diagram().wiresIn(around)) {
            if (wire.path().meets(from, at.world())) {
                cut.add(wire.wire());
            }
        }
        if (!cut.isEmpty()) {
            prompts.hint(plural(cut.size(), "Cuts %,d wire.", "Cuts %,d wires."), at.screen());
        }
        editor.mark(Marks.stroke(stroke));
    }

    @Override
    public void release(Pointer at) {
        drag(at);
        cancel();
        if (!cut.isEmpty()) {
            editor.send(Edits.disconnect(cut));
        }
    }

    @Override
    public void cancel() {
        prompts.hush();
        editor.mark(Marks.NONE);
    }
}
