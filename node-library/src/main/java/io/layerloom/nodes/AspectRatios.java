package io.layerloom.nodes;

import static io.layerloom.graph.language.Language.tr;

import io.layerloom.graph.Inferred;
import io.layerloom.graph.Param;
import io.layerloom.graph.Values;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The aspect ratios of boxes on feature maps, as a text that people write: one list for each map, or one for all of them. */
final class AspectRatios {

    /** Ratios to begin with; as many as are wanted are taken from the front. */
    private static final List<String> RATIOS = List.of("2", "3", "1.5", "4");

    private static final double LARGEST = 20;

    static final Param<String> PARAM = Param.text("ratios", "2", 500)
            .label("Aspect ratios")
            .help(
                    "How many times as long as wide boxes are, map by map: 2; 2,3 gives cells of the first map boxes of ratio 2, and those of the second such of 2 and 3, each lying and standing. One list alone counts for every map. Two squares come with each cell, so one ratio makes 4 boxes and two make 6.");

    private AspectRatios() {}

    /** The ratios of each map, where so many come in; empty if the text cannot be read or says them for another number of maps. */
    static List<List<Double>> of(Values values, int maps) {
        List<List<Double>> all = parse(values);
        return all.size() == 1 ? Collections.nCopies(maps, all.get(0)) : all.size() == maps ? all : List.of();
    }

    /** How many boxes each cell has by so many ratios. */
    static int boxes(List<Double> ratios) {
        return 2 + 2 * ratios.size();
    }

    /** Why no ratios follow for so many maps. */
    static Inferred.Bad misfit(Values values, int maps) {
        int lists = parse(values).size();
        if (lists == 0) {
            return Inferred.bad(
                            PARAM,
                            tr(
                                    "Aspect ratios are numbers above 1 and up to %.0f, with a comma between those of a map and a semicolon between maps, such as 2; 2,3. Received: %s",
                                    LARGEST, values.get(PARAM)))
                    .propose(tr("Use ratio %s for every map", RATIOS.get(0)), PARAM, RATIOS.get(0));
        }
        List<String> parts = new ArrayList<>(List.of(values.get(PARAM).strip().split(";")));
        while (parts.size() < maps) {
            parts.add(parts.get(parts.size() - 1));
        }
        return Inferred.bad(
                        PARAM,
                        tr(
                                "%d feature maps come in, but there are aspect ratios for %d. Write a list for each map, or one for all.",
                                maps, lists))
                .propose(tr("Write ratios for %d maps", maps), PARAM, text(parts.subList(0, maps)));
    }

    /** The text in which a map has other ratios, so that its cells have so many boxes; empty if there are no ratios to begin with for so many. */
    static Optional<String> with(Values values, int maps, int map, long boxes) {
        long wanted = boxes / 2 - 1;
        if (boxes % 2 != 0 || wanted < 1 || wanted > RATIOS.size()) {
            return Optional.empty();
        }
        List<String> parts = new ArrayList<>(List.of(values.get(PARAM).strip().split(";")));
        while (parts.size() < maps) {
            parts.add(parts.get(0));
        }
        parts.set(map, RATIOS.stream().limit(wanted).collect(Collectors.joining(",")));
        return Optional.of(text(parts));
    }

    private static String text(List<String> parts) {
        return parts.stream().map(String::strip).collect(Collectors.joining("; "));
    }

    private static List<List<Double>> parse(Values values) {
        List<List<Double>> all = new ArrayList<>();
        for (String map : values.get(PARAM).strip().split(";", -1)) {
            List<Double> ratios = new ArrayList<>();
            for (String text : map.split(",", -1)) {
                Optional<Double> ratio = ratio(text.strip());
                if (ratio.isEmpty()) {
                    return List.of();
                }
                ratios.add(ratio.get());
            }
            all.add(ratios);
        }
        return all;
    }

    private static Optional<Double> ratio(String text) {
        try {
            return Optional.of(Double.valueOf(text)).filter(ratio -> ratio > 1 && ratio <= LARGEST);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
