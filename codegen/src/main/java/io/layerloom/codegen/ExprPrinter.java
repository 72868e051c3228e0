package io.layerloom.codegen;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import io.layerloom.graph.Expr;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Prints an {@link Expr} as Java that reads as if written by hand: imported names, short calls on one line, long builder chains one call a line. Imports and clashes of names
 * are JavaPoet's, into which the code block goes.
 */
public final class ExprPrinter {

    private static final int WIDTH = 110;
    private static final int STEP = 8;
    private static final int SHORT_CHAIN = 3;
    private static final int LONG_LIST = 3;

    /**
     * The source of an expression.
     *
     * @param column where its continued lines begin
     */
    public CodeBlock print(Expr expr, int column) {
        return chained(expr, column, true, Map.of());
    }

    /**
     * The source of an expression, in whose outermost chain a comment stands where a section begins.
     *
     * @param sections the section to which a call belongs, by its first argument; calls that are not there belong to none
     */
    CodeBlock print(Expr expr, int column, Map<String, String> sections) {
        return chained(expr, column, true, sections);
    }

    /** An expression with its chain of calls one a line, where it is long or {@code always}. */
    private CodeBlock chained(Expr expr, int column, boolean always, Map<String, String> sections) {
        Deque<Expr.Call> calls = new ArrayDeque<>();
        Expr root = expr;
        while (root instanceof Expr.Call call) {
            calls.push(call);
            root = call.on();
        }
        if (calls.isEmpty() || (!always && calls.size() <= SHORT_CHAIN && fits(expr, column))) {
            return plain(expr, column);
        }
        CodeBlock.Builder code = CodeBlock.builder().add(plain(root, column));
        String before = "";
        for (Expr.Call call : calls) {
            String section = section(call, sections);
            if (!section.equals(before)) {
                code.add("\n// $L", section.isEmpty() ? "Behind " + before : section);
                before = section;
            }
            code.add(
                    "\n.$L($L)",
                    call.method(),
                    arguments(call.args(), column + call.method().length() + 2));
        }
        return code.build();
    }

    private static String section(Expr.Call call, Map<String, String> sections) {
        return !call.args().isEmpty() && call.args().get(0) instanceof Expr.Lit name
                ? sections.getOrDefault(String.valueOf(name.value()), "")
                : "";
    }

    private static boolean fits(Expr expr, int column) {
        return column + width(expr) <= WIDTH;
    }

    private CodeBlock plain(Expr expr, int column) {
        if (expr instanceof Expr.Lit literal) {
            return CodeBlock.of("$L", literal(literal.value()));
        }
        if (expr instanceof Expr.Constant constant) {
            return CodeBlock.of("$T.$L", className(constant.type()), constant.name());
        }
        if (expr instanceof Expr.New made) {
            return CodeBlock.of("new $T($L)", className(made.type()), arguments(made.args(), column));
        }
        if (expr instanceof Expr.Static called) {
            return CodeBlock.of(
                    "$T.$L($L)", className(called.type()), called.method(), arguments(called.args(), column));
        }
        Expr.Call call = (Expr.Call) expr;
        return CodeBlock.of("$L.$L($L)", plain(call.on(), column), call.method(), arguments(call.args(), column));
    }

    /** Arguments on one line where they fit; otherwise many plain ones one a line, and long chains among them go on deeper lines. */
    private CodeBlock arguments(List<Expr> args, int column) {
        int flat = args.stream().mapToInt(arg -> width(arg) + 2).sum();
        boolean fits = column + flat <= WIDTH && args.stream().noneMatch(ExprPrinter::isLongChain);
        if (!fits && args.size() > LONG_LIST && args.stream().noneMatch(Expr.Call.class::isInstance)) {
            return args.stream()
                    .map(arg -> CodeBlock.of("$>$>\n$L$<$<", plain(arg, column)))
                    .collect(CodeBlock.joining(","));
        }
        List<CodeBlock> parts = new ArrayList<>();
        for (Expr arg : args) {
            parts.add(
                    fits
                            ? plain(arg, column)
                            : CodeBlock.of(
                                    "$>$>$L$<$<",
                                    chained(arg, column - column % 4 + STEP, isLongChain(arg), Map.of())));
        }
        return CodeBlock.join(parts, ", ");
    }

