package io.layerloom.graph;

/** Turns a document without problems into the one expression that is trained and exported. */
@FunctionalInterface
public interface Lowering {

    /**
     * The network in the engine's terms; nodes that lead to no output are left out.
     *
     * @throws IllegalArgumentException if the inference holds errors
     */
    Network lower(Document document, Inference inference, Catalog catalog);

    /** A part of a drawing in the engine's terms, whose layer at the end is all that it gives; it has no loss, and so cannot be trained. */
    default Network lower(Excerpt excerpt, Catalog catalog) {
        throw new UnsupportedOperationException("Only whole networks can be lowered.");
    }
}
