package io.layerloom.app.page;

import static io.layerloom.graph.language.Language.plural;

import io.layerloom.app.window.Texts;
import io.layerloom.app.workbench.ShippedData;
import io.layerloom.app.workbench.ShippedData.Entry;
import io.layerloom.app.workbench.ShippedData.Glimpse;
import io.layerloom.graph.Component;
import io.layerloom.graph.Labels;
import io.layerloom.graph.Shape;
import io.layerloom.themes.Measure;
import io.layerloom.themes.Styles;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.TilePane;
import javafx.scene.layout.VBox;

/** A card for each data set that ships with the program: what it looks like, what it is called and how much it holds; one is chosen. */
final class DataCards extends TilePane {

    private static final double WIDTH = 160;
    private static final double NAME = 34;

    private final ShippedData shipped;
    private final Consumer<Component> choose;
    private final ToggleGroup group = new ToggleGroup();

    DataCards(ShippedData shipped, Consumer<Component> choose) {
        super(Measure.SPACE_8, Measure.SPACE_8);
        this.shipped = shipped;
        this.choose = choose;
        setId("data-cards");
        setPrefColumns(2);
        shipped.all().forEach(entry -> getChildren().add(card(entry)));
    }

    private ToggleButton card(Entry entry) {
        StackPane picture = new StackPane();
        picture.setMinHeight(DataPictures.HEIGHT);
        picture.setAlignment(Pos.CENTER_LEFT);
        Label facts = Texts.line("", Styles.CAPTION, Styles.MUTED);
        // A button does not make room for text that wraps, so there are always two lines.
        Label name = Texts.line(entry.name(), Styles.MEDIUM);
        name.setWrapText(true);
        name.setMinHeight(Measure.text(NAME));
        name.setPrefHeight(Measure.text(NAME));
        name.setAlignment(Pos.TOP_LEFT);
        VBox face = new VBox(Measure.SPACE_4, picture, name, facts);
        face.setPrefWidth(DataPictures.WIDTH);
        ToggleButton card = new ToggleButton(entry.name(), face);
        card.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        card.getStyleClass().addAll(Styles.CARD, "ll-data-card");
        card.setPrefWidth(Measure.panel(WIDTH));
        card.setAlignment(Pos.TOP_LEFT);
        card.setToggleGroup(group);
        card.setUserData(entry.data());
        card.setOnAction(event -> {
            boolean another = card.isSelected();
            card.setSelected(true);
            if (another) {
                choose.accept(entry.data());
            }
        });
        // An arrow selects within a group by itself; here that would load one data set after another.
        card.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode().isArrowKey()) {
                event.consume();
                walk(card, event.getCode());
            }
        });
        shipped.look(entry, glimpse -> {
            picture.getChildren().setAll(DataPictures.of(glimpse));
            facts.setText(facts(glimpse));
        });
        return card;
    }

    /** Leads the keyboard on, in reading order or to the card above or below; space chooses. */
    private void walk(ToggleButton from, KeyCode arrow) {
        int row = columns();
        int step = switch (arrow) {
            case LEFT -> -1;
            case UP -> -row;
            case DOWN -> row;
            default -> 1;
        };
        int to = getChildren().indexOf(from) + step;
        if (to >= 0 && to < getChildren().size()) {
            getChildren().get(to).requestFocus();
        }
    }

    private int columns() {
        double top = getChildren().get(0).getLayoutY();
        return Math.max(1, (int)
                getChildren().stream().filter(card -> card.getLayoutY() == top).count());
    }

    private static String facts(Glimpse glimpse) {
        Shape each = glimpse.schema().features();
        long count = glimpse.schema().examples();
        if (glimpse.schema().labels() instanceof Labels.Text) {
            return plural(count, "%,d pair", "%,d pairs");
        }
        return each instanceof Shape.Image
                ? plural(count, "%,d image", "%,d images")
                : each instanceof Shape.Tokens
                        ? plural(count, "%,d sentence", "%,d sentences")
                        : plural(count, "%,d row", "%,d rows");
    }

    void show(Optional<Component> chosen) {
        group.selectToggle(group.getToggles().stream()
                .filter(card -> chosen.filter(card.getUserData()::equals).isPresent())
                .findFirst()
                .orElse(null));
    }
}
