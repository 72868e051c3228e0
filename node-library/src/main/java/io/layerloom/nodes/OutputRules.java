package io.layerloom.nodes;

import io.layerloom.graph.Inferred;
import io.layerloom.graph.Labels;
import io.layerloom.graph.Values;
import java.util.Optional;

/** Which outputs can learn which labels. */
final class OutputRules {

    private OutputRules() {}

    /** Why an output cannot learn these labels; empty if it can. */
    static Optional<Inferred.Bad> check(Values values, Labels labels) {
        return labels instanceof Labels.Classes classes
                ? classes(values, classes.names().size())
                : numbers(values, ((Labels.Numbers) labels).columns());
    }

    private static Optional<Inferred.Bad> classes(Values values, int classes) {
        Loss loss = values.get(Output.LOSS);
        if (loss.ofNumbers()) {
            return Optional.of(Inferred.bad(
                    Output.LOSS, "%s compares numbers, but the data has %d classes.".formatted(loss.label(), classes)));
        }
        if (loss == Loss.BINARY_CROSSENTROPY && classes != 2) {
            return Optional.of(Inferred.bad(
                    Output.LOSS,
                    "Binary cross-entropy tells two classes apart, but the data has %d.".formatted(classes)));
        }
        return units(values, loss == Loss.BINARY_CROSSENTROPY ? 1 : classes, "%d classes".formatted(classes));
    }

    private static Optional<Inferred.Bad> numbers(Values values, int columns) {
        Loss loss = values.get(Output.LOSS);
        if (!loss.ofNumbers()) {
            return Optional.of(Inferred.bad(
                    Output.LOSS, "%s is for classes, but the data holds numbers to predict.".formatted(loss.label())));
        }
        return units(values, columns, columns == 1 ? "one number to predict" : columns + " numbers to predict");
    }

    private static Optional<Inferred.Bad> units(Values values, int wanted, String data) {
        int units = values.get(Output.UNITS);
        return units == wanted
                ? Optional.empty()
                : Optional.of(Inferred.bad(
                                Output.UNITS,
                                "The data has %s, but the output has %s."
                                        .formatted(data, units == 1 ? "1 unit" : units + " units"))
                        .propose(wanted == 1 ? "Use 1 unit" : "Use " + wanted + " units", Output.UNITS, wanted));
    }
}
