package io.layerloom.app.page;

import io.layerloom.app.window.Texts;
import io.layerloom.graph.TrainingPlan;
import io.layerloom.themes.Styles;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.controlsfx.control.RangeSlider;

/** All examples as one line with two thumbs: training up to the first, validation between them, test behind the second. */
final class SplitSlider extends VBox {

    private static final double WHOLE = 100;

    private final Consumer<TrainingPlan.Split> onChange;
    private final RangeSlider slider = new RangeSlider(0, WHOLE, 81, 90);
    private final Label legend = Texts.line("", Styles.MONO, Styles.MUTED, Styles.CAPTION);
    private boolean showing;

    SplitSlider(Consumer<TrainingPlan.Split> onChange) {
        super(4);
        this.onChange = onChange;
        slider.setId("split-slider");
        slider.setAccessibleText("Ends of the training part and of the validation part, in per cent");
        slider.lowValueProperty().addListener((observable, before, after) -> legend());
        slider.highValueProperty().addListener((observable, before, after) -> legend());
        slider.lowValueChangingProperty().addListener((observable, before, changing) -> finish(changing));
        slider.highValueChangingProperty().addListener((observable, before, changing) -> finish(changing));
        getChildren().setAll(slider, legend);
        legend();
    }

    void show(TrainingPlan.Split split) {
        showing = true;
        double known = WHOLE * (1 - split.test());
        slider.setHighValue(WHOLE);
        slider.setLowValue(known * (1 - split.validation()));
        slider.setHighValue(known);
        showing = false;
        legend();
    }

    private void finish(boolean changing) {
        if (!changing && !showing) {
            onChange.accept(split());
        }
    }

    /** The validation part counts among the examples that are not tested. */
    private TrainingPlan.Split split() {
        double known = Math.max(10, Math.rint(slider.getHighValue()));
        double train = Math.max(0.1 * known, Math.rint(slider.getLowValue()));
        return new TrainingPlan.Split(hundredths(1 - train / known), hundredths(1 - known / WHOLE));
    }

    private static double hundredths(double part) {
        return Math.rint(Math.min(0.9, Math.max(0, part)) * WHOLE) / WHOLE;
    }

    private void legend() {
        double train = slider.getLowValue();
        double known = slider.getHighValue();
        legend.setText(String.format(
                Locale.ROOT,
                "%.0f %% training · %.0f %% validation · %.0f %% test",
                train,
                known - train,
                WHOLE - known));
    }
}
