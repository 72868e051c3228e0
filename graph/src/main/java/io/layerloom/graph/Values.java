package io.layerloom.graph;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The settings of one node, optimizer or data source: immutable, in plain form, in the order in which they were first given. Keys that no {@link Param} claims are kept, so a
 * file of a newer version survives being opened and saved.
 */
public record Values(Map<String, Object> plain) {

    /** No settings at all: every {@link #get} answers the initial value. */
    public static final Values EMPTY = new Values(Map.of());

    public Values {
        plain = Collections.unmodifiableMap(new LinkedHashMap<>(plain));
    }

    /** All given settings at their initial values. */
    public static Values initial(List<Param<?>> params) {
        Map<String, Object> all = new LinkedHashMap<>();
        params.forEach(param -> all.put(param.key(), initialPlain(param)));
        return new Values(all);
    }

    private static <T> Object initialPlain(Param<T> param) {
        return param.kind().plain(param.initial());
    }

    /** The value of a setting; its initial value where none, or one of another kind, is held. Range faults are reported by {@link Inference}, not here. */
    public <T> T get(Param<T> param) {
        Object held = plain.get(param.key());
        return held == null ? param.initial() : param.kind().read(held).orElse(param.initial());
    }

    /** The same settings with one changed. */
    public <T> Values with(Param<T> param, T value) {
        Map<String, Object> copy = new LinkedHashMap<>(plain);
        copy.put(param.key(), param.kind().plain(value));
        return new Values(copy);
    }

    /** The same settings with one changed, in its plain form. */
    Values withPlain(String key, Object value) {
        Map<String, Object> copy = new LinkedHashMap<>(plain);
        copy.put(key, value);
        return new Values(copy);
    }

    /** The same settings with one that is not held. */
    public Values without(String key) {
        Map<String, Object> copy = new LinkedHashMap<>(plain);
        copy.remove(key);
        return copy.size() == plain.size() ? this : new Values(copy);
    }

    /** Whether the setting has an effect beside the others. */
    public boolean shows(Param<?> param) {
        return param.shownWhen().test(this);
    }
}
