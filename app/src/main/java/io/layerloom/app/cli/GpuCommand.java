package io.layerloom.app.cli;

import static io.layerloom.graph.language.Language.tr;

import io.layerloom.engine.Launcher;
import io.layerloom.engine.gpu.Card;
import io.layerloom.engine.gpu.CudaFolder;
import io.layerloom.engine.gpu.CudaInstaller;
import io.layerloom.engine.gpu.CudaPackage;
import io.layerloom.engine.gpu.Gpu;
import io.layerloom.engine.gpu.GpuCheck;
import io.layerloom.engine.gpu.Judgement;
import io.layerloom.engine.gpu.Maven;
import java.io.IOException;
import java.util.Locale;
import java.util.OptionalLong;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Says whether a graphics card can train, and installs what it takes. */
@Command(
        name = "gpu",
        mixinStandardHelpOptions = true,
        description = "Say whether a graphics card of this computer can train, and why not if it cannot.")
final class GpuCommand extends JsonCommand {

    private final Launcher launcher;

    @Option(
            names = "--install",
            description = "Install the CUDA libraries through Maven first, if there is a card that can use them.")
    private boolean install;

    GpuCommand(Launcher launcher) {
        this.launcher = launcher;
    }

    @Override
    public Integer call() throws CommandException, IOException, InterruptedException {
        if (install) {
            install();
        }
        GpuCheck check = launcher.check();
        answer(report(check), () -> print(check));
        return 0;
    }

    private void install() throws CommandException, IOException, InterruptedException {
        GpuCheck check = launcher.check();
        if (check.verdict() instanceof Gpu.Unusable unusable) {
            throw new CommandException(tr("Nothing was installed. %s", unusable.sentence()));
        }
        CudaFolder folder = launcher.cuda();
        if (!folder.isInstalled()) {
            new CudaInstaller(folder, Maven.onPath())
                    .install(new Steps(folder.wanted().map(CudaPackage::bytes).orElse(1L))::accept);
        }
    }

    /** Tells each tenth of the way once. */
    private final class Steps {
        private final long total;
        private long told = -1;

        Steps(long total) {
            this.total = total;
        }

        void accept(long bytes) {
            long tenth = Math.min(10, 10 * bytes / total);
            if (tenth > told) {
                told = tenth;
                people().println(tr("%.1f of %.1f GB", bytes / 1e9, total / 1e9));
                people().flush();
            }
        }
    }

    private void print(GpuCheck check) {
        check.cards().forEach(judged -> people().println(line(judged)));
        people().println(check.sentence());
    }

    private static String line(Judgement judged) {
        Card card = judged.card();
        return tr(
                        "%d  %s · compute capability %s · driver %s · %s of %s MiB free · load %s",
                        card.index(),
                        card.name(),
                        card.capability().map(Object::toString).orElse(tr("unknown")),
                        card.driver().map(Object::toString).orElse(tr("unknown")),
                        figure(card.freeMebibytes()),
                        figure(card.totalMebibytes()),
                        card.load().isPresent() ? card.load().getAsInt() + " %" : tr("unknown"))
                + System.lineSeparator() + "   " + judged.sentence();
    }

    private static String figure(OptionalLong value) {
        return value.isPresent() ? String.format(Locale.ROOT, "%,d", value.getAsLong()) : "?";
    }

    private Report report(GpuCheck check) {
        return new Report()
                .put("usable", check.verdict() instanceof Gpu.Ready)
                .put("installed", check.facts().installed())
                .put("card", check.chosen().map(Card::index).orElse(null))
                .put("sentence", check.sentence())
                .put("cards", check.cards().stream().map(GpuCommand::report).toList());
    }

    private static Report report(Judgement judged) {
        Card card = judged.card();
        return new Report()
                .put("index", card.index())
                .put("name", card.name())
                .put(
                        "computeCapability",
                        card.capability().map(Object::toString).orElse(null))
                .put("driver", card.driver().map(Object::toString).orElse(null))
                .put(
                        "totalMebibytes",
                        card.totalMebibytes().isPresent()
                                ? card.totalMebibytes().getAsLong()
                                : null)
                .put(
                        "freeMebibytes",
                        card.freeMebibytes().isPresent() ? card.freeMebibytes().getAsLong() : null)
                .put("load", card.load().isPresent() ? card.load().getAsInt() : null)
                .put("mig", card.divided())
                .put("usable", judged.isUsable())
                .put("sentence", judged.sentence());
    }
}
