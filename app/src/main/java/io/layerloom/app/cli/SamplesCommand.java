package io.layerloom.app.cli;

import static io.layerloom.graph.language.Language.tr;

import io.layerloom.samples.Sample;
import io.layerloom.samples.Samples;
import picocli.CommandLine.Command;

/** Lists what ships with the program. */
@Command(
        name = "samples",
        mixinStandardHelpOptions = true,
        description = "List the sample projects; their ids stand wherever a project file can.")
final class SamplesCommand extends JsonCommand {

    @Override
    public Integer call() {
        Report report = new Report()
                .put(
                        "samples",
                        Samples.all().stream().map(SamplesCommand::report).toList())
                .put(
                        "fullSize",
                        Samples.fullSize().stream().map(SamplesCommand::report).toList());
        answer(report, this::list);
        return 0;
    }

    private void list() {
        Samples.all().forEach(this::list);
        people().println(tr("In full size:"));
        Samples.fullSize().forEach(this::list);
    }

    private void list(Sample sample) {
        Table table = new Table(people(), 20, 0);
        table.row(sample.id(), tr(sample.title()));
        table.row("", tr(sample.description()));
    }

    private static Report report(Sample sample) {
        return new Report()
                .put("id", sample.id())
                .put("title", sample.title())
                .put("description", sample.description())
                .put("dataset", sample.dataset())
                .put("tags", (Object) sample.tags());
    }
}
