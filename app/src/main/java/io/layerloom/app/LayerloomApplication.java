package io.layerloom.app;

import atlantafx.base.theme.PrimerLight;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.layout.BorderPane;
import javafx.stage.Stage;

/** Layerloom's window. */
public final class LayerloomApplication extends Application {

    @Override
    public void start(Stage stage) {
        setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
        stage.setTitle("Layerloom");
        stage.setScene(new Scene(new BorderPane(), 1440, 900));
        stage.show();
    }
}
