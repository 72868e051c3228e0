package io.layerloom.graph;

import java.util.ArrayList;
import java.util.List;

/**
 * A Java expression as data: the engine evaluates it, the code generator prints it, so the network that trains and the source that is exported are one thing. Types are binary
 * or canonical class names.
 */
public sealed interface Expr {

    /** A literal: {@code Integer, Long, Float, Double, Boolean} or {@code String}. */
    record Lit(Object value) implements Expr {}

    /** A public static field or enum constant. */
    record Constant(String type, String name) implements Expr {}

    /** A constructor call. */
    record New(String type, List<Expr> args) implements Expr {
        public New {
            args = List.copyOf(args);
        }
    }

    /** A static method call. */
    record Static(String type, String method, List<Expr> args) implements Expr {
        public Static {
            args = List.copyOf(args);
        }
    }

    /** A method call on the value of another expression; builder chains are nested calls. */
    record Call(Expr on, String method, List<Expr> args) implements Expr {
        public Call {
            args = List.copyOf(args);
        }
    }

    /** A constructor call; arguments that are not expressions become literals. */
    static Expr make(String type, Object... args) {
        return new New(type, wrap(args));
    }

    /** A static method call; arguments that are not expressions become literals. */
    static Expr of(String type, String method, Object... args) {
        return new Static(type, method, wrap(args));
    }

    /** A public static field or enum constant. */
    static Expr constant(String type, String name) {
        return new Constant(type, name);
    }

    /** The start of a builder chain on a new object. */
    static Chain builder(String type, Object... args) {
        return new Chain(make(type, args));
    }

    /** The start of a chain on any expression. */
    static Chain chain(Expr start) {
        return new Chain(start);
    }

    private static List<Expr> wrap(Object... args) {
        List<Expr> out = new ArrayList<>();
        for (Object arg : args) {
            out.add(arg instanceof Expr expr ? expr : new Lit(arg));
        }
        return out;
    }

    /** Calls strung together on one object. */
    record Chain(Expr expr) {

        /** One more call whose result the chain goes on with. */
        public Chain set(String method, Object... args) {
            return new Chain(new Call(expr, method, wrap(args)));
        }

        /** The same chain where the condition fails, one more call where it holds. */
        public Chain setIf(boolean condition, String method, Object... args) {
            return condition ? set(method, args) : this;
        }

        /** The chain closed by {@code build()}. */
        public Expr build() {
            return new Call(expr, "build", List.of());
        }
    }
}
