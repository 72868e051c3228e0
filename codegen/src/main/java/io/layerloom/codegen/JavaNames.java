package io.layerloom.codegen;

import java.util.Locale;
import javax.lang.model.SourceVersion;

/** Names for people as names for Java and Maven. */
final class JavaNames {

    private JavaNames() {}

    /** A package: small letters and digits only. */
    static String packageOf(String name) {
        String plain = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
        boolean usable = !plain.isEmpty() && !Character.isDigit(plain.charAt(0)) && !SourceVersion.isKeyword(plain);
        return usable ? plain : "network" + plain;
    }

    /** An artifact: small letters and digits with hyphens between. */
    static String artifactOf(String name) {
        String plain =
                name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        return plain.isEmpty() ? "network" : plain;
    }
}
