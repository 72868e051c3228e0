package io.layerloom.monitor;

import io.layerloom.engine.Evaluation;
import io.layerloom.engine.RunEvent;
import io.layerloom.monitor.chart.Figures;

/** How a run ended and how well its network did on the test part, as a sentence. */
final class Ending {

    private Ending() {}

    static String of(RunEvent.Finished event) {
        String how = switch (event.outcome()) {
            case COMPLETED -> "Finished";
            case STOPPED -> "Stopped";
            case EARLY_STOPPED -> "Stopped early, as validation no longer improved";
        };
        Evaluation test = event.test();
        return test.examples() == 0
                ? how + "."
                : how + " · " + tested(test) + " on " + Figures.count(test.examples())
                        + (test.isDetecting() || test.isSegmenting() ? " test pictures." : " test examples.");
    }

    private static String tested(Evaluation test) {
        if (test.isDetecting()) {
            return Score.of(test).text();
        }
        if (test.isSegmenting()) {
            return Score.of(test).text() + ", pixels right " + Figures.percent(test.accuracy());
        }
        if (test.isOfTokens()) {
            return (test.restoration() ? "masked" : "next") + " token right " + Figures.percent(test.accuracy()) + ", "
                    + Score.of(test).text();
        }
        if (test.isClassification()) {
            return "test " + Score.of(test).text();
        }
        if (test.isContest()) {
            return "the discriminator told " + Figures.percent(test.accuracy()) + " rightly";
        }
        return test.reconstruction()
                ? "test " + Score.loss(test.loss()).text()
                : "test error " + Figures.loss(test.mae());
    }
}