    private static boolean isLongChain(Expr expr) {
        int calls = 0;
        Expr on = expr;
        while (on instanceof Expr.Call call) {
            calls++;
            on = call.on();
        }
        return calls > SHORT_CHAIN;
    }

    /** The width of an expression on one line, with simple names. */
    private static int width(Expr expr) {
        if (expr instanceof Expr.Lit literal) {
            return literal(literal.value()).length();
        }
        if (expr instanceof Expr.Constant constant) {
            return simple(constant.type()).length() + 1 + constant.name().length();
        }
        if (expr instanceof Expr.New made) {
            return 6 + simple(made.type()).length() + width(made.args());
        }
        if (expr instanceof Expr.Static called) {
            return simple(called.type()).length() + 3 + called.method().length() + width(called.args());
        }
        Expr.Call call = (Expr.Call) expr;
        return width(call.on()) + 3 + call.method().length() + width(call.args());
    }

    private static int width(List<Expr> args) {
        return args.stream().mapToInt(arg -> width(arg) + 2).sum();
    }

    private static String simple(String type) {
        return String.join(".", className(type).simpleNames());
    }

    /** A class by its qualified name; by convention the package is in lower case and the classes are not. */
    private static ClassName className(String qualified) {
        String[] parts = qualified.split("[.$]");
        int first = 0;
        while (first < parts.length - 1 && !Character.isUpperCase(parts[first].charAt(0))) {
            first++;
        }
        List<String> all = List.of(parts);
        String[] nested = all.subList(first + 1, all.size()).toArray(String[]::new);
        return ClassName.get(String.join(".", all.subList(0, first)), parts[first], nested);
    }

    /** A literal as Java spells it. */
    static String literal(Object value) {
        if (value instanceof String text) {
            return quoted(text);
        }
        if (value instanceof Long number) {
            return number + "L";
        }
        if (value instanceof Float number) {
            return Float.isFinite(number) ? number + "f" : "Float." + odd(number);
        }
        if (value instanceof Double number) {
            return Double.isFinite(number) ? number.toString() : "Double." + odd(number);
        }
        if (value instanceof Integer || value instanceof Boolean) {
            return value.toString();
        }
        throw new IllegalArgumentException("A literal is a number, a truth value or a text. Received: "
                + value.getClass().getName());
    }

    private static String odd(double value) {
        return Double.isNaN(value) ? "NaN" : value > 0 ? "POSITIVE_INFINITY" : "NEGATIVE_INFINITY";
    }

    /** A text in quotes; readable in any script, but for what would break the line or the quotes. */
    static String quoted(String text) {
        return text.codePoints()
                .mapToObj(c -> switch (c) {
                    case '"' -> "\\\"";
                    case '\\' -> "\\\\";
                    case '\n' -> "\\n";
                    case '\r' -> "\\r";
                    case '\t' -> "\\t";
                    default -> isPlain(c) ? Character.toString(c) : escaped(c);
                })
                .collect(Collectors.joining("", "\"", "\""));
    }

    private static boolean isPlain(int c) {
        int kind = Character.getType(c);
        return kind != Character.CONTROL
                && kind != Character.FORMAT
                && kind != Character.SURROGATE
                && kind != Character.LINE_SEPARATOR
                && kind != Character.PARAGRAPH_SEPARATOR
                && kind != Character.UNASSIGNED
                && kind != Character.PRIVATE_USE;
    }

    private static String escaped(int c) {
        StringBuilder out = new StringBuilder();
        for (char unit : Character.toChars(c)) {
            out.append(String.format("\\u%04x", (int) unit));
        }
        return out.toString();
    }
}
