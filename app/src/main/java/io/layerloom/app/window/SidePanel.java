package io.layerloom.app.window;

import static io.layerloom.graph.language.Language.tr;

import io.layerloom.app.workbench.SettingsFile;
import io.layerloom.themes.Icons;
import io.layerloom.themes.Measure;
import io.layerloom.themes.Styles;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/**
 * A panel beside the drawing. It is docked; or, where the drawing needs the room or the person wants it so, folded to a strip from which it opens over the drawing, until the person goes on elsewhere.
 * What the person chose is remembered, and holds whatever the room.
 */
public final class SidePanel extends StackPane {

    /** How a panel stands to the drawing. */
    public enum Stand {
        /** Beside it. */
        DOCKED,
        /** Only its strip is there. */
        FOLDED,
        /** Over it. */
        OPEN
    }

    private static final double STRIP = 40;
    private static final double NOBODY_CHOSE = -1;
    private static final PseudoClass OVER = PseudoClass.getPseudoClass("over");

    private final Region panel;
    private final Navigation.Side side;
    private final SettingsFile settings;
    private final Button strip = new Button();
    private final Button turn = new Button();
    private final ReadOnlyObjectWrapper<Stand> stand = new ReadOnlyObjectWrapper<>(Stand.DOCKED);
    private boolean crowded;

    /** A panel that its keys show and hide. */
    public SidePanel(Region panel, Navigation.Side side, Navigation navigation, SettingsFile settings) {
        this.panel = panel;
        this.side = side;
        this.settings = settings;
        boolean left = side == Navigation.Side.LAYERS;
        getStyleClass().addAll("ll-side", left ? Styles.EDGE_RIGHT : Styles.EDGE_LEFT);
        getChildren().addAll(panel, turn);
        StackPane.setAlignment(turn, left ? Pos.BOTTOM_RIGHT : Pos.BOTTOM_LEFT);
        turn.getStyleClass().addAll(Styles.ICON_BUTTON, "ll-side-turn");
        turn.setId(side.id() + "-turn");
        turn.setTooltip(new Tooltip());
        turn.setFocusTraversable(false);
        turn.visibleProperty().bind(hoverProperty().or(stand.isEqualTo(Stand.OPEN)));
        turn.setOnAction(event -> choose(stand.get() != Stand.DOCKED));
        fillStrip(left);
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE && stand.get() == Stand.OPEN) {
                event.consume();
                close();
            }
        });
        // What is dragged out of it is to land on the drawing below.
        setOnMouseDragExited(event -> close());
        Watch.on(navigation.turnedProperty(side), this, SidePanel::toggle);
        settle();
    }

    private void fillStrip(boolean left) {
        VBox signs = new VBox(Measure.SPACE_8, side.icon().node(Icons.MEDIUM), upright(side.label(), left));
        signs.setAlignment(Pos.TOP_CENTER);
        strip.setGraphic(signs);
        strip.getStyleClass().addAll("ll-strip", left ? Styles.EDGE_RIGHT : Styles.EDGE_LEFT);
        strip.setId(side.id() + "-strip");
        strip.setAccessibleText(side.action());
        strip.setTooltip(new Tooltip(side.action() + "  " + side.keys().getDisplayText()));
        strip.setMinWidth(stripWidth());
        strip.setMaxSize(stripWidth(), Double.MAX_VALUE);
        strip.managedProperty().bind(strip.visibleProperty());
        strip.visibleProperty().bind(stand.isNotEqualTo(Stand.DOCKED));
        strip.setOnAction(event -> toggle());
    }

    /** A word along the edge: Latin letters lie on their side, Chinese characters stand below each other. */
    private static Node upright(String word, boolean left) {
        if (word.codePoints().allMatch(Character::isIdeographic)) {
            return Texts.line(String.join("\n", word.split("")), Styles.MEDIUM);
        }
        Label lying = Texts.line(word, Styles.MEDIUM);
        lying.setRotate(left ? -90 : 90);
        return new Group(lying);
    }

    /** The side panel that something stands in. */
    static Optional<SidePanel> around(Node node) {
        return Stream.iterate(node, Objects::nonNull, (Node at) -> at.getParent())
                .filter(SidePanel.class::isInstance)
                .map(SidePanel.class::cast)
                .findFirst();
    }

    /** How it stands to the drawing. */
    public ReadOnlyObjectProperty<Stand> standProperty() {
        return stand.getReadOnlyProperty();
    }

    /** What is left of it where it is folded, to be put at the edge of the page. */
    public Button strip() {
        return strip;
    }

    /** Says whether the drawing would have too little room beside it. */
    public void crowd(boolean tooLittle) {
        crowded = tooLittle;
        settle();
    }

    /** How much of the width it takes with room for it, or without, in pixels; docked, as much as the person gives it. */
    public double taken(boolean tooLittle) {
        if (!chosen().orElse(!tooLittle)) {
            return stripWidth();
        }
        return stand.get() == Stand.DOCKED && getWidth() > 0 ? getWidth() : widthWhenDocked();
    }

    /** The width that it has where it is docked again. */
    private double widthWhenDocked() {
        double kept = settings.get().measure(side.id(), NOBODY_CHOSE);
        return kept == NOBODY_CHOSE ? panel.getPrefWidth() : Measure.panel(kept);
    }

    /** Brings it into view with the keyboard in it, over the drawing where it is folded. */
    public void open() {
        if (stand.get() == Stand.FOLDED) {
            stand.set(Stand.OPEN);
            mark();
            Zones.first(panel).ifPresent(Node::requestFocus);
        }
    }

    /** Gives the drawing free again if something else is used: what lies neither in it nor on its strip. */
    public void closeUnless(Node used) {
        if (!Zones.isWithin(used, this) && !Zones.isWithin(used, strip)) {
            close();
        }
    }

    /** Gives the drawing free again. */
    public void close() {
        if (stand.get() == Stand.OPEN) {
            stand.set(Stand.FOLDED);
            mark();
        }
    }

    private void toggle() {
        switch (stand.get()) {
            case DOCKED -> choose(false);
            case OPEN -> close();
            case FOLDED -> open();
        }
    }

    private void choose(boolean docked) {
        settings.update(now -> now.with(key(), docked ? 1 : 0));
        stand.set(docked ? Stand.DOCKED : Stand.FOLDED);
        settle();
    }

    private Optional<Boolean> chosen() {
        double kept = settings.get().measure(key(), NOBODY_CHOSE);
        return kept == NOBODY_CHOSE ? Optional.empty() : Optional.of(kept == 1);
    }

    private String key() {
        return side.id() + ".docked";
    }

    private void settle() {
        if (chosen().orElse(!crowded)) {
            stand.set(Stand.DOCKED);
        } else if (stand.get() == Stand.DOCKED) {
            stand.set(Stand.FOLDED);
        }
        mark();
    }

    private void mark() {
        boolean docked = stand.get() == Stand.DOCKED;
        boolean left = side == Navigation.Side.LAYERS;
        pseudoClassStateChanged(OVER, !docked);
        String does = docked ? tr("Fold away") : tr("Keep open");
        turn.setGraphic((docked ? left ? Icons.CHEVRON_LEFT : Icons.CHEVRON_RIGHT : Icons.DOCK).node());
        turn.setAccessibleText(does);
        // The keys fold one away that is kept open, but close one that lies over the drawing.
        turn.getTooltip().setText(docked ? does + "  " + side.keys().getDisplayText() : does);
    }

    private static double stripWidth() {
        return Measure.panel(STRIP);
    }
}
