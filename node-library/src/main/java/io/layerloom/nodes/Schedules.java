package io.layerloom.nodes;

import static io.layerloom.graph.language.Language.tr;

import io.layerloom.graph.Expr;
import io.layerloom.graph.Labelled;
import io.layerloom.graph.Param;
import io.layerloom.graph.Values;

/** What the schedules of the learning rate share. */
final class Schedules {

    /** What a schedule counts. */
    enum Unit implements Labelled {
        EPOCH("Epochs"),
        ITERATION("Steps");

        private final String label;

        Unit(String label) {
            this.label = label;
        }

        @Override
        public String label() {
            return tr(label);
        }
    }

    static final Param<Unit> UNIT = Param.choice("unit", Unit.EPOCH)
            .label("Counted in")
            .help("Whether the rate changes with each epoch, or with each step, that is, after every batch.");

    private Schedules() {}

    /** A schedule of DL4J: what it counts, the rate that it starts from, and settings of its own. */
    static Expr make(String name, Values values, double rate, Object... settings) {
        return create(Dl4j.SCHEDULES + name, values, rate, settings);
    }

    /** Likewise a schedule that DL4J lacks, from the kit. */
    static Expr makeOwn(String name, Values values, double rate, Object... settings) {
        return create(Dl4j.KIT + name, values, rate, settings);
    }

    private static Expr create(String className, Values values, double rate, Object... settings) {
        Object[] args = new Object[settings.length + 2];
        args[0] =
                Expr.constant(Dl4j.SCHEDULES + "ScheduleType", values.get(UNIT).name());
        args[1] = rate;
        System.arraycopy(settings, 0, args, 2, settings.length);
        return Expr.make(className, args);
    }
}
