package io.layerloom.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import io.layerloom.engine.DataSources;
import io.layerloom.graph.BlockPorts;
import io.layerloom.graph.Category;
import io.layerloom.graph.Kind;
import io.layerloom.graph.Labelled;
import io.layerloom.graph.LayerType;
import io.layerloom.graph.Param;
import io.layerloom.nodes.NodeLibrary;
import io.layerloom.samples.Samples;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every sentence that people read exists in both languages, with the same gaps, and none is left in the code that nobody could translate. */
class TextsTest {

    private static final String BUNDLE = "io/layerloom/texts_zh_CN.properties";

    /** The modules whose windows people look at. */
    private static final List<String> SEEN = List.of("app", "canvas", "training-monitor");

    /** The modules without a window, whose sentences come to people through one. */
    private static final List<String> HEARD = List.of("graph", "engine", "codegen");

    /** Of these what computes, whose words are for programmers: names of operations, and reasons that only logs and benchmarks tell. */
    private static final List<String> UNHEARD = List.of(
            "codegen/ExportText.java",
            "codegen/LearnedText.java",
            "codegen/ReadingText.java",
            "codegen/ReadmeText.java",
            "codegen/ExprPrinter.java",
            "codegen/ModelSource.java",
            "codegen/ModelPreview.java",
            "codegen/KitSources.java",
            "kit/FastGraph.java",
            "kit/Program.java",
            "kit/ProgramBuilder.java",
            "kit/Team.java",
            "kit/RandomLeakyRelu.java",
            "engine/BlasCore.java",
            "engine/Evaluator.java",
            "engine/Mask.java",
            "engine/Pictures.java",
            "graph/JsonFault.java");

    /** Of these what tells of wrong calls of the command line, whose options are English; and what goes into an exported project, whose sources and documents are English. */
    private static final List<String> UNSEEN =
            List.of("/cli/", "/bench/", "app/ScreenFault.java", "export/Figures.java", "export/OwnExport.java");

    private static final Pattern GAP = Pattern.compile("%(?:(\\d+)\\$)?[-#+0,(]*\\d*(?:\\.\\d+)?([a-zA-Z%])");

    /** Words, and not a key, a style, a place or a pattern. */
    private static final Pattern WORDS = Pattern.compile("[A-Z][a-z].*|.*[a-z]{2,} [a-z].*|[A-Z]{3,} .*");

    /** Two words of a sentence, and not just a name. */
    private static final Pattern PHRASE = Pattern.compile(".*[a-z]{2,}[,;:]? [a-z(%].*|.*%[,.\\d]*[a-z] [a-z]{2,}.*");

    /** What takes a sentence to where it is translated: at once, or later by whoever hears of it. */
    private static final Set<String> TRANSLATING = Set.of(
            "tr",
            "plural",
            "later",
            "Sentence.of",
            "Verification.impossible",
            "Foresight.always",
            "Attention.sequences");

    /** Failures of the kit, whose words are translated by {@link io.layerloom.engine.Reason}. */
    private static final String KIT_FAILURE = "DataException";

    /** What takes text that no person reads: logs, styles, patterns, and the names of tasks and threads. */
    private static final Set<String> UNREAD = Set.of(
            "log",
            "setStyle",
            "setId",
            "compile",
            "matches",
            "replaceAll",
            "replaceFirst",
            "setComment",
            "setCreator",
            "setAttribute",
            "resolve",
            "folder",
            "store",
            "contains",
            "startsWith",
            "replace",
            "name",
            "write");

    /** What takes the name of a task, which only tests and debuggers see, or the keys of an action. */
    private static final Set<String> NAMING = Set.of("tasks.of", "task", "CanvasAction.of");

    /** What is the same in every language: the program's own name, names of files, and what the run keeps of a card. */
    private static final Pattern UNTRANSLATABLE = Pattern.compile("Layerloom|\\w+\\.\\w+|, compute capability ");

    /** What is made with text that no person reads: bugs, properties, threads. */
    private static final Pattern UNREAD_TYPES = Pattern.compile(
            "Illegal\\w+Exception|Unsupported\\w+Exception|Simple\\w+Property|ReadOnly\\w+Wrapper|Thread");

