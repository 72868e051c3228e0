package io.layerloom.engine.gpu;

import static io.layerloom.graph.language.Language.later;
import static io.layerloom.graph.language.Language.tr;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The rule by which one card can train or cannot: driver, compute capability, memory. */
final class CardRule {

    /** The context of CUDA and the code of all operations take about a third of this before the first number is stored. */
    static final long LEAST_MEBIBYTES = 1024;

    private static final String ON_CPU = later("training runs on the CPU");

    private final boolean windows;

    CardRule(boolean windows) {
        this.windows = windows;
    }

    Judgement judge(Card card) {
        return driver(card)
                .or(() -> capability(card))
                .or(() -> memory(card))
                .orElseGet(() -> Judgement.good(card, caution(card)));
    }

    private Optional<Judgement> driver(Card card) {
        if (card.driver()
                .filter(driver -> driver.compareTo(DriverVersion.oldest(windows)) < 0)
                .isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Judgement.bad(
                card,
                tr(
                        "the driver of the %s is %s, older than the %s that CUDA 11 needs at least",
                        card.name(), card.driver().get(), DriverVersion.oldest(windows)),
                tr("install driver %s or newer", DriverVersion.ofCuda(windows))));
    }

    private Optional<Judgement> capability(Card card) {
        if (card.capability().isEmpty()) {
            return Optional.of(Judgement.bad(
                    card,
                    card.driver()
                            .map(driver -> tr(
                                    "the driver %s does not tell the compute capability of the %s",
                                    driver, card.name()))
                            .orElseGet(
                                    () -> tr("the driver does not tell the compute capability of the %s", card.name())),
                    tr("install driver %s or newer, if there is one for this card", DriverVersion.ofCuda(windows))));
        }
        Capability capability = card.capability().get();
        if (capability.code().isPresent()) {
            return Optional.empty();
        }
        Capability first = Capability.BUILT.get(0);
        Capability last = Capability.BUILT.get(Capability.BUILT.size() - 1);
        String clause = capability.isNewerThanAllCode()
                ? tr(
                        "the %s has compute capability %s, newer than the CUDA 11.6 libraries know, whose code ends at %s",
                        card.name(), capability, last)
                : tr(
                        "the %s has compute capability %s, for which the CUDA 11.6 libraries hold no code; theirs is for %s and for 5.0 to %s",
                        card.name(), capability, first, last);
        return Optional.of(Judgement.bad(card, clause, tr(ON_CPU)));
    }

    private static Optional<Judgement> memory(Card card) {
        if (card.totalMebibytes().orElse(LEAST_MEBIBYTES) < LEAST_MEBIBYTES) {
            return Optional.of(Judgement.bad(
                    card,
                    tr(
                            "the %s has %,d MiB of memory, less than the %,d MiB that training needs at least",
                            card.name(), card.totalMebibytes().getAsLong(), LEAST_MEBIBYTES),
                    tr(ON_CPU)));
        }
        if (card.freeMebibytes().orElse(LEAST_MEBIBYTES) < LEAST_MEBIBYTES) {
            return Optional.of(Judgement.bad(
                    card,
                    tr(
                            "only %,d MiB of the memory of the %s are free, and training needs at least %,d MiB",
                            card.freeMebibytes().getAsLong(), card.name(), LEAST_MEBIBYTES),
                    tr("end the programs that use it, which nvidia-smi lists")));
        }
        return Optional.empty();
    }

    private String caution(Card card) {
        List<String> sentences = new ArrayList<>();
        Optional<Capability> code = card.capability().flatMap(Capability::code);
        if (code.isPresent() && !code.equals(card.capability())) {
            sentences.add(tr(
                    "The libraries hold code for %s, which should run on %s; people have reported failures on such cards, so choose the CPU if training breaks off.",
                    code.get(), card.capability().get()));
        }
        DriverVersion wanted = DriverVersion.ofCuda(windows);
        card.driver()
                .filter(driver -> driver.compareTo(wanted) < 0)
                .ifPresent(driver -> sentences.add(tr(
                        "Driver %s is older than the %s of CUDA 11.6 and runs it by minor version compatibility; update it if training breaks off.",
                        driver, wanted)));
        if (card.divided()) {
            sentences.add(
                    tr(
                            "MIG has divided this card: training uses the first instance, while memory and load are those of the whole card."));
        }
        return String.join(" ", sentences);
    }
}
