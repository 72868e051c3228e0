package io.layerloom.canvas;

import java.util.List;

/**
 * All that a node looks like at rest, apart from where it lies: equal faces share one picture.
 *
 * @param tone whose colour its edge has, see {@link io.layerloom.graph.LayerType#tone}
 * @param foot the quiet last line: a count, or why there is none
 * @param inputs the kind of tensor at each input port; empty where unknown
 * @param output the kind at the output port; empty where unknown
 */
record NodeFace(
        String title,
        String summary,
        String foot,
        String tone,
        List<String> inputs,
        boolean hasOutput,
        String output,
        Mark mark) {

    static final double WIDTH = 156;

    private static final double HEIGHT = 76;
    private static final double PITCH = 22;

    /** What stands against the node. */
    enum Mark {
        NONE,
        /** Not yet wired to its end: nothing is wrong, something is missing. */
        UNFINISHED,
        /** Something contradicts. */
        PROBLEM
    }

    NodeFace {
        inputs = List.copyOf(inputs);
    }

    double height() {
        return Math.max(HEIGHT, inputs.size() * PITCH + 10);
    }

    /** How far below the upper edge an input port lies. */
    double inputY(int port) {
        return height() / 2 + (port - (inputs.size() - 1) / 2.0) * PITCH;
    }

    double outputY() {
        return height() / 2;
    }
}
