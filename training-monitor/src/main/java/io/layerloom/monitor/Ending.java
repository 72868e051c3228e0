package io.layerloom.monitor;

import static io.layerloom.graph.language.Language.tr;

import io.layerloom.engine.ClassScore;
import io.layerloom.engine.Evaluation;
import io.layerloom.engine.RunEvent;
import io.layerloom.monitor.chart.Figures;

/** How a run ended and how well its network did on the test part, as a sentence. */
final class Ending {

    private Ending() {}

    static String of(RunEvent.Finished event) {
        String how = switch (event.outcome()) {
            case COMPLETED -> tr("Finished");
            case STOPPED -> tr("Stopped");
            case EARLY_STOPPED -> tr("Stopped early, as validation no longer improved");
        };
        Evaluation test = event.test();
        if (test.examples() == 0) {
            return how + ".";
        }
        String tested = test.isDetecting() || test.isSegmenting()
                ? tr("%s · %s on %,d test pictures.", how, tested(test), test.examples())
                : tr("%s · %s on %,d test examples.", how, tested(test), test.examples());
        return test.guess().map(most -> tested + " " + guessed(most, test)).orElse(tested);
    }

    /** A student would take any figure for something that was learned. */
    private static String guessed(ClassScore most, Evaluation test) {
        return tr(
                "Always answering \"%s\" would be right in %s: the network has learned nothing of use yet. Try another learning rate, or more epochs.",
                most.name(), Figures.percent((double) most.support() / test.examples()));
    }

    private static String tested(Evaluation test) {
        if (test.isDetecting()) {
            return Score.of(test).text();
        }
        if (test.isSegmenting()) {
            return tr("%s, pixels right %s", Score.of(test).text(), Figures.percent(test.accuracy()));
        }
        if (test.isOfTargets()) {
            return tr("%s, next token right %s", Score.of(test).text(), Figures.percent(test.accuracy()));
        }
        if (test.isOfTokens()) {
            return test.restoration()
                    ? tr(
                            "masked token right %s, %s",
                            Figures.percent(test.accuracy()), Score.of(test).text())
                    : tr(
                            "next token right %s, %s",
                            Figures.percent(test.accuracy()), Score.of(test).text());
        }
        if (test.isClassification()) {
            return tr("test %s", Score.of(test).text());
        }
        if (test.isContest()) {
            return tr("the discriminator told %s rightly", Figures.percent(test.accuracy()));
        }
        return test.reconstruction()
                ? tr("test %s", Score.loss(test.loss()).text())
                : tr("test error %s", Figures.loss(test.mae()));
    }
}
