package io.layerloom.app.window;

import static io.layerloom.graph.language.Language.tr;

import io.layerloom.app.form.Reading;
import io.layerloom.graph.Edits;
import io.layerloom.graph.Graph;
import io.layerloom.graph.NodeId;

/** What a layer may be called. */
final class Names {

    private Names() {}

    /** The name that a text stands for, for one node of a graph. */
    static Reading<String> read(Graph graph, NodeId id, String text) {
        String name = text.strip();
        if (graph.find(id).isEmpty()) {
            return new Reading.Accepted<>(name);
        }
        if (!Edits.NAME.matcher(name).matches()) {
            return new Reading.Refused<>(
                    tr("begins with a letter and holds only letters, digits and underscores, 64 at most"));
        }
        boolean taken =
                graph.named(name).filter(other -> !other.id().equals(id)).isPresent();
        return taken
                ? new Reading.Refused<>(tr("\"%s\" is taken by another layer; choose one that is free", name))
                : new Reading.Accepted<>(name);
    }
}
