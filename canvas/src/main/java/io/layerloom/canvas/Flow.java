package io.layerloom.canvas;

/** Which way a tidied network runs. */
public enum Flow {
    /** From left to right, a long network in rows one below the other. */
    RIGHT,
    /** From top to bottom, a long network in columns side by side. */
    DOWN
}
