package io.layerloom.graph;

import static io.layerloom.graph.language.Language.tr;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Settings that a layer, an optimizer or a schedule holds without having them, as files of newer versions do, and damaged ones. They have no effect and stay in the file; what is used in the place of one
 * that is only misspelled is said.
 */
final class UnknownSettings {

    private static final int LONGEST = 60;

    /** Kept with any layer, beside its settings. */
    private static final Set<String> ALWAYS = Set.of(LayerType.BYPASSED.key());

    private final String owner;
    private final Values values;
    private final List<Param<?>> params;

    /**
     * What some values hold beyond the settings.
     *
     * @param owner whose settings they are, in words
     */
    UnknownSettings(String owner, Values values, List<Param<?>> params) {
        this.owner = owner;
        this.values = values;
        this.params = params;
    }

    /** Those of a node; ends of blocks, and blocks, hold what is not for people. */
    static Optional<UnknownSettings> of(Node node, LayerType type) {
        return node.block().isPresent() || BlockPorts.isPort(node)
                ? Optional.empty()
                : Optional.of(new UnknownSettings(type.name(), node.values(), type.params()));
    }

    /** The keys that are held and not known, in the order of the file. */
    List<String> keys() {
        List<String> unknown = new ArrayList<>(values.plain().keySet());
        params.forEach(param -> unknown.remove(param.key()));
        unknown.removeAll(ALWAYS);
        return unknown;
    }

    /** What to say of one of the keys. */
    String sentence(String key) {
        String held = ProjectReader.shortened(String.valueOf(values.plain().get(key)), LONGEST);
        return meant(key)
                .map(param -> tr(
                        "%s has no setting \"%s\", so the value %s has no effect. It looks like \"%s\" (%s), which is %s.",
                        owner, ProjectReader.shortened(key, LONGEST), held, param.key(), param.label(), words(param)))
                .orElseGet(() -> tr(
                        "%s has no setting \"%s\", so the value %s has no effect. It stays in the file; a newer version may know it.",
                        owner, ProjectReader.shortened(key, LONGEST), held));
    }

    private <T> String words(Param<T> param) {
        T value = values.get(param);
        return value instanceof Labelled labelled ? labelled.label() : String.valueOf(value);
    }

    /** The setting that an unknown key looks like; rather one that the values lack. */
    Optional<Param<?>> meant(String key) {
        Set<String> lacking = params.stream()
                .map(Param::key)
                .filter(known -> !values.plain().containsKey(known))
                .collect(Collectors.toSet());
        return Spelling.near(key, lacking)
                .or(() -> Spelling.near(key, params.stream().map(Param::key).toList()))
                .flatMap(known -> params.stream()
                        .filter(param -> param.key().equals(known))
                        .findFirst());
    }

    /** The way out of one of the keys: to give its value to the setting that was meant, and to do without it. */
    List<Remedy> remedies(Node node, String key) {
        List<Remedy> all = new ArrayList<>();
        meant(key)
                .filter(param -> !values.plain().containsKey(param.key()))
                .flatMap(param -> corrected(node, key, param))
                .ifPresent(all::add);
        all.add(remedy(
                node,
                tr("Forget \"%s\"", ProjectReader.shortened(key, LONGEST)),
                node.values().without(key)));
        return all;
    }

    private <T> Optional<Remedy> corrected(Node node, String key, Param<T> param) {
        Object held = values.plain().get(key);
        return held == null
                ? Optional.empty()
                : param.kind()
                        .read(held)
                        .filter(value -> param.kind().check(value).isEmpty())
                        .map(value -> remedy(
                                node,
                                Correction.of(param, value).label(),
                                node.values().without(key).with(param, value)));
    }

    private static Remedy remedy(Node node, String label, Values values) {
        return RemedyCandidates.remedy(label, from -> from.with(from.graph().with(node.with(values))));
    }
}
