package io.layerloom.engine.gpu;

import static io.layerloom.graph.language.Language.later;
import static io.layerloom.graph.language.Language.tr;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The decision whether a card can train, made before anything of CUDA is loaded: on a card without code, loading would end in a crash instead of a sentence.
 *
 * @param facts what it was made from
 * @param cards every card that CUDA would see, judged
 * @param verdict the outcome, with the best of the cards
 */
public record GpuCheck(GpuFacts facts, List<Judgement> cards, Gpu verdict) {

    private static final String ON_CPU = later("training runs on the CPU");

    public GpuCheck {
        cards = List.copyOf(cards);
    }

    /** Decides. */
    public static GpuCheck of(GpuFacts facts) {
        if (!facts.isKnownPlatform()) {
            return new GpuCheck(
                    facts,
                    List.of(),
                    new Gpu.Unusable(tr(
                            "The CUDA 11.6 libraries run on Linux and Windows with an x86-64 processor only, and this is %s on %s; %s.",
                            facts.system(), facts.architecture(), tr(ON_CPU))));
        }
        if (!(facts.sighting() instanceof Sighting.Cards seen)) {
            return new GpuCheck(facts, List.of(), new Gpu.Unusable(sentence(facts)));
        }
        CardRule rule = new CardRule(facts.isWindows());
        List<Judgement> judged =
                visible(seen.cards(), facts.visible()).stream().map(rule::judge).toList();
        return new GpuCheck(facts, judged, verdict(judged, facts));
    }

    /** The outcome in a sentence, and a second where there is something to know beforehand. */
    public String sentence() {
        if (verdict instanceof Gpu.Ready ready) {
            return join(tr("The %s can train.", ready.card().name()), ready.caution());
        }
        return verdict instanceof Gpu.NotInstalled missing
                ? join(
                        tr(
                                "The %s can train once the CUDA libraries are installed.",
                                missing.card().name()),
                        missing.caution())
                : ((Gpu.Unusable) verdict).sentence();
    }

    private static String join(String sentence, String caution) {
        return caution.isEmpty() ? sentence : sentence + " " + caution;
    }

    /** The card that would train; empty if none can. */
    public Optional<Card> chosen() {
        return verdict instanceof Gpu.Ready ready
                ? Optional.of(ready.card())
                : verdict instanceof Gpu.NotInstalled missing ? Optional.of(missing.card()) : Optional.empty();
    }

    private static Gpu verdict(List<Judgement> judged, GpuFacts facts) {
        if (judged.isEmpty()) {
            return new Gpu.Unusable(tr(
                    "The variable %s is \"%s\" and hides every NVIDIA card; unset it to train on one.",
                    GpuFacts.VISIBLE_DEVICES, facts.visible().orElse("")));
        }
        Optional<Judgement> best = judged.stream().filter(Judgement::isUsable).min(bestFirst());
        if (best.isEmpty()) {
            return new Gpu.Unusable(obstacles(judged));
        }
        return facts.installed()
                ? new Gpu.Ready(best.get().card(), best.get().caution())
                : new Gpu.NotInstalled(best.get().card(), best.get().caution());
    }

    /** Cards with code of their own before others, then those with more room. */
    private static Comparator<Judgement> bestFirst() {
        return Comparator.comparing((Judgement judgement) -> !judgement.isExact())
                .thenComparing(judgement -> -judgement.card().freeMebibytes().orElse(0))
                .thenComparing(judgement -> judgement.card().index());
    }

    private static String obstacles(List<Judgement> judged) {
        List<String> distinct =
                judged.stream().map(Judgement::sentence).distinct().toList();
        if (distinct.size() == 1) {
            return distinct.get(0);
        }
        return tr(
                "None of the %d NVIDIA cards can train: %s; %s.",
                judged.size(),
                judged.stream()
                        .flatMap(judgement -> judgement.obstacle().stream())
                        .distinct()
                        .collect(Collectors.joining("; ")),
                tr(ON_CPU));
    }

    /** Numbers are understood; names of cards or instances only CUDA itself understands, so they hide nothing here. */
    private static List<Card> visible(List<Card> cards, Optional<String> variable) {
        if (variable.isEmpty() || !GpuFacts.namesNumbers(variable.get())) {
            return cards;
        }
        Set<String> numbers = new HashSet<>(List.of(variable.get().strip().split("\\s*,\\s*")));
        return cards.stream()
                .filter(card -> numbers.contains(Integer.toString(card.index())))
                .toList();
    }

    private static String sentence(GpuFacts facts) {
        Sighting sighting = facts.sighting();
        DriverVersion driver = DriverVersion.ofCuda(facts.isWindows());
        if (sighting instanceof Sighting.NoCard) {
            return tr(
                    "The NVIDIA driver finds no card, so %s; if there is one, see that it is seated and powered, and that the driver knows it.",
                    tr(ON_CPU));
        }
        if (sighting instanceof Sighting.NoAnswer late) {
            return tr(
                    "The NVIDIA driver has not answered within %d seconds, so %s; restart the computer.",
                    late.seconds(), tr(ON_CPU));
        }
        if (sighting instanceof Sighting.Unreadable odd) {
            return tr(
                    "The answer of nvidia-smi cannot be read (%s), so %s; install driver %s or newer.",
                    odd.message(), tr(ON_CPU), driver);
        }
        return sighting instanceof Sighting.Failed failed
                ? failed(failed)
                : tr(
                        "There is no NVIDIA driver on this computer, so %s; if it has an NVIDIA card, install driver %s or newer.",
                        tr(ON_CPU), driver);
    }

    private static String failed(Sighting.Failed failed) {
        if (failed.message().contains("version mismatch")) {
            return tr(
                    "The NVIDIA driver was updated, but the old one is still running, so %s; restart the computer.",
                    tr(ON_CPU));
        }
        if (failed.message().contains("communicate with the NVIDIA driver")) {
            return tr(
                    "The NVIDIA driver is installed but not running, so %s; restart the computer, or install the driver anew.",
                    tr(ON_CPU));
        }
        return tr(
                "nvidia-smi has failed with exit status %d (%s), so %s; run it in a terminal to see why.",
                failed.status(), failed.message().isEmpty() ? tr("no message") : failed.message(), tr(ON_CPU));
    }
}
