package io.layerloom.nodes;

import static io.layerloom.graph.language.Language.tr;

import io.layerloom.graph.Expr;
import io.layerloom.graph.Labelled;

/** What a sliding window does at the border. */
enum Padding implements Labelled {
    VALID("Valid", "Truncate"),
    SAME("Same", "Same"),
    EXPLICIT("Explicit", "Truncate");

    private final String label;
    private final String mode;

    Padding(String label, String mode) {
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
