package io.layerloom.app.workbench;

import io.layerloom.graph.Block;
import io.layerloom.graph.BlockEdits;
import io.layerloom.graph.BlockRefusal;
import io.layerloom.graph.Blocks;
import io.layerloom.graph.Catalog;
import io.layerloom.graph.Document;
import io.layerloom.graph.Edit;
import io.layerloom.graph.Inference;
import io.layerloom.graph.Node;
import io.layerloom.graph.NodeId;
import io.layerloom.graph.RunningInference;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** What is drawn where the person is: the whole network, or what lies within the block that is open. Canvas and inspector show it and send their edits here. */
public final class Drawing {

    private final Catalog catalog;
    private final Consumer<Edit> whole;
    private final RunningInference running;
    private final ReadOnlyObjectWrapper<Document> document = new ReadOnlyObjectWrapper<>(Document.EMPTY);
    private final ReadOnlyObjectWrapper<Inference> inference = new ReadOnlyObjectWrapper<>(Inference.EMPTY);
    private final ReadOnlyObjectWrapper<List<NodeId>> path = new ReadOnlyObjectWrapper<>(List.of());
    private Consumer<String> refused = sentence -> {};
    private final BiConsumer<Document, Boolean> before;
    private Document present = Document.EMPTY;
    private Document next = Document.EMPTY;
    private Inference shapes = Inference.EMPTY;
    private Inference judged = Inference.EMPTY;
    private List<NodeId> opened = List.of();

    /**
     * @param whole does an edit of what is drawn here
     * @param before hears what is about to be shown, and whether it is the same place as before: the whole, or the same block
     */
    Drawing(Catalog catalog, Consumer<Edit> whole, BiConsumer<Document, Boolean> before) {
        this.catalog = catalog;
        this.whole = whole;
        this.before = before;
        this.running = new RunningInference(catalog);
    }

    /** Who hears why something cannot be done within a block. */
    public void onRefusal(Consumer<String> sentence) {
        refused = sentence;
    }

    /** Does an edit of what is drawn here; one that a block cannot bear leaves no trace but a sentence. */
    public void apply(Edit edit) {
        try {
            whole.accept(edit);
        } catch (BlockRefusal refusal) {
            refused.accept(refusal.sentence());
        }
    }

    /** Opens a block of those that are drawn here. */
    public void open(NodeId block) {
        if (document.get().graph().find(block).flatMap(Node::block).isPresent()) {
            List<NodeId> further = new ArrayList<>(opened);
            further.add(block);
            go(further);
        }
    }

    /** Leaves blocks until only so many are open. */
    public void leaveTo(int depth) {
        if (depth < opened.size()) {
            go(opened.subList(0, depth));
        }
    }

    /** Opens just these blocks, each within the one before, as far as they are there. */
    public void openAll(List<NodeId> blocks) {
        if (!blocks.equals(opened)) {
            go(blocks);
        }
    }

    private void go(List<NodeId> further) {
        List<NodeId> former = opened;
        opened = List.copyOf(further);
        follow(former, present, shapes);
        show();
        judged(judged);
    }

    /** The whole is another document from now on. */
    void follow(Document now, Inference inferred) {
        follow(opened, now, inferred);
    }

    private void follow(List<NodeId> former, Document now, Inference inferred) {
        present = now;
        shapes = inferred;
        opened = Blocks.reach(now, opened);
        next = opened.isEmpty() ? now : Blocks.within(now, opened, inferred, catalog);
        before.accept(next, opened.equals(former));
    }

    /** Shows what is drawn now. */
    void show() {
        document.set(next);
    }

    /** The whole was judged; what lies within a block is judged by itself. */
    void judged(Inference all) {
        judged = all;
        inference.set(opened.isEmpty() ? all : running.of(document.get().graph()));
        path.set(opened);
    }

    /** The blocks that are open, each within the one before; none if the whole is drawn. */
    public List<NodeId> path() {
        return opened;
    }

    /** The blocks that are open as they change; set after document and inference. */
    public ReadOnlyObjectProperty<List<NodeId>> pathProperty() {
        return path.getReadOnlyProperty();
    }

    /** The block in which the person is. */
    public Optional<Block> block() {
        return opened.isEmpty() ? Optional.empty() : Optional.of(BlockEdits.at(present, opened));
    }

    /** The settings of a layer in the open block whose values here are those of the node that was opened, or of one around it. */
    public Set<String> ownSettings(NodeId layer) {
        return opened.isEmpty() ? Set.of() : BlockEdits.ownSettings(present, opened, layer, catalog);
    }

    /** What the open blocks are called, from the outermost on. */
    public List<String> trail() {
        List<String> names = new ArrayList<>();
        Document at = present;
        for (NodeId id : opened) {
            Block block = at.graph().node(id).block().orElseThrow();
            names.add(block.name());
            at = block.body();
        }
        return names;
    }

    /** What is drawn now. */
    public Document document() {
        return document.get();
    }

    /** What is drawn as it changes. */
    public ReadOnlyObjectProperty<Document> documentProperty() {
        return document.getReadOnlyProperty();
    }

    /** Shapes and problems of what is drawn now. */
    public Inference inference() {
        return inference.get();
    }

    /** Shapes and problems of what is drawn as they change; set after the document. */
    public ReadOnlyObjectProperty<Inference> inferenceProperty() {
        return inference.getReadOnlyProperty();
    }
}
