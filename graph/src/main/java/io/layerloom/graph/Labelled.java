package io.layerloom.graph;

/** An enum constant that people read; its {@code name()} in lower case is what files hold. */
public interface Labelled {

    /** The words shown in lists, in the field's usual spelling: "ReLU", "He normal". */
    String label();
}
