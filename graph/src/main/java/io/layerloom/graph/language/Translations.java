package io.layerloom.graph.language;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.PropertyResourceBundle;
import java.util.ResourceBundle;

/** What the English sentences of all modules are in another language: the resource bundles of one name, of which each module that speaks has its own. */
final class Translations {

    private static final String BUNDLE = "io/layerloom/texts_%s.properties";

    private final Map<String, String> sentences;

    Translations(Locale locale) {
        sentences = locale.equals(Locale.ENGLISH) ? Map.of() : read(String.format(Locale.ROOT, BUNDLE, locale));
    }

    String of(String english) {
        return sentences.getOrDefault(english, english);
    }

    private static Map<String, String> read(String name) {
        Map<String, String> all = new HashMap<>();
        try {
            List<URL> bundles =
                    Collections.list(Translations.class.getClassLoader().getResources(name));
            for (URL address : bundles) {
                try (Reader reader = new InputStreamReader(address.openStream(), StandardCharsets.UTF_8)) {
                    ResourceBundle bundle = new PropertyResourceBundle(reader);
                    bundle.keySet().forEach(english -> all.put(english, bundle.getString(english)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.copyOf(all);
    }
}
