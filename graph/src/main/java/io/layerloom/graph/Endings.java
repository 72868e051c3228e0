package io.layerloom.graph;

import static io.layerloom.graph.language.Language.tr;

import java.util.Optional;

/** Where networks end: nothing comes after a layer with a loss. */
public final class Endings {

    private Endings() {}

    /** Why a wire cannot leave the layer that it comes from, as a sentence; empty if it can. */
    public static Optional<String> refusal(Graph graph, NodeId from, Catalog catalog) {
        return graph.find(from).flatMap(catalog::typeOf).flatMap(Endings::refusal);
    }

    /** Why nothing can come after a layer of this type; empty if it can. */
    static Optional<String> refusal(LayerType type) {
        return type.isOutput()
                ? Optional.of(tr("%s ends the network; nothing comes after it.", type.name()))
                : Optional.empty();
    }

    static void require(Optional<String> refusal) {
        refusal.ifPresent(why -> {
            throw new IllegalArgumentException(why);
        });
    }
}
