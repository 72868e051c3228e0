package io.layerloom.app.window;

import static io.layerloom.graph.language.Language.tr;

import io.layerloom.app.form.FieldRow;
import io.layerloom.app.form.Reading;
import io.layerloom.app.form.TypedEditor;
import io.layerloom.app.workbench.BlockShelf;
import io.layerloom.app.workbench.Drawing;
import io.layerloom.app.workbench.Workbench;
import io.layerloom.graph.Block;
import io.layerloom.graph.BlockEdits;
import io.layerloom.graph.BlockPorts;
import io.layerloom.graph.Edits;
import io.layerloom.graph.LayerType;
import io.layerloom.graph.Node;
import io.layerloom.graph.NodeId;
import io.layerloom.graph.Param;
import io.layerloom.themes.Styles;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.control.Button;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/** What the inspector says of blocks: of one that is selected its name and what can be done with it, of a layer within one which of its settings show on the outside. */
final class BlockPane extends VBox {

    private final Workbench workbench;
    private final Drawing drawing;
    private final TypedEditor<String> name;
    private final FieldRow nameRow;
    private final FlowPane buttons;
    private final Label own = Texts.wrapped("", Styles.MUTED, Styles.CAPTION);
    private final MenuButton shown = new MenuButton(tr("Show on the block"));
    private NodeId node = new NodeId("");
    private String block = "";

    BlockPane(Workbench workbench, BlockShelf shelf) {
        super(12);
        this.workbench = workbench;
        this.drawing = workbench.drawing();
        name = new TypedEditor<>("", text -> text, this::read);
        name.onCommit(other -> workbench.apply(BlockEdits.rename(block, other)));
        nameRow = FieldRow.of(
                tr("Block"), tr("The name of the block, wherever it stands; its layers are named after it."), name);
        nameRow.setId("param-block");
        buttons = new FlowPane(8, 8);
        buttons.getChildren()
                .addAll(
                        button("block-open", tr("Open"), () -> drawing.open(node)),
                        button(
                                "block-unpack",
                                tr("Unpack"),
                                () -> drawing.apply(BlockEdits.unpack(node, workbench.catalog()))),
                        button("block-keep", tr("Save to palette"), () -> block().ifPresent(shelf::keep)));
        shown.setId("block-settings");
        shown.getStyleClass().add(Styles.QUIET);
        shown.setTooltip(FieldRow.help(
                tr("Settings of this layer that each node of the block shows and can have a value of its own for.")));
    }

    private static Button button(String id, String words, Runnable run) {
        Button button = new Button(words);
        button.setId(id);
        button.setOnAction(event -> run.run());
        return button;
    }

    private Optional<Block> block() {
        return drawing.document().graph().find(node).flatMap(Node::block);
    }

    private Reading<String> read(String text) {
        String wanted = text.strip();
        if (!Edits.NAME.matcher(wanted).matches()) {
            return new Reading.Refused<>(
                    tr("begins with a letter and holds only letters, digits and underscores, 64 at most"));
        }
        return BlockEdits.nameFault(workbench.document(), block, wanted).isEmpty()
                ? new Reading.Accepted<>(wanted)
                : new Reading.Refused<>(tr("\"%s\" is taken by another block; choose a name that is free", wanted));
    }

    /** What was typed and refused is put away. */
    void turn() {
        name.putBack();
    }

    void show(Node of) {
        node = of.id();
        Optional<Block> within = drawing.block();
        boolean exposes = within.isPresent() && !BlockPorts.isPort(of) && showSettings(of, within.get());
        getChildren().clear();
        of.block().ifPresent(known -> {
            block = known.name();
            name.show(block);
            getChildren().addAll(nameRow, buttons);
        });
        if (exposes) {
            getChildren().add(shown);
            showOwn(of);
        }
        setVisible(!getChildren().isEmpty());
        setManaged(isVisible());
    }

    /** Who changes what the node has for itself is told where that shows. */
    private void showOwn(Node of) {
        Set<String> keys = drawing.ownSettings(of.id());
        String labels = workbench.catalog().typeOf(of).map(LayerType::params).orElse(List.of()).stream()
                .filter(param -> keys.contains(param.key()))
                .map(Param::label)
                .collect(Collectors.joining(", "));
        if (!labels.isEmpty()) {
            own.setText(tr(
                    "%s: as the node has it through which the block was opened. A change is one of that node alone.",
                    labels));
            getChildren().add(own);
        }
    }

    private boolean showSettings(Node of, Block within) {
        List<Param<?>> params =
                workbench.catalog().typeOf(of).map(LayerType::params).orElse(List.of());
        shown.getItems()
                .setAll(params.stream().map(param -> item(of, param, within)).toList());
        return !params.isEmpty();
    }

    private CheckMenuItem item(Node of, Param<?> param, Block within) {
        Block.Target target = new Block.Target(of.id(), param.key());
        CheckMenuItem item = new CheckMenuItem(param.label());
        item.setId("block-setting-" + param.key());
        item.setSelected(
                within.settings().stream().anyMatch(setting -> setting.targets().contains(target)));
        item.setOnAction(event -> workbench.apply(
                item.isSelected()
                        ? BlockEdits.expose(within.name(), of.id(), param)
                        : BlockEdits.hide(within.name(), of.id(), param.key())));
        return item;
    }
}
