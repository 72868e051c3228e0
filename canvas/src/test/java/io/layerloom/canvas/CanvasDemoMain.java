package io.layerloom.canvas;

/** Starts {@link CanvasDemo}; a main class that is no Application starts from a plain class path. */
public final class CanvasDemoMain {

    private CanvasDemoMain() {}

    public static void main(String[] args) {
        CanvasDemo.main(args);
    }
}
