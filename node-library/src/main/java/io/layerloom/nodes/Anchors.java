package io.layerloom.nodes;

import static io.layerloom.graph.language.Language.plural;
import static io.layerloom.graph.language.Language.tr;

import io.layerloom.graph.Inferred;
import io.layerloom.graph.Param;
import io.layerloom.graph.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The forms that boxes around objects start from, as a text that people write. */
final class Anchors {

    /** Forms to begin with; as many as are wanted are taken from the front. */
    private static final List<String> FORMS =
            List.of("1.5,1.5", "2.5,2.5", "4,4", "2,4", "4,2", "1,2", "2,1", "6,6", "3,6");

    private static final int AT_FIRST = 3;
    private static final int MOST = 50;
    private static final double LARGEST = 1000;

    static final Param<String> SIDES = Param.text("anchors", first(AT_FIRST), 2000)
            .label("Anchors")
            .help(
                    "Width and height of the forms that boxes start from, in cells of the grid: 1.5,1.5; 4,2 are two. Each cell foretells a box for each of them, so take the forms that objects have.")
            .agreed();

    private Anchors() {}

    /** The text for so many forms to begin with. */
    static String first(int count) {
        return FORMS.stream().limit(count).collect(Collectors.joining("; "));
    }

    /** Whether there are so many forms to begin with. */
    static boolean has(long count) {
        return count >= 1 && count <= FORMS.size();
    }

    /** How many there are; 0 if the text cannot be read. */
    static int count(Values values) {
        return sides(values).size() / 2;
    }

    static String inWords(int count) {
        return plural(count, "%,d anchor", "%,d anchors");
    }

    /** What is wrong with a text that cannot be read. */
    static Inferred.Bad unreadable(Values values) {
        return Inferred.bad(
                        SIDES,
                        tr(
                                "Anchors are up to %d pairs of width and height between 0 and %.0f cells, such as 1.5,1.5; 4,2. Received: %s",
                                MOST, LARGEST, values.get(SIDES)))
                .propose(tr("Use %d squares", AT_FIRST), SIDES, first(AT_FIRST));
    }

    /** Width and height of each anchor, one after the other; empty if the text cannot be read. */
    static List<Double> sides(Values values) {
        List<Double> sides = new ArrayList<>();
        for (String anchor : values.get(SIDES).strip().split(";")) {
            String[] pair = anchor.split(",");
            if (pair.length != 2) {
                return List.of();
            }
            for (String side : pair) {
                Optional<Double> length = length(side.strip());
                if (length.isEmpty()) {
                    return List.of();
                }
                sides.add(length.get());
            }
        }
        return sides.size() > 2 * MOST ? List.of() : sides;
    }

    private static Optional<Double> length(String text) {
        try {
            return Optional.of(Double.valueOf(text)).filter(length -> length > 0 && length <= LARGEST);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
