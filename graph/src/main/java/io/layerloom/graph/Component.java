package io.layerloom.graph;

/** A choice with its settings: which optimizer, which schedule, which source of data. */
public record Component(String type, Values values) {

    /** The same choice with other settings. */
    public Component with(Values other) {
        return new Component(type, other);
    }
}
