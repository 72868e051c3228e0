package io.layerloom.graph;

import static io.layerloom.graph.language.Language.tr;

/**
 * What people are told of a layer, beside what follows from its rules.
 *
 * @param help one or two sentences: what it does and when to use it
 * @param formula what it computes, in the signs of mathematics; may have several lines, and is empty for a block of layers
 * @param symbols what the signs of the formula stand for, in one sentence; empty where they are plain
 * @param source where its definition comes from, as a citation; may be empty
 */
public record Description(String help, String formula, String symbols, String source) {

    static final Description NONE = new Description("", "", "", "");

    Description withHelp(String text) {
        return new Description(text, formula, symbols, source);
    }

    Description withFormula(String signs, String meanings) {
        return new Description(help, signs, meanings, source);
    }

    Description withSource(String citation) {
        return new Description(help, formula, symbols, citation);
    }

    /** What it does and when to use it, in the language of now. */
    @Override
    public String help() {
        return tr(help);
    }

    /** What the signs of the formula stand for, in the language of now. */
    @Override
    public String symbols() {
        return tr(symbols);
    }
}
