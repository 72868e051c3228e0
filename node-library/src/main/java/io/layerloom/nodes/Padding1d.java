package io.layerloom.nodes;

import static io.layerloom.graph.language.Language.tr;

import io.layerloom.graph.Expr;
import io.layerloom.graph.Labelled;

/** What a window that slides over a sequence does at its ends. */
enum Padding1d implements Labelled {
    VALID("Valid", "Truncate"),
    SAME("Same", "Same"),
    CAUSAL("Causal", "Causal"),
    EXPLICIT("Explicit", "Truncate");

    private final String label;
    private final String mode;

    Padding1d(String label, String mode) {
        this.label = label;
        this.mode = mode;
    }

    @Override
    public String label() {
        return tr(label);
    }

    Expr expr() {
        return Expr.constant(Dl4j.CONF + "ConvolutionMode", mode);
    }
}
