package io.layerloom.canvas;

import io.layerloom.graph.Difference;
import java.util.List;
import java.util.Optional;

/**
 * All that a node looks like at rest, apart from where it lies: equal faces share one picture.
 *
 * @param name what a person calls it; empty for a name that came with it
 * @param tone whose colour its edge has, see {@link io.layerloom.graph.LayerType#tone}
 * @param foot the quiet last line: a count, or why there is none
 * @param inputs the kind of tensor at each input port; empty where unknown
 * @param output the kind at the output port; empty where unknown
 * @param cost what it costs, which then takes the place of its settings; empty where costs are not shown
 * @param collapsed whether only its title is shown
 * @param frozen whether training leaves it as it is
 * @param bypassed whether it is left out and lets through what comes in
 * @param change how the layer differs from that of another network; empty where it does not, or nothing is compared
 */
record NodeFace(
        String title,
        String name,
        String summary,
        String foot,
        String tone,
        List<String> inputs,
        boolean hasOutput,
        String output,
        Mark mark,
        Optional<Cost> cost,
        boolean collapsed,
        boolean frozen,
        boolean bypassed,
        Optional<Difference.Kind> change) {

    static final double WIDTH = 156;

    private static final double HEIGHT = 76;
    private static final double PITCH = 22;
    private static final double COLLAPSED = 34;

    NodeFace(
            String title,
            String summary,
            String foot,
            String tone,
            List<String> inputs,
            boolean hasOutput,
            String output,
            Mark mark) {
        this(
                title,
                "",
                summary,
                foot,
                tone,
                inputs,
                hasOutput,
                output,
                mark,
                Optional.empty(),
                false,
                false,
                false,
                Optional.empty());
    }

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

    /** The same face with the name that a person gave. */
    NodeFace named(String given) {
        return new NodeFace(
                title, given, summary, foot, tone, inputs, hasOutput, output, mark, cost, collapsed, frozen, bypassed,
                change);
    }

    /** The same face with its costs in the place of its settings and its last line. */
    NodeFace costing(Cost dear) {
        return new NodeFace(
                title,
                name,
                dear.work(),
                dear.taken(),
                tone,
                inputs,
                hasOutput,
                output,
                mark,
                Optional.of(dear),
                collapsed,
                frozen,
                bypassed,
                change);
    }

    /** The same face of a layer that training leaves as it is. */
    NodeFace freeze() {
        return new NodeFace(
                title, name, summary, foot, tone, inputs, hasOutput, output, mark, cost, collapsed, true, bypassed,
                change);
    }

    /** The same face of a layer that is left out: without the colour of its drawer and without its settings, which have no effect. */
    NodeFace bypass() {
        return new NodeFace(
                title,
                name,
                "",
                foot,
                "",
                inputs,
                hasOutput,
                output,
                mark,
                Optional.empty(),
                collapsed,
                false,
                true,
                change);
    }

    /** The same face with nothing but its title. */
    NodeFace collapse() {
        return new NodeFace(
                title, name, summary, foot, tone, inputs, hasOutput, output, mark, cost, true, frozen, bypassed,
                change);
    }

    /** The same face of a layer that differs from that of another network. */
    NodeFace changed(Difference.Kind how) {
        return new NodeFace(
                title,
                name,
                summary,
                foot,
                tone,
                inputs,
                hasOutput,
                output,
                mark,
                cost,
                collapsed,
                frozen,
                bypassed,
                Optional.of(how));
    }

    /** How much of the costs falls on it, 0 to 1; 0 where costs are not shown. */
    double heat() {
        return cost.map(Cost::heat).orElse(0.0);
    }

    double height() {
        return collapsed ? COLLAPSED : Math.max(HEIGHT, inputs.size() * PITCH + 10);
    }

    /** How far below the upper edge an input port lies. */
    double inputY(int port) {
        return collapsed ? COLLAPSED / 2 : height() / 2 + (port - (inputs.size() - 1) / 2.0) * PITCH;
    }

    double outputY() {
        return height() / 2;
    }
}
