package io.layerloom.engine;

import static io.layerloom.graph.language.Language.tr;

import io.layerloom.engine.kit.DataException;
import io.layerloom.engine.kit.Inheritance;
import io.layerloom.engine.kit.TensorFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The earlier run that a run has its first weights from, as its folder keeps it. The weights themselves lie beside it, so that the run can be made again though the earlier one is gone.
 *
 * @param run the folder of the earlier run, on the machine where this one began
 * @param tokens what the earlier run called its characters or words, in the order of their ids; empty where it read no texts
 * @param taken the layers that took their weights over; empty until training begins
 * @param anew why each of the others did not
 */
public record Origin(String run, List<String> tokens, List<String> taken, Map<String, String> anew) {

    public Origin {
        tokens = List.copyOf(Optional.ofNullable(tokens).orElse(List.of()));
        taken = List.copyOf(Optional.ofNullable(taken).orElse(List.of()));
        anew = Map.copyOf(Optional.ofNullable(anew).orElse(Map.of()));
    }

    /** What a run is to start from: nothing of it is taken yet. */
    static Origin of(Path earlier) throws IOException {
        RunFolder source = readable(earlier);
        List<String> tokens =
                source.vocabulary().map(vocabulary -> vocabulary.tokens()).orElse(List.of());
        return new Origin(source.path().toString(), tokens, List.of(), Map.of());
    }

    /**
     * A run whose weights another one can start from.
     *
     * @throws DataException with a sentence for people if there is none, it has not ended, or its weights are damaged
     */
    public static RunFolder readable(Path folder) throws DataException {
        if (!Files.isRegularFile(folder.resolve(RunFolder.PROVENANCE))) {
            throw new DataException(
                    tr("There is no run in %s to start from. Train it first, or choose another run.", folder));
        }
        RunFolder run = RunFolder.at(folder);
        if (!Files.isRegularFile(run.weights())) {
            throw new DataException(tr(
                    "The run in %s has no trained weights to start from. Train it to its end first, or choose another run.",
                    folder));
        }
        try {
            TensorFile.read(run.weights());
            run.vocabulary();
        } catch (IOException | RuntimeException e) {
            throw new DataException(
                    e,
                    tr(
                            "The weights of the run in %s are damaged, so no training can start from them (%s). Choose another run.",
                            folder, Reason.of(e)));
        }
        return run;
    }

    /** What a run starts from; empty if it draws all its weights. */
    static Optional<Origin> of(RunFolder run) throws IOException {
        Path card = run.path().resolve(RunFolder.START);
        return Files.isRegularFile(card) && run.startWeights().isPresent()
                ? Optional.of(Json.read(card, Origin.class))
                : Optional.empty();
    }

    /**
     * Gives a network the weights that its run starts from.
     *
     * @return the same with what was taken and what was not
     * @throws DataException with a sentence for people if nothing suits the network
     */
    Origin into(BuiltNetwork built) throws IOException {
        Inheritance found = Inheritance.into(built.net(), weights());
        Map<String, String> anew = found.anew().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> Reason.said(entry.getValue())));
        if (found.taken().isEmpty()) {
            throw new DataException(tr(
                    "No layer of the network can start from the run in %s: %s. Give layers the names and sizes that they have there, or choose another run.",
                    this.run, reasons(anew)));
        }
        return new Origin(this.run, tokens, found.taken(), anew);
    }

    /** The file of the weights in the earlier run. */
    Path weights() {
        return RunFolder.at(Path.of(run)).weights();
    }

    /** What was taken and what was not, and why. */
    String sentence(DataCard data) {
        int layers = taken.size() + anew.size();
        List<String> sentences = new ArrayList<>();
        if (!anew.isEmpty()) {
            sentences.add(tr("%d of %d layers take their weights from %s.", taken.size(), layers, name()));
            sentences.add(tr("Anew begins: %s.", reasons(anew)));
        } else if (layers == 1) {
            sentences.add(tr("The layer with weights takes them from %s.", name()));
        } else {
            sentences.add(tr("All %d layers with weights take them from %s.", layers, name()));
        }
        boolean others = !tokens.isEmpty()
                && data.texts().stream().anyMatch(texts -> !texts.tokens().equals(tokens));
        if (others) {
            sentences.add(
                    tr(
                            "The earlier run gave its ids to other words, so what its embedding knows of them says nothing here."));
        }
        return String.join(" ", sentences);
    }

    private static String reasons(Map<String, String> anew) {
        return anew.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> entry.getKey() + " (" + entry.getValue() + ")")
                .collect(Collectors.joining(", "));
    }

    /** The earlier run as people know it: its folder and the one around it. */
    private String name() {
        Path path = Path.of(run);
        return path.getNameCount() < 2
                ? run
                : tr(
                        "%s of %s",
                        path.getFileName(),
                        String.valueOf(path.getName(path.getNameCount() - 2)).replaceFirst("\\.runs$", ""));
    }
}