    private static final Map<String, String> CHINESE = new TreeMap<>();
    private static final Set<String> SAID = new TreeSet<>();
    private static final List<String> HARD_CODED = new ArrayList<>();

    @BeforeAll
    static void read() throws IOException {
        for (URL bundle : Collections.list(TextsTest.class.getClassLoader().getResources(BUNDLE))) {
            Properties lines = new Properties();
            try (InputStream in = bundle.openStream()) {
                lines.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            }
            lines.stringPropertyNames().forEach(key -> CHINESE.put(key, lines.getProperty(key)));
        }
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            JavacTask task = (JavacTask)
                    compiler.getTask(null, files, null, null, null, files.getJavaFileObjectsFromPaths(sources()));
            for (CompilationUnitTree unit : task.parse()) {
                new Reader(unit).scan(unit, null);
            }
        }
        declared().forEach(SAID::add);
    }

    private static List<Path> sources() throws IOException {
        List<Path> all = new ArrayList<>();
        for (String module :
                List.of("graph", "node-library", "engine", "codegen", "samples", "canvas", "training-monitor", "app")) {
            try (Stream<Path> files = Files.walk(Path.of("..", module, "src/main/java"))) {
                files.filter(file -> file.toString().endsWith(".java")).forEach(all::add);
            }
        }
        return all;
    }

    /** What the declarations of layers and other settings say; they are translated where they are asked. */
    private static Collection<String> declared() {
        Set<String> all = new TreeSet<>();
        for (Category category : Category.values()) {
            all.add(category.label());
        }
        NodeLibrary.CATALOG.layers().forEach(type -> add(all, type.name(), type.help(), type.params()));
        NodeLibrary.CATALOG.layers().stream()
                .map(type -> type.description().symbols())
                .filter(symbols -> !symbols.isEmpty())
                .forEach(all::add);
        for (LayerType port : List.of(BlockPorts.INPUT, BlockPorts.OUTPUT)) {
            add(all, port.name(), port.help(), port.params());
        }
        NodeLibrary.CATALOG.optimizers().forEach(type -> add(all, type.name(), type.help(), type.params()));
        NodeLibrary.CATALOG.schedules().forEach(type -> add(all, type.name(), type.help(), type.params()));
        DataSources.all().forEach(type -> add(all, type.name(), type.help(), type.params()));
        Samples.all().forEach(sample -> all.addAll(List.of(sample.title(), sample.description())));
        add(all, LayerType.FROZEN);
        return all;
    }

    private static void add(Set<String> all, String name, String help, List<Param<?>> params) {
        all.add(name);
        all.add(help);
        params.forEach(param -> add(all, param));
    }

    private static void add(Set<String> all, Param<?> param) {
        all.add(param.label());
        all.add(param.help());
        if (param.kind() instanceof Kind.Choice<?> choice) {
            for (Object option : choice.options()) {
                all.add(((Labelled) option).label());
            }
        }
    }

    @Test
    void everySentenceIsTranslated() {
        Set<String> missing = new TreeSet<>(SAID);
        missing.removeAll(CHINESE.keySet());
        assertThat(SAID).hasSizeGreaterThan(600);
        assertThat(missing).isEmpty();
    }

    @Test
    void everyTranslationIsOfSomethingThatIsSaid() {
        Set<String> left = new TreeSet<>(CHINESE.keySet());
        left.removeAll(SAID);
        assertThat(left).isEmpty();
    }

    @Test
    void bothLanguagesHaveTheSameGaps() {
        CHINESE.forEach(
                (english, chinese) -> assertThat(gaps(chinese)).as(chinese).isEqualTo(gaps(english)));
    }

    @Test
    void nothingThatPeopleReadIsHardCoded() {
        // What is declared, such as the names of data, is translated where it is asked.
        assertThat(HARD_CODED)
                .filteredOn(found -> !SAID.contains(found.substring(found.indexOf(": ") + 2)))
                .isEmpty();
    }

    /** What fills each gap, by its number. */
    private static Map<Integer, String> gaps(String format) {
        Map<Integer, String> gaps = new TreeMap<>();
        Matcher gap = GAP.matcher(format);
        int next = 1;
        while (gap.find()) {
            if (!gap.group(2).equals("%")) {
                gaps.put(gap.group(1) == null ? next++ : Integer.parseInt(gap.group(1)), gap.group(2));
            }
        }
        return gaps;
    }

    /** Reads the literals of one source. */
    private static final class Reader extends TreePathScanner<Void, Void> {

        private final CompilationUnitTree unit;
        private final boolean seen;
        private final boolean heard;

        Reader(CompilationUnitTree unit) {
            this.unit = unit;
            String file = unit.getSourceFile().getName();
            seen = SEEN.stream().anyMatch(module -> file.contains("../" + module + "/"))
                    && UNSEEN.stream().noneMatch(file::contains);
            heard = HEARD.stream().anyMatch(module -> file.contains("../" + module + "/"))
                    && UNHEARD.stream().noneMatch(file::contains);
        }

        @Override
        public Void visitMethodInvocation(MethodInvocationTree call, Void nothing) {
            int at = method(call).equals("plural") ? 2 : 0;
            boolean says = translates(call) || isOfParam(call);
            if (says && call.getArguments().size() > at) {
                folded(call.getArguments().get(at)).ifPresent(SAID::add);
            }
            return super.visitMethodInvocation(call, nothing);
        }

        @Override
        public Void visitNewClass(NewClassTree made, Void nothing) {
            if (isKitFailure(made)) {
                made.getArguments().stream()
                        .limit(2)
                        .flatMap(words -> folded(words).stream())
                        .findFirst()
                        .ifPresent(SAID::add);
            }
            return super.visitNewClass(made, nothing);
        }

        private static boolean translates(MethodInvocationTree call) {
            return TRANSLATING.contains(method(call))
                    || TRANSLATING.contains(call.getMethodSelect().toString());
        }

        private static boolean isKitFailure(NewClassTree made) {
            return made.getIdentifier().toString().equals(KIT_FAILURE);
        }

        @Override
        public Void visitLiteral(LiteralTree literal, Void nothing) {
            if (literal.getValue() instanceof String text
                    && ((seen && WORDS.matcher(text).matches())
                            || (heard && PHRASE.matcher(text).matches()))
                    && !UNTRANSLATABLE.matcher(text).matches()
                    && !isTakenCareOf(getCurrentPath())) {
                HARD_CODED.add(Path.of(unit.getSourceFile().getName()).getFileName() + ": " + text);
            }
            return null;
        }

        /** The words of a {@link Param} are translated where they are asked. */
        private static boolean isOfParam(MethodInvocationTree call) {
            return (method(call).equals("label") || method(call).equals("help"))
                    && !call.getMethodSelect().toString().startsWith("FieldRow");
        }

        private static String method(MethodInvocationTree call) {
            String chain = call.getMethodSelect().toString();
            return chain.substring(chain.lastIndexOf('.') + 1);
        }

        /** A text that may be written in several pieces; empty for one that is only known when the program runs. */
        private static Optional<String> folded(Tree text) {
            if (text instanceof LiteralTree literal && literal.getValue() instanceof String whole) {
                return Optional.of(whole);
            }
            return text instanceof BinaryTree sum
                    ? folded(sum.getLeftOperand())
                            .flatMap(left -> folded(sum.getRightOperand()).map(right -> left + right))
                    : Optional.empty();
        }

        private static boolean isTakenCareOf(TreePath path) {
            for (Tree around : path) {
                if (around instanceof AnnotationTree) {
                    return true;
                }
                if (around instanceof MethodInvocationTree call
                        && (translates(call)
                                || isOfParam(call)
                                || UNREAD.contains(method(call))
                                || NAMING.contains(call.getMethodSelect().toString()))) {
                    return true;
                }
                if (around instanceof NewClassTree made && isKitFailure(made)) {
                    return true;
                }
                if (around instanceof NewClassTree made
                        && UNREAD_TYPES
                                .matcher(made.getIdentifier().toString().replaceAll("<.*", ""))
                                .matches()) {
                    return true;
                }
            }
            return false;
        }
    }
}
