package io.layerloom.canvas;

import io.layerloom.graph.Difference;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * All that a node looks like at rest, apart from where it lies: equal faces share one picture.
 *
 * @param name what a person calls it; empty for a name that came with it
 * @param tone whose colour its edge has, see {@link io.layerloom.graph.LayerType#tone}
 * @param summary its settings, or what it computes where costs are shown
 * @param foot the quiet last line: a count, or why there is none; in ever fewer words, at least one wording
 * @param inputs the kind of tensor at each input port; empty where unknown
 * @param output the kind at the output port; empty where unknown
 * @param cost what it costs; empty where costs are not shown
 * @param collapsed whether only its title is shown
 * @param frozen whether training leaves it as it is
 * @param bypassed whether it is left out and lets through what comes in
 * @param change how the layer differs from that of another network; empty where it does not, or nothing is compared
 */
record NodeFace(
        String title,
        String name,
        String summary,
        List<String> foot,
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

    /** Of a node with few inputs. */
    static final double HEIGHT = 76;

    private static final double PITCH = 22;
    private static final double COLLAPSED = 34;

    /** What stands against the node. */
    enum Mark {
        NONE,
        /** Not yet wired to its end: nothing is wrong, something is missing. */
        UNFINISHED,
        /** Something contradicts. */
        PROBLEM
    }

    NodeFace {
        foot = List.copyOf(foot);
        inputs = List.copyOf(inputs);
    }

    /**
     * The last line as it fits: the first wording that leaves room for the name, so that no number is cut. What is wrong, and what it costs, comes before what the layer is called.
     *
     * @param room how wide the line may be, in world units
     * @param named how wide the name is
     * @param width how wide words are
     */
    String foot(double room, double named, ToDoubleFunction<String> width) {
        boolean givesWay = mark == Mark.NONE && cost.isEmpty() && !name.isEmpty();
        double left = givesWay ? NameSpot.before(named, room) : room;
        return foot.stream()
                .filter(words -> width.applyAsDouble(words) <= left)
                .findFirst()
                .orElseGet(() -> Lettering.fitted(foot.get(foot.size() - 1), left, width));
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
