package io.layerloom.graph;

import java.util.function.UnaryOperator;

/** One step that a person can undo: what it is called, and the document that it makes of another. */
public interface Edit {

    /** What it does, in sentence case, as the undo menu names it: "Move 3 layers". */
    String label();

    /** The document after the edit; the given one stays as it is. */
    Document apply(Document document);

    /** An edit from a label and a function. */
    static Edit of(String label, UnaryOperator<Document> change) {
        return new Edit() {
            @Override
            public String label() {
                return label;
            }

            @Override
            public Document apply(Document document) {
                return change.apply(document);
            }
        };
    }
}
