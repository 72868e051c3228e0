package io.layerloom.app;

import javafx.application.Application;

/**
 * The entry point of Layerloom.
 *
 * <p>Not an {@link Application} itself: the Java launcher refuses such a class when JavaFX lies on the class path.
 */
public final class Main {

    private Main() {}

    /** Opens the window. */
    public static void main(String[] args) {
        Application.launch(LayerloomApplication.class, args);
    }
}
