package io.layerloom.app.cli;

import static io.layerloom.graph.language.Language.tr;

import io.layerloom.app.workbench.Calibration;
import io.layerloom.app.workbench.PaceFile;
import io.layerloom.graph.Forecast;
import java.util.List;
import picocli.CommandLine.Command;

/** Measures how fast this machine trains, and remembers it for window and command line. */
@Command(
        name = "machine",
        mixinStandardHelpOptions = true,
        description =
                "Measure how fast this machine trains, by a few steps of small networks of each kind, and remember it, so that time is foretold before the first training.")
final class MachineCommand extends JsonCommand {

    private final Surroundings surroundings;

    MachineCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws Exception {
        List<Calibration.Measured> all = Calibration.measure(surroundings.context(), surroundings.worker(), this::tell);
        PaceFile pace = new PaceFile(surroundings.pace());
        Report report = new Report();
        for (Calibration.Measured one : all) {
            pace.learn(one.training().work(), one.training().seconds());
            report.put(one.network() + "Millis", 1000 * one.training().seconds());
        }
        answer(report, () -> print(all));
        return 0;
    }

    private void tell(String step) {
        commandLine().getErr().println(step);
        commandLine().getErr().flush();
    }

    private void print(List<Calibration.Measured> all) {
        Table table = new Table(people(), 14, -10);
        table.row(tr("network"), tr("a batch"));
        all.forEach(
                one -> table.row(one.network(), Forecast.words(one.training().seconds())));
    }
}
