package io.layerloom.codegen;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import io.layerloom.graph.Expr;
import io.layerloom.graph.LayerType;
import io.layerloom.graph.Network;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Modifier;

/** Writes {@code Model.java}: the network as a configuration, fresh, and trained. */
final class ModelSource {

    private static final ClassName GRAPH = ClassName.get("org.deeplearning4j.nn.graph", "ComputationGraph");
    private static final ClassName CONFIGURATION =
            ClassName.get("org.deeplearning4j.nn.conf", "ComputationGraphConfiguration");
    private static final ClassName ND4J = ClassName.get("org.nd4j.linalg.factory", "Nd4j");

    /** What the kit computes faster than DL4J. */
    private static final Set<String> RECURRENT = Set.of(
            "org.deeplearning4j.nn.conf.layers.LSTM.Builder",
            "org.deeplearning4j.nn.conf.layers.recurrent.SimpleRnn.Builder");

    /** The first column of the lines that a return statement of a method goes on with. */
    private static final int COLUMN = 16;

    /** Looking at every number of every mini-batch would cost what the network gains elsewhere; data that the project reads are looked at once, when they are read. */
    private static final String TRAINED = """
            The network with the weights of a file.

            <p>Its {@code output} computes with whatever it is given: the answer to a feature that is NaN or infinite means nothing, so look at features from elsewhere with
            {@code Float.isFinite} first.""";

    private ModelSource() {}

    /**
     * The source.
     *
     * @param summary a sentence on what the network is
     * @param threads how many threads trained it
     * @param kit the package of the kit
     */
    static String of(String packageName, String summary, Network network, int threads, String kit) {
        TypeSpec model = TypeSpec.classBuilder("Model")
                .addJavadoc("$L", summary)
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .addField(feed(network, kit))
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .build())
                .addMethod(method("configuration", "Layers, wiring, optimizer and seed.")
                        .returns(CONFIGURATION)
                        .addStatement(
                                "return $L",
                                new ExprPrinter().print(network.configuration(), COLUMN, network.sections()))
                        .build())
                .addMethod(untrained(network, threads, kit))
                .addMethod(method("trained", TRAINED)
                        .returns(GRAPH)
                        .addParameter(Path.class, "weights")
                        .addException(IOException.class)
                        .addStatement("$T net = untrained()", GRAPH)
                        .addStatement("$T.load(net, weights)", ClassName.get(kit, "Weights"))
                        .addStatement("return net")
                        .build())
                .build();
        return tidied(JavaFile.builder(packageName, model)
                .indent("    ")
                .skipJavaLangImports(true)
                .build()
                .toString());
    }

    private static MethodSpec.Builder method(String name, String words) {
        return MethodSpec.methodBuilder(name).addJavadoc(words).addModifiers(Modifier.PUBLIC, Modifier.STATIC);
    }

    private static FieldSpec feed(Network network, String kit) {
        ClassName type = ClassName.get(kit, "Feed");
        ClassName format = ClassName.get(kit, "LabelFormat");
        List<CodeBlock> formats = network.outputs().stream()
                .map(output -> CodeBlock.of("$T.$L", format, output.labels().name()))
                .toList();
        CodeBlock.Builder code = CodeBlock.builder().add("$T.to($L)", type, CodeBlock.join(formats, ", "));
        if (network.inputs().size() > 1) {
            code.add(".inputs($L)", network.inputs().size());
        }
        for (int input = 0; input < network.inputs().size(); input++) {
            if (network.inputs().get(input).code()) {
                code.add(
                        ".code($L, $L)",
                        input,
                        network.inputs().get(input).shape().elements());
            }
            if (network.inputs().get(input).part() == LayerType.Part.SECOND) {
                code.add(".second($L)", input);
            }
        }
        return FieldSpec.builder(type, "FEED", Modifier.STATIC, Modifier.FINAL)
                .addJavadoc("How the network wants its features and labels.")
                .initializer(code.build())
                .build();
    }

    private static MethodSpec untrained(Network network, int threads, String kit) {
        MethodSpec.Builder method = method(
                        "untrained", "The network with its first weights, which are the same every time.")
                .returns(GRAPH)
                .addStatement("$T.getEnvironment().setMaxThreads(Integer.getInteger($S, $L))", ND4J, "threads", threads)
                .addStatement("$T net = new $T(configuration())", GRAPH, ClassName.get(kit, "FastGraph"))
                .addStatement("net.init()");
        if (makesAny(network.configuration(), RECURRENT)) {
            method.addStatement("$T.install(net)", ClassName.get(kit, "FastRecurrent"));
        }
        return method.addStatement("return net").build();
    }

    /** Whether an object of one of these types is made somewhere in an expression. */
    private static boolean makesAny(Expr expr, Set<String> types) {
        if (expr instanceof Expr.Call call) {
            return makesAny(call.on(), types) || call.args().stream().anyMatch(arg -> makesAny(arg, types));
        }
        if (expr instanceof Expr.Static called) {
            return called.args().stream().anyMatch(arg -> makesAny(arg, types));
        }
        return expr instanceof Expr.New made
                && (types.contains(made.type()) || made.args().stream().anyMatch(arg -> makesAny(arg, types)));
    }

    /** Short comments and empty bodies on one line. */
    private static String tidied(String source) {
        return source.replaceAll("/\\*\\*\\n +\\* ([^\\n]*)\\n +\\*/", "/** $1 */")
                .replaceAll("\\{\\n +}\\n", "{}\n")
                .replaceFirst("(public final class Model \\{\\n)", "$1\n");
    }
}
