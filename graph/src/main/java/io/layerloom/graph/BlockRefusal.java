package io.layerloom.graph;

/** Why something cannot be done within a block, as a sentence for people; the document stays as it is. */
public final class BlockRefusal extends IllegalArgumentException {

    private static final long serialVersionUID = 1;

    /** A refusal with its sentence. */
    BlockRefusal(String sentence) {
        super(sentence);
    }

    /** What and why, and what to do instead. */
    public String sentence() {
        return String.valueOf(getMessage());
    }
}
