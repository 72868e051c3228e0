package io.layerloom.monitor;

import io.layerloom.engine.Input;
import io.layerloom.themes.Measure;
import io.layerloom.themes.Styles;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;

/** One slider or list for each column of a table; every change gives the network a row to judge. */
public final class FeatureSliders extends GridPane {
    private final Map<String, String> row = new LinkedHashMap<>();
    private @Nullable Consumer<Input> onInput;

    /** Sliders for these columns. */
    public FeatureSliders(List<Feature> features) {
        setHgap(Measure.SPACE_12);
        setVgap(Measure.SPACE_8);
        ColumnConstraints names = new ColumnConstraints();
        names.setMinWidth(Measure.text(96));
        ColumnConstraints editors = new ColumnConstraints();
        editors.setHgrow(Priority.ALWAYS);
        getColumnConstraints().addAll(names, editors);
        for (Feature feature : features) {
            Label name = new Label(feature.name());
            name.getStyleClass().add(Styles.FIELD_LABEL);
            Node editor = feature instanceof Feature.Numeric numeric ? slider(numeric) : list((Feature.Choice) feature);
            addRow(getRowCount(), name, editor);
        }
    }

    private Node slider(Feature.Numeric feature) {
        int digits = digits(feature.greatest() - feature.least());
        Slider slider =
                new Slider(feature.least(), Math.max(feature.greatest(), feature.least() + 1e-9), feature.initial());
        slider.setAccessibleText(feature.name());
        HBox.setHgrow(slider, Priority.ALWAYS);
        TextField field = new TextField(write(feature.initial(), digits));
        field.getStyleClass().add(Styles.MONO);
        field.setPrefWidth(Measure.text(84));
        field.setMinWidth(Measure.text(84));
        row.put(feature.name(), write(feature.initial(), digits));
        slider.valueProperty().addListener((o, before, now) -> {
            String text = write(now.doubleValue(), digits);
            if (!field.isFocused()) {
                field.setText(text);
            }
            put(feature.name(), text);
        });
        field.textProperty().addListener((o, before, now) -> {
            if (field.isFocused()) {
                type(field, slider, feature);
            }
        });
        HBox editor = new HBox(Measure.SPACE_8, slider, field);
        editor.setAlignment(Pos.CENTER_LEFT);
        return editor;
    }

    /** A number beyond the ends of the slider is passed on as it was written. */
    private void type(TextField field, Slider slider, Feature.Numeric feature) {
        field.getStyleClass().remove(Styles.INVALID);
        try {
            double value = Double.parseDouble(field.getText().strip());
            slider.setValue(value);
            put(feature.name(), field.getText().strip());
        } catch (NumberFormatException notANumber) {
            field.getStyleClass().add(Styles.INVALID);
        }
    }

    private Node list(Feature.Choice feature) {
        ComboBox<String> box = new ComboBox<>(FXCollections.observableArrayList(feature.words()));
        box.setValue(feature.initial());
        box.setMaxWidth(Double.MAX_VALUE);
        box.setAccessibleText(feature.name());
        row.put(feature.name(), feature.initial());
        box.valueProperty().addListener((o, before, now) -> put(feature.name(), now));
        return box;
    }

    private void put(String name, String value) {
        row.put(name, value);
        tell();
    }

    /** Has the row judged as it stands. */
    public void tell() {
        if (onInput != null) {
            onInput.accept(new Input.Row(row));
        }
    }

    /** Who gets the row. */
    public void setOnInput(Consumer<Input> consumer) {
        onInput = consumer;
    }

    private static int digits(double span) {
        return Math.max(0, Math.min(6, 2 - (int) Math.floor(Math.log10(Math.max(1e-9, span)))));
    }

    private static String write(double value, int digits) {
        return String.format(Locale.ROOT, "%." + digits + "f", value);
    }
}
