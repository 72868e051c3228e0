package io.layerloom.canvas;

import static io.layerloom.graph.language.Language.tr;

import io.layerloom.graph.Block;
import io.layerloom.graph.BlockEdits;
import io.layerloom.graph.Edits;
import io.layerloom.graph.Graph;
import io.layerloom.graph.Node;
import io.layerloom.graph.NodeId;
import io.layerloom.graph.Point;
import io.layerloom.themes.Measure;
import io.layerloom.themes.Styles;
import java.util.Optional;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** Renames a layer, or the block that a node is, in its place. A name that cannot be is marked and says why; Enter or a click elsewhere takes a good one, Esc leaves. */
final class RenameField extends TextField {

    private final Editor editor;
    private final Prompts prompts;
    private final Runnable closed;
    private Optional<NodeId> node = Optional.empty();

    RenameField(Editor editor, Prompts prompts, Runnable closed) {
        this.editor = editor;
        this.prompts = prompts;
        this.closed = closed;
        setManaged(false);
        setVisible(false);
        textProperty().addListener(observable -> judge());
        setOnAction(event -> {
            if (fault().isEmpty()) {
                commit();
            }
        });
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                close();
                event.consume();
            }
        });
        focusedProperty().addListener((observable, before, now) -> {
            if (!now) {
                commit();
            }
        });
    }

    void open(NodeView view) {
        setAccessibleText(editor.isBlock(view.id()) ? tr("Name of the block") : tr("Name of the layer"));
        node = Optional.of(view.id());
        setText(shown(view.node()));
        setVisible(true);
        place();
        requestFocus();
        selectAll();
    }

    /** Puts the field over the node's title. */
    void place() {
        node.flatMap(id -> editor.diagram().node(id)).ifPresent(view -> {
            Box box = editor.view().toScreen(view.box());
            double width = Math.max(Measure.text(140), box.width() - 16);
            resizeRelocate(Math.rint(box.centreX() - width / 2 + 2), Math.rint(box.y() + 4), width, Measure.text(28));
        });
    }

    boolean isOpen() {
        return node.isPresent();
    }

    private void judge() {
        if (node.isEmpty()) {
            return;
        }
        Optional<String> fault = fault();
        getStyleClass().remove(Styles.INVALID);
        if (fault.isPresent()) {
            getStyleClass().add(Styles.INVALID);
            prompts.caution(fault.get(), new Point(getLayoutX(), getLayoutY() + getHeight() - 12));
        } else {
            prompts.hush();
        }
    }

    /** What stands on the face of a block is the name of the block; that of its node is for sources alone. */
    private static String shown(Node node) {
        return node.block().map(Block::name).orElse(node.name());
    }

    private Optional<String> fault() {
        Graph graph = editor.document().graph();
        String name = getText();
        Optional<Block> block = node.flatMap(graph::find).flatMap(Node::block);
        if (block.isPresent()) {
            return BlockEdits.nameFault(editor.whole(), block.get().name(), name);
        }
        if (!Edits.NAME.matcher(name).matches()) {
            return Optional.of(
                    tr("A name begins with a letter and holds only letters, digits and underscores, 64 at most."));
        }
        boolean taken = graph.named(name)
                .map(Node::id)
                .filter(id -> !node.equals(Optional.of(id)))
                .isPresent();
        return taken ? Optional.of(tr("Another layer is called %s already.", name)) : Optional.empty();
    }

    /** Takes the name if it is a good and a new one, then closes. */
    void commit() {
        Optional<NodeId> id = node;
        boolean good = fault().isEmpty();
        String name = getText();
        close();
        id.filter(known -> good)
                .flatMap(known -> editor.document().graph().find(known))
                .filter(old -> !shown(old).equals(name))
                .ifPresent(old -> editor.send(old.block()
                        .map(block -> BlockEdits.rename(block.name(), name))
                        .orElseGet(() -> Edits.rename(old.id(), name))));
    }

    void close() {
        if (node.isPresent()) {
            boolean typing = isFocused(); // else the keyboard is elsewhere already, and stays there
            node = Optional.empty();
            getStyleClass().remove(Styles.INVALID);
            prompts.hush();
            setVisible(false);
            if (typing) {
                closed.run();
            }
        }
    }
}
