package io.layerloom.app.page;

import static io.layerloom.graph.language.Language.plural;
import static io.layerloom.graph.language.Language.tr;

import io.layerloom.app.window.Texts;
import io.layerloom.graph.DataSchema;
import io.layerloom.graph.TrainingPlan;
import io.layerloom.themes.Styles;
import java.util.Optional;
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
    private final Label own = Texts.wrapped("", Styles.MUTED, Styles.CAPTION);
    /** Where the second thumb is held, because the data bring their own test set; NaN where it is free. */
    private double fixed = Double.NaN;

    private boolean showing;
    private TrainingPlan.Split split = TrainingPlan.INITIAL.split();

    SplitSlider(Consumer<TrainingPlan.Split> onChange) {
        super(4);
        this.onChange = onChange;
        slider.setId("split-slider");
        slider.setAccessibleText(tr("Ends of the training part and of the validation part, in per cent"));
        slider.lowValueProperty().addListener((observable, before, after) -> legend());
        slider.highValueProperty().addListener((observable, before, after) -> held());
        slider.lowValueChangingProperty().addListener((observable, before, changing) -> finish(changing));
        slider.highValueChangingProperty().addListener((observable, before, changing) -> finish(changing));
        own.managedProperty().bind(own.visibleProperty());
        getChildren().setAll(slider, legend, own);
        legend();
    }

    /** Shows a split of data; what is not known of them is taken from the plan alone. */
    void show(TrainingPlan.Split split, Optional<DataSchema> schema) {
        showing = true;
        this.split = split;
        long brought = schema.map(DataSchema::ownTest).orElse(0L);
        fixed = brought == 0
                ? Double.NaN
                : WHOLE - WHOLE * brought / schema.orElseThrow().examples();
        own.setText(tr("The data bring their own test set: %s.", plural(brought, "%,d example", "%,d examples")));
        own.setVisible(brought > 0);
        double known = brought == 0 ? WHOLE * (1 - split.test()) : fixed;
        slider.setHighValue(WHOLE);
        slider.setLowValue(known * (1 - split.validation()));
        slider.setHighValue(known);
        showing = false;
        legend();
    }

    /** A thumb cannot be disabled alone; one that is held goes back. */
    private void held() {
        if (!showing && !Double.isNaN(fixed) && slider.getHighValue() != fixed) {
            slider.setHighValue(fixed);
        }
        legend();
    }

    private void finish(boolean changing) {
        TrainingPlan.Split chosen = chosen();
        if (!changing && !showing && !chosen.equals(split)) {
            onChange.accept(chosen);
        }
    }

    /** The validation part counts among the examples that are not tested. */
    private TrainingPlan.Split chosen() {
        boolean free = Double.isNaN(fixed);
        double known = free ? Math.max(10, Math.rint(slider.getHighValue())) : fixed;
        double train = Math.max(0.1 * known, Math.rint(slider.getLowValue()));
        return new TrainingPlan.Split(
                hundredths(1 - train / known), free ? hundredths(1 - known / WHOLE) : split.test());
    }

    private static double hundredths(double part) {
        return Math.rint(Math.min(0.9, Math.max(0, part)) * WHOLE) / WHOLE;
    }

    private void legend() {
        double train = slider.getLowValue();
        double known = slider.getHighValue();
        legend.setText(tr("%.0f %% training · %.0f %% validation · %.0f %% test", train, known - train, WHOLE - known));
    }
}
