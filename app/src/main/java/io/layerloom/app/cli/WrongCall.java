package io.layerloom.app.cli;

import io.layerloom.app.fault.Sentences;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What is wrong with a call, in the words of the rest of the program instead of the parser's, whose counting of places and names of types help nobody. */
final class WrongCall {

    private WrongCall() {}

    /** One sentence without its stop, so that the way to the help can follow. */
    static String sentence(ParameterException wrong) {
        if (wrong instanceof MissingParameterException missing) {
            return missing(missing);
        }
        if (wrong instanceof UnmatchedArgumentException unmatched) {
            return unmatched(unmatched);
        }
        if (wrong instanceof OverwrittenOptionException twice) {
            return name(twice.getOverwritten()) + " is given more than once";
        }
        ArgSpec argument = wrong.getArgSpec();
        return argument == null || wrong.getValue() == null
                ? withoutStop(Sentences.of(wrong))
                : "%s must be %s. Received: \"%s\"".formatted(name(argument), expected(argument), wrong.getValue());
    }

    private static String missing(MissingParameterException wrong) {
        List<ArgSpec> missing = wrong.getMissing();
        // An option that is there and lacks what must follow it is told by the parser apart from one that is not there.
        if (Sentences.of(wrong).startsWith("Missing required parameter for option") && missing.size() == 1) {
            ArgSpec option = missing.get(0);
            return "%s needs a value behind it: %s".formatted(name(option), option.paramLabel());
        }
        String names = listed(missing.stream().map(WrongCall::called).toList(), "and");
        return names + (missing.size() == 1 ? " is missing" : " are missing");
    }

    private static String unmatched(UnmatchedArgumentException wrong) {
        String first = wrong.getUnmatched().get(0);
        if (!wrong.isUnknownOption()) {
            return "\"%s\" is one argument too many".formatted(first);
        }
        List<String> alike = wrong.getSuggestions();
        String hint = alike.isEmpty()
                ? ""
                : ", but there %s %s".formatted(alike.size() == 1 ? "is" : "are", listed(alike, "and"));
        return "There is no option %s%s".formatted(first, hint);
    }

    /** As it is typed: {@code --out DIR}, {@code RUN}. */
    private static String called(ArgSpec argument) {
        return argument instanceof OptionSpec option && !option.paramLabel().isBlank()
                ? option.longestName() + " " + option.paramLabel()
                : argument.paramLabel();
    }

    private static String name(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    }

    private static String expected(ArgSpec argument) {
        Class<?> type = argument.auxiliaryTypes()[0];
        if (type.isEnum()) {
            List<String> constants = Arrays.stream(type.getEnumConstants())
                    .map(constant -> constant.toString().toLowerCase(Locale.ROOT))
                    .toList();
            return listed(constants, "or");
        }
        boolean real = type == double.class || type == Double.class;
        boolean small = type == int.class || type == Integer.class;
        return real ? "a number" : small ? "a whole number up to %,d".formatted(Integer.MAX_VALUE) : "a whole number";
    }

    private static String listed(List<String> words, String last) {
        int end = words.size() - 1;
        return end < 1
                ? String.join("", words)
                : words.subList(0, end).stream().collect(Collectors.joining(", ")) + " " + last + " " + words.get(end);
    }

    private static String withoutStop(String sentence) {
        return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
    }
}
