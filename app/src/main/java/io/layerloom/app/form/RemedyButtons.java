package io.layerloom.app.form;

import io.layerloom.graph.Problem;
import io.layerloom.graph.Remedy;
import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Pane;

/** One button for each way out of a problem, side by side while there is room; a long one wraps instead of growing wider. Takes no room while there is none. */
public final class RemedyButtons extends Pane {

    private static final double GAP = 8;
    private static final double LINE_GAP = 4;

    private final Mending mending;

    /** Buttons that come as soon as the ways out are found. */
    public RemedyButtons(Problem problem, Mending mending) {
        this.mending = mending;
        offer(List.of());
        mending.finder().find(problem, this::offer);
    }

    private void offer(List<Remedy> remedies) {
        getChildren().setAll(remedies.stream().map(this::button).toList());
        setVisible(!remedies.isEmpty());
        setManaged(!remedies.isEmpty());
    }

    private Button button(Remedy remedy) {
        Button button = new Button(remedy.label());
        button.setMnemonicParsing(false); // names of layers have underscores
        button.getStyleClass().add("ll-remedy");
        button.setWrapText(true);
        button.setOnAction(event -> mending.apply().accept(remedy.edit()));
        Tooltip tooltip = new Tooltip();
        tooltip.setOnShowing(
                event -> tooltip.setText(String.join("\n", mending.preview().apply(remedy.edit()))));
        button.setTooltip(tooltip);
        return button;
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computePrefWidth(double height) {
        return getManagedChildren().stream()
                .mapToDouble(button -> Math.ceil(button.prefWidth(-1)) + GAP)
                .sum();
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computePrefHeight(double width) {
        return arrange(width < 0 ? prefWidth(-1) : width, false);
    }

    @Override
    protected void layoutChildren() {
        arrange(getWidth(), true);
    }

    /** Fills line after line and returns the height of all; {@code place} says whether the buttons move there. */
    private double arrange(double width, boolean place) {
        double x = 0;
        double y = 0;
        double line = 0;
        for (Node button : getManagedChildren()) {
            double wide = Math.min(width, Math.ceil(button.prefWidth(-1)));
            double high = Math.ceil(Math.max(button.minHeight(wide), button.prefHeight(wide)));
            if (x > 0 && x + wide > width) {
                x = 0;
                y += line + LINE_GAP;
                line = 0;
            }
            if (place) {
                button.resizeRelocate(x, y, wide, high);
            }
            x += wide + GAP;
            line = Math.max(line, high);
        }
        return y + line;
    }
}
