package io.layerloom.app.cli;

import io.layerloom.app.fault.Sentences;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What is wrong with a call, in the words of the rest of the program instead of the parser's, whose counting of places and names of types help nobody. */
final class WrongCall {

    private static final Pattern QUOTED = Pattern.compile("'([^']+)'");

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
        // The parser tells an option that lacks what must follow it by its sentence alone, and names all that is
        // missing only there.
        String sentence = Sentences.of(wrong);
        List<ArgSpec> missing = wrong.getMissing();
        if (sentence.startsWith("Missing required parameter for option") && missing.size() == 1) {
            ArgSpec option = missing.get(0);
            return "%s needs a value behind it: %s".formatted(name(option), option.paramLabel());
        }
        List<String> names = QUOTED.matcher(sentence)
                .results()
                .map(found -> found.group(1).replace('=', ' '))
                .toList();
        return names.isEmpty()
                ? withoutStop(sentence)
                : listed(names, "and") + (names.size() == 1 ? " is missing" : " are missing");
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
