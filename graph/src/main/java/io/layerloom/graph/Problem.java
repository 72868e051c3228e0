package io.layerloom.graph;

import java.util.List;
import java.util.Optional;

/**
 * Something that a person should know about a document: derived from it, never stored.
 *
 * @param node where it shows; empty for problems of the whole
 * @param port the input that is to blame
 * @param param the key of the setting that is to blame
 * @param message one or two sentences: what is wrong, with the numbers
 * @param proposals settings that may mend it; {@link Remedies} checks them
 */
public record Problem(
        Severity severity,
        Cause cause,
        Optional<NodeId> node,
        Optional<Integer> port,
        Optional<String> param,
        String message,
        List<Inferred.Proposal> proposals) {

    public Problem {
        proposals = List.copyOf(proposals);
    }

    /** How bad it is. */
    public enum Severity {
        /** Training is not possible. */
        ERROR,
        /** Training is possible, though perhaps not what was meant. */
        WARNING
    }

    /** The family it belongs to; remedies are sought by it. */
    public enum Cause {
        SHAPE,
        /** Inputs are stacked and not taken apart, or the other way round. */
        STACK,
        MISSING_INPUT,
        CYCLE,
        AFTER_OUTPUT,
        UNKNOWN_LAYER,
        /** A layer holds a setting that it does not have. */
        UNKNOWN_SETTING,
        BAD_VALUE,
        NO_INPUT,
        NO_OUTPUT,
        UNUSED,
        LABELS,
        DATA,
        PLAN
    }

    /** An error at a node. */
    public static Problem error(Cause cause, NodeId node, String message) {
        return new Problem(
                Severity.ERROR, cause, Optional.of(node), Optional.empty(), Optional.empty(), message, List.of());
    }

    /** An error of the whole document. */
    public static Problem error(Cause cause, String message) {
        return new Problem(
                Severity.ERROR, cause, Optional.empty(), Optional.empty(), Optional.empty(), message, List.of());
    }

    /** A warning at a node. */
    public static Problem warning(Cause cause, NodeId node, String message) {
        return new Problem(
                Severity.WARNING, cause, Optional.of(node), Optional.empty(), Optional.empty(), message, List.of());
    }

    /** An error at a node from a shape or label rule. */
    public static Problem error(Cause cause, NodeId node, Inferred.Bad bad) {
        return new Problem(
                Severity.ERROR,
                cause,
                Optional.of(node),
                Optional.empty(),
                bad.culprit().map(Param::key),
                bad.message(),
                bad.proposals());
    }

    /** The same problem, blamed on one input. */
    public Problem at(int input) {
        return new Problem(severity, cause, node, Optional.of(input), param, message, proposals);
    }

    /** The same problem, blamed on one setting. */
    public Problem of(Param<?> setting) {
        return of(setting.key());
    }

    /** The same problem, blamed on the setting of this key, which for a part of the plan names the part too. */
    Problem of(String setting) {
        return new Problem(severity, cause, node, port, Optional.of(setting), message, proposals);
    }

    /** The same problem where it does not keep the network from training. */
    Problem harmless() {
        return new Problem(Severity.WARNING, cause, node, port, param, message, proposals);
    }

    /** Whether it keeps the network from training. */
    public boolean isError() {
        return severity == Severity.ERROR;
    }
}
