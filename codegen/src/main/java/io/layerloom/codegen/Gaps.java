package io.layerloom.codegen;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What fills the gaps of {@link Template}s, and which of their sections stand. */
final class Gaps {

    private final Map<String, String> values = new HashMap<>();
    private final Set<String> flags = new HashSet<>();

    void put(String key, Object value) {
        values.put(key, value.toString());
    }

    /** Lets the sections of this name stand, if it is so. */
    void flag(String name, boolean set) {
        if (set) {
            flags.add(name);
        }
    }

    /** The template with this name, filled in. */
    String fill(String template) {
        return Template.fill(template, values, flags);
    }
}
