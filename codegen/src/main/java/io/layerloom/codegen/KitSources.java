package io.layerloom.codegen;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The sources of the kit, and which of them a project needs. */
public final class KitSources {

    /** The package that the kit has in Layerloom. */
    static final String PACKAGE = "io.layerloom.engine.kit";

    private static final String FOLDER = "META-INF/layerloom-kit/";
    /** Comments, and texts in quotes. */
    private static final Pattern PROSE =
            Pattern.compile("/\\*.*?\\*/|//[^\\n]*|\"(?:[^\"\\\\\\n]++|\\\\.)*+\"", Pattern.DOTALL);

    private static final Pattern LINK = Pattern.compile("\\{@link(?:plain)? (\\w+)");
    private static final Pattern CLASS_NAME = Pattern.compile("\\b[A-Z]\\w*\\b");

    private static final Pattern IMPORTS = Pattern.compile("(?m)(^import [^\\n]+;\\n)+");

    /** The class whose list says what computes the layers of DL4J: for each kernel the classes of layers that it is for. */
    private static final String KINDS = "KernelKinds";

    /** The class that builds networks by itself, whose layers are to be computed as well. */
    private static final String BUILDER = "LayerwisePretraining";

    private static final Pattern KIND = Pattern.compile("\\s*(kind|help)\\(\\s*\\w+::\\w+(,\\s*\\w+\\.class)+\\),?");
    private static final Pattern OPEN_END = Pattern.compile("\\s+(List\\.of\\()\\s*\\)|,\\s*(\\))(?=;)");
    private static final Pattern IMPORT = Pattern.compile("import [\\w.]+\\.(\\w+);\\n");

    private static final Pattern NULLNESS = Pattern.compile("import org\\.jspecify[^\n]*\n|@Nullable ");

    private KitSources() {}

    /** The kit as it lies on the class path: the very sources of the classes that train. */
    public static Function<String, Optional<String>> onClassPath(ClassLoader loader) {
        return name -> {
            try (InputStream in = loader.getResourceAsStream(FOLDER + name + ".java")) {
                return in == null
                        ? Optional.empty()
                        : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
    }

    /** All classes of the kit that some sources name, and those that they name in turn, by simple name. Of what computes the layers of DL4J, only that for layers which the sources name. */
    static Map<String, String> neededBy(Collection<String> sources, Function<String, Optional<String>> kit) {
        Set<String> named = sources.stream().flatMap(KitSources::names).collect(Collectors.toCollection(HashSet::new));
        if (named.contains(BUILDER)) {
            kit.apply(BUILDER).map(KitSources::names).ifPresent(own -> own.forEach(named::add));
        }
        Map<String, String> needed = new TreeMap<>();
        ArrayDeque<String> open = new ArrayDeque<>(sources);
        while (!open.isEmpty()) {
            names(open.remove())
                    .distinct()
                    .filter(name -> !needed.containsKey(name))
                    .forEach(name -> kit.apply(name).ifPresent(whole -> {
                        String source = name.equals(KINDS) ? kindsOf(whole, named) : whole;
                        needed.put(name, source);
                        open.add(source);
                    }));
        }
        return needed;
    }

    /** The words of a source that may name a class: those of its code, and the links of its comments. */
    private static Stream<String> names(String source) {
        String code = PROSE.matcher(source)
                .replaceAll(prose -> LINK.matcher(prose.group())
                        .results()
                        .map(link -> " " + link.group(1) + " ")
                        .collect(Collectors.joining()));
        return CLASS_NAME.matcher(code).results().map(MatchResult::group);
    }

    private static String kindsOf(String source, Set<String> named) {
        String fewer = KIND.matcher(source)
                .replaceAll(kind -> names(kind.group()).skip(1).anyMatch(named::contains)
                        ? Matcher.quoteReplacement(kind.group())
                        : "");
        String shorter =
                OPEN_END.matcher(fewer).replaceAll(end -> end.group(1) == null ? ")" : " " + end.group(1) + ")");
        return IMPORT.matcher(shorter).replaceAll(line -> occurrences(line.group(1), shorter) > 1 ? line.group() : "");
    }

    private static long occurrences(String name, String source) {
        return names(source).filter(name::equals).count();
    }

    /** A source with the kit in another package, its imports in order again, and without annotations for tools that check Layerloom: an exported project needs nothing but DL4J. */
    static String moved(String source, String packageName) {
        String bare = NULLNESS.matcher(source.replace(PACKAGE, packageName)).replaceAll("");
        return IMPORTS.matcher(bare)
                .replaceFirst(match -> Matcher.quoteReplacement(
                        match.group().lines().sorted().collect(Collectors.joining("\n", "", "\n"))));
    }
}
