package io.layerloom.app.cli;

import static io.layerloom.graph.language.Language.tr;

import io.layerloom.app.bench.CanvasBench;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** Measures the canvas in a window. */
@Command(
        name = "canvas",
        mixinStandardHelpOptions = true,
        description =
                "Measure how fast the canvas pans, zooms, drags, opens, tidies and edits a network of NODES layers and one and a half times as many wires, in a window of 1600×1000.",
        footerHeading = "%nWith --json:%n",
        footer = {
            "  pan, panAll, zoom, drag, drag100: a hand pans at 100 %%, pans with all in sight, zooms, drags one layer, drags a hundred. Of each:",
            "    …Fps      frames a second, from the median length of a frame",
            "    …P99Ms    the length that 99 of 100 frames stay below, in milliseconds",
            "    …FxMs     processor time of the JavaFX thread for a frame, in milliseconds",
            "    …RenderMs processor time of the render thread for a frame, in milliseconds",
            "    …Visible  share of the layers that lay in sight, 0 to 1",
            "    …Changed  share of the frames that showed another picture than the one before, 0 to 1",
            "  open, layout, edit, editFx: from a document to its first frame, a tidy layout, from a key to the end of drawing, and what that takes of the JavaFX thread. Of each:",
            "    …Ms       the median, in milliseconds",
            "    …P99Ms    what 99 of 100 stay below, in milliseconds",
            "  historyMb   what 10,000 steps of undo hold, in megabytes"
        })
final class CanvasBenchCommand extends JsonCommand {

    private static final int FEWEST = 20;
    private static final int MOST = 10_000;

    private final Surroundings surroundings;

    @Parameters(paramLabel = "NODES", description = "How many layers, 20 to 10,000.")
    private int nodes;

    CanvasBenchCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws CommandException {
        if (nodes < FEWEST || nodes > MOST) {
            throw new ParameterException(
                    commandLine(), "NODES must lie between %d and %d. Received: %d".formatted(FEWEST, MOST, nodes));
        }
        CanvasBench.unbounded();
        Optional<String> fault = surroundings.screen().get();
        if (fault.isPresent()) {
            throw new CommandException(fault.get());
        }
        CanvasBench.Result result = CanvasBench.of(surroundings.context().catalog(), nodes);
        answer(report(result), () -> print(result));
        return 0;
    }

    private static Report report(CanvasBench.Result result) {
        Report report = new Report().put("nodes", result.nodes()).put("wires", result.wires());
        put(report, "pan", result.pan());
        put(report, "panAll", result.panAll());
        put(report, "zoom", result.zoom());
        put(report, "drag", result.drag());
        put(report, "drag100", result.drag100());
        put(report, "open", result.open());
        put(report, "layout", result.layout());
        put(report, "edit", result.edit());
        put(report, "editFx", result.editFx());
        return report.put("historyMb", rounded(result.historyMegabytes()));
    }

    private static void put(Report report, String name, CanvasBench.Pace pace) {
        report.put(name + "Fps", rounded(pace.fps()))
                .put(name + "P99Ms", rounded(pace.p99Ms()))
                .put(name + "FxMs", rounded(pace.fxMs()))
                .put(name + "RenderMs", rounded(pace.renderMs()))
                .put(name + "Visible", share(pace.visible()))
                .put(name + "Changed", share(pace.changed()));
    }

    private static void put(Report report, String name, CanvasBench.Spread spread) {
        report.put(name + "Ms", rounded(spread.median())).put(name + "P99Ms", rounded(spread.p99()));
    }

    private static double share(double value) {
        return Math.rint(value * 1000) / 1000;
    }

    private static double rounded(double value) {
        return Math.rint(value * 10) / 10;
    }

    private void print(CanvasBench.Result result) {
        people().println(tr("%,d layers, %,d wires", result.nodes(), result.wires()));
        Table table = new Table(people(), 10, 0);
        table.row(tr("pan"), words(result.pan()));
        table.row(tr("pan all"), words(result.panAll()));
        table.row(tr("zoom"), words(result.zoom()));
        table.row(tr("drag one"), words(result.drag()));
        table.row(tr("drag 100"), words(result.drag100()));
        table.row(tr("open"), words(result.open()));
        table.row(tr("tidy"), words(result.layout()));
        table.row(tr("edit"), words(result.edit()));
        table.row(tr("edit, CPU"), words(result.editFx()));
        table.row(tr("history"), tr("%.1f MB for 10,000 steps", result.historyMegabytes()));
    }

    private static String words(CanvasBench.Pace pace) {
        return tr(
                "%.1f frames a second, 99 %% below %.1f ms, processor %.1f ms + %.1f ms a frame, %.0f %% of the layers in sight",
                pace.fps(), pace.p99Ms(), pace.fxMs(), pace.renderMs(), 100 * pace.visible());
    }

    private static String words(CanvasBench.Spread spread) {
        return tr("%.1f ms, 99 %% below %.1f ms", spread.median(), spread.p99());
    }
}
