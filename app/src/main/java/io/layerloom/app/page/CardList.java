package io.layerloom.app.page;

import static io.layerloom.graph.language.Language.later;
import static io.layerloom.graph.language.Language.tr;

import io.layerloom.app.window.Texts;
import io.layerloom.app.window.Watch;
import io.layerloom.app.workbench.GpuDesk;
import io.layerloom.engine.gpu.Card;
import io.layerloom.engine.gpu.Gpu;
import io.layerloom.engine.gpu.GpuCheck;
import io.layerloom.engine.gpu.Judgement;
import io.layerloom.graph.language.Language;
import io.layerloom.themes.Icons;
import io.layerloom.themes.Measure;
import io.layerloom.themes.Styles;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** The NVIDIA cards of this computer, each with what was found of it, and whether one of them can train. */
final class CardList extends VBox {

    private static final List<String> TITLES =
            List.of(later("Compute capability"), later("Driver"), later("Free memory"), later("Load"));
    private static final List<Double> WIDTHS = List.of(112.0, 88.0, 128.0, 48.0);

    private final VBox found = new VBox(12);

    CardList(GpuDesk gpu) {
        getStyleClass().add(Styles.CARD);
        setId("gpu-cards");
        Button again = new Button(null, Icons.REFRESH.node());
        again.getStyleClass().addAll(Styles.ICON_BUTTON, Styles.QUIET);
        again.setId("gpu-look");
        again.setAccessibleText(tr("Look again"));
        again.setTooltip(new Tooltip(tr("Look again")));
        again.setOnAction(event -> gpu.look());
        again.disableProperty().bind(gpu.lookingProperty());
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(8, Texts.line(tr("Graphics cards"), Styles.TITLE), gap, again);
        head.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(head, found);
        Watch.on(
                gpu.checkProperty(), this, list -> list.show(gpu.checkProperty().get()));
        show(gpu.checkProperty().get());
    }

    private void show(Optional<GpuCheck> check) {
        if (check.isEmpty()) {
            found.getChildren().setAll(Texts.line(tr("Looking for graphics cards…"), Styles.MUTED));
            return;
        }
        found.getChildren().setAll(verdict(check.get()));
        if (!check.get().cards().isEmpty()) {
            found.getChildren().add(table(check.get()));
        }
    }

    private static Node verdict(GpuCheck check) {
        boolean ready = check.verdict() instanceof Gpu.Ready;
        boolean nothing = check.cards().isEmpty();
        FontIcon icon = (ready ? Icons.SUCCESS : nothing ? Icons.CPU : Icons.INFO).node(Icons.MEDIUM);
        icon.getStyleClass().add(ready ? Styles.OK : Styles.MUTED);
        Label sentence = Texts.wrapped(check.sentence());
        sentence.setId("gpu-verdict");
        HBox.setHgrow(sentence, Priority.ALWAYS);
        return new HBox(8, icon, sentence);
    }

    private static Node table(GpuCheck check) {
        VBox table = new VBox(16);
        table.getStyleClass().add(Styles.WELL);
        table.getChildren()
                .add(row(
                        Texts.line(tr("Card"), Styles.MUTED, Styles.CAPTION),
                        TITLES.stream().map(Language::tr).toList(),
                        Styles.MUTED,
                        Styles.CAPTION));
        check.cards().forEach(judged -> table.getChildren().add(entry(judged)));
        return table;
    }

    private static Node entry(Judgement judged) {
        Card card = judged.card();
        FontIcon icon = (judged.isUsable() ? Icons.SUCCESS : Icons.PROBLEM).node();
        icon.getStyleClass().add(judged.isUsable() ? Styles.OK : Styles.BAD);
        HBox name = new HBox(8, icon, Texts.line(card.name(), Styles.MEDIUM));
        name.setAlignment(Pos.CENTER_LEFT);
        List<String> figures = List.of(
                card.capability().map(Object::toString).orElse("–"),
                card.driver().map(Object::toString).orElse("–"),
                CardFigures.memory(card.freeMebibytes(), card.totalMebibytes()),
                CardFigures.load(card));
        return new VBox(
                4, row(name, figures, Styles.MONO), Texts.wrapped(judged.sentence(), Styles.MUTED, Styles.CAPTION));
    }

    private static HBox row(Node first, List<String> texts, String... styles) {
        HBox row = new HBox(16, first);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        row.getChildren().add(gap);
        for (int i = 0; i < texts.size(); i++) {
            Label text = Texts.line(texts.get(i), styles);
            text.setAlignment(Pos.CENTER_RIGHT);
            text.setMinWidth(Measure.text(WIDTHS.get(i)));
            row.getChildren().add(text);
        }
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }
}
