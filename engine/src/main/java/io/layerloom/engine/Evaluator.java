package io.layerloom.engine;

import static io.layerloom.graph.language.Language.tr;

import io.layerloom.graph.Expr;
import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Makes the object that an {@link Expr} describes, by reflection. Only classes of ND4J, DL4J and the kit can be named, so that no expression reaches anything else on the class
 * path.
 */
public final class Evaluator {

    private static final List<String> ALLOWED =
            List.of("org.deeplearning4j.", "org.nd4j.", Evaluator.class.getPackageName() + ".kit.");

    private Evaluator() {}

    /**
     * The value of an expression.
     *
     * @throws EvaluationException if a class, field or method does not exist or refuses its arguments
     */
    public static Object evaluate(Expr expr) {
        try {
            if (expr instanceof Expr.Lit literal) {
                return literal.value();
            }
            if (expr instanceof Expr.Constant constant) {
                return type(constant.type()).getField(constant.name()).get(null);
            }
            if (expr instanceof Expr.New created) {
                return create(created);
            }
            if (expr instanceof Expr.Static called) {
                Class<?> type = type(called.type());
                return invoke(null, type, called.method(), evaluateAll(called.args()));
            }
            Expr.Call call = (Expr.Call) expr;
            Object on = evaluate(call.on());
            return invoke(on, on.getClass(), call.method(), evaluateAll(call.args()));
        } catch (InvocationTargetException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            if (cause instanceof Error error) {
                // Nothing is wrong with the arguments: memory is full, or a library cannot be loaded.
                throw error;
            }
            throw new EvaluationException(
                    tr("%s was refused: %s", what(expr), String.valueOf(cause.getMessage())), cause);
        } catch (ReflectiveOperationException e) {
            throw new EvaluationException(tr("%s does not exist: %s", what(expr), String.valueOf(e.getMessage())), e);
        }
    }

    private static Object[] evaluateAll(List<Expr> args) {
        return args.stream().map(Evaluator::evaluate).toArray();
    }

    private static Object create(Expr.New created) throws ReflectiveOperationException {
        Object[] args = evaluateAll(created.args());
        Constructor<?> constructor = pick(Stream.of(type(created.type()).getConstructors()), args, created.type());
        return constructor.newInstance(spread(constructor, args));
    }

    private static Object invoke(@Nullable Object on, Class<?> type, String name, Object[] args)
            throws ReflectiveOperationException {
        boolean isStatic = on == null;
        Stream<Method> named = Arrays.stream(type.getMethods())
                .filter(m -> m.getName().equals(name) && Modifier.isStatic(m.getModifiers()) == isStatic);
        Method method = pick(named, args, type.getName() + "." + name);
        if (!Modifier.isPublic(method.getDeclaringClass().getModifiers())) {
            // A public method of a hidden parent class, as builders have.
            method.setAccessible(true);
        }
        return method.invoke(on, spread(method, args));
    }

    private static Class<?> type(String name) throws ClassNotFoundException {
        if (ALLOWED.stream().noneMatch(name::startsWith)) {
            throw new EvaluationException("Only classes of ND4J, DL4J and the kit can be used. Received: " + name);
        }
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            int dot = name.lastIndexOf('.');
            if (dot < 0 || !Character.isUpperCase(name.charAt(name.lastIndexOf('.', dot - 1) + 1))) {
                throw e;
            }
            return Class.forName(name.substring(0, dot) + "$" + name.substring(dot + 1));
        }
    }

    /** The executable that Java itself would choose: no varargs before varargs, then the one with the narrowest parameters. */
    private static <X extends Executable> X pick(Stream<X> candidates, Object[] args, String what)
            throws NoSuchMethodException {
        return candidates
                .filter(candidate -> fits(candidate, args))
                .min(Comparator.comparing(Executable::isVarArgs)
                        .thenComparing(candidate -> width(candidate, args))
                        // A bridge may be all there is: the way to a public method of a hidden parent class.
                        .thenComparing(Executable::isSynthetic))
                .orElseThrow(() -> new NoSuchMethodException(what + " for " + types(args)));
    }

    private static boolean fits(Executable candidate, Object[] args) {
        Class<?>[] params = candidate.getParameterTypes();
        if (!candidate.isVarArgs()) {
            return params.length == args.length && allFit(params, args, params.length);
        }
        int fixed = params.length - 1;
        Class<?> rest = params[fixed].getComponentType();
        return args.length >= fixed
                && allFit(params, args, fixed)
                && Arrays.stream(args, fixed, args.length).allMatch(arg -> rank(rest, arg) >= 0);
    }

    private static boolean allFit(Class<?>[] params, Object[] args, int count) {
        for (int i = 0; i < count; i++) {
            if (rank(params[i], args[i]) < 0) {
                return false;
            }
        }
        return true;
    }

    private static int width(Executable candidate, Object[] args) {
        Class<?>[] params = candidate.getParameterTypes();
        int sum = 0;
        for (int i = 0; i < args.length; i++) {
            boolean inRest = candidate.isVarArgs() && i >= params.length - 1;
            sum += rank(inRest ? params[params.length - 1].getComponentType() : params[i], args[i]);
        }
        return sum;
    }

    /** How far a parameter type is from an argument: 0 exactly its type, more for wider ones, -1 if it does not fit. */
    private static int rank(Class<?> param, Object arg) {
        if (!param.isPrimitive()) {
            return param.isInstance(arg) ? (param == arg.getClass() ? 1 : 2) : -1;
        }
        if (arg instanceof Boolean) {
            return param == boolean.class ? 0 : -1;
        }
        List<Class<?>> wider = List.of(int.class, long.class, float.class, double.class);
        int from = arg instanceof Integer
                ? 0
                : arg instanceof Long ? 1 : arg instanceof Float ? 2 : arg instanceof Double ? 3 : 9;
        int at = wider.indexOf(param);
        return at < from ? -1 : at - from;
    }

    private static Object[] spread(Executable executable, Object[] args) {
        if (!executable.isVarArgs()) {
            return args;
        }
        Class<?>[] params = executable.getParameterTypes();
        int fixed = params.length - 1;
        Object rest = Array.newInstance(params[fixed].getComponentType(), args.length - fixed);
        for (int i = fixed; i < args.length; i++) {
            Array.set(rest, i - fixed, args[i]);
        }
        Object[] out = Arrays.copyOf(args, params.length);
        out[fixed] = rest;
        return out;
    }

    private static String what(Expr expr) {
        if (expr instanceof Expr.New created) {
            return "new " + created.type();
        }
        if (expr instanceof Expr.Static called) {
            return called.type() + "." + called.method();
        }
        if (expr instanceof Expr.Constant constant) {
            return constant.type() + "." + constant.name();
        }
        return expr instanceof Expr.Call call ? "." + call.method() : expr.toString();
    }

    private static String types(Object[] args) {
        return Arrays.stream(args)
                .map(arg -> arg.getClass().getSimpleName())
                .toList()
                .toString();
    }
}
