package io.layerloom.app.workbench;

import static io.layerloom.graph.language.Language.tr;

import io.layerloom.graph.Block;
import io.layerloom.graph.Catalog;
import io.layerloom.graph.Document;
import io.layerloom.graph.Graph;
import io.layerloom.graph.LayerType;
import io.layerloom.graph.Layout;
import io.layerloom.graph.Node;
import io.layerloom.graph.NodeId;
import io.layerloom.graph.ProjectFile;
import io.layerloom.graph.ProjectFileException;
import io.layerloom.graph.TrainingPlan;
import io.layerloom.graph.Values;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The person's own blocks, kept from project to project: one file each, of the form of a project that holds nothing else. */
public final class BlockShelf {

    private static final Logger LOG = Logger.getLogger(BlockShelf.class.getName());

    /** What {@link io.layerloom.graph.Edits#NAME} takes. */
    private static final int LONGEST = 64;

    private static final NodeId ONLY = new NodeId("n1");

    private final Path folder;
    private final Catalog catalog;
    private final Tasks tasks;
    private final Supplier<Notices> notices;
    private final ObservableList<LayerType> layers = FXCollections.observableArrayList();
    /** Held, because it hears of changes only as long as somebody holds it. */
    private final ObservableList<LayerType> shown = FXCollections.unmodifiableObservableList(layers);

    /**
     * The blocks of a folder, which need not exist.
     *
     * @param notices where the person looks
     */
    public BlockShelf(Path folder, Catalog catalog, Tasks tasks, Supplier<Notices> notices) {
        this.folder = folder;
        this.catalog = catalog;
        this.tasks = tasks;
        this.notices = notices;
        layers.setAll(read(folder).stream().map(block -> block.type(catalog)).toList());
    }

    /** A file that cannot be read stays where it is; the others are there. */
    private static List<Block> read(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<Block> blocks = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> sorted = files.filter(file -> file.toString().endsWith(ProjectFile.EXTENSION))
                    .sorted()
                    .toList();
            for (Path file : sorted) {
                try {
                    ProjectFile.read(file).graph().nodes().values().stream()
                            .findFirst()
                            .flatMap(Node::block)
                            .ifPresent(blocks::add);
                } catch (ProjectFileException unreadable) {
                    LOG.log(Level.WARNING, "A block of the palette cannot be read.", unreadable);
                }
            }
        } catch (IOException unreadable) {
            LOG.log(Level.WARNING, "The blocks in " + folder + " cannot be read.", unreadable);
        }
        return blocks;
    }

    /** Says what they are anew, in the language of now. */
    public void retell() {
        layers.replaceAll(type -> type.block().map(block -> block.type(catalog)).orElse(type));
    }

    /** The blocks as layers, by name. */
    public ObservableList<LayerType> layers() {
        return shown;
    }

    /** Keeps a block; one that was kept under another name can leave the palette then. Another block of its name, which every first block has, stays: this one is then kept under a free name, and the person can replace the other instead. */
    public void keep(Block block) {
        Optional<String> known = layers.stream()
                .flatMap(type -> type.block().stream())
                .filter(own -> own.named(block.name()).equals(block))
                .map(Block::name)
                .findFirst();
        List<String> taken = layers.stream().map(LayerType::name).toList();
        if (known.isPresent() && taken.stream().anyMatch(block.name()::equalsIgnoreCase)) {
            notices.get().done(tr("The block \"%s\" is in the palette already.", known.get()));
            return;
        }
        write(
                () -> block.named(free(block.name(), taken)),
                kept -> known.ifPresentOrElse(former -> tellOf(former, kept), () -> tellOf(block, kept)));
    }

    /** The same block is there under a former name, which nobody may need any more. */
    private void tellOf(String former, Block kept) {
        notices.get()
                .show(new Notice(
                        Notice.Tone.CAUTION,
                        tr(
                                "The block \"%s\" is in the palette of every project now, where it is also called \"%s\".",
                                kept.name(), former),
                        Optional.of(new Notice.Action(
                                tr("Remove \"%s\" from the palette", former),
                                () -> remove(kept.named(former).type(catalog))))));
    }

    private void tellOf(Block block, Block kept) {
        if (kept.name().equals(block.name())) {
            notices.get().done(tr("The block \"%s\" is in the palette of every project now.", kept.name()));
            return;
        }
        String other = layers.stream()
                .map(LayerType::name)
                .filter(block.name()::equalsIgnoreCase)
                .findFirst()
                .orElse(block.name());
        notices.get()
                .show(new Notice(
                        Notice.Tone.CAUTION,
                        tr(
                                "The palette has another block called \"%s\", so this one is kept there as \"%s\".",
                                other, kept.name()),
                        Optional.of(new Notice.Action(
                                tr("Replace the other instead"), () -> replace(other, block, kept)))));
    }

    /** Under the name of the other, which some file systems do not tell from one with other capital letters. */
    private void replace(String other, Block block, Block kept) {
        write(() -> block.named(other), now -> {
            remove(kept.type(catalog));
            notices.get().done(tr("The block \"%s\" of the palette is this one now.", now.name()));
        });
    }

    /** A name that no block in the palette and no file has; some file systems tell no capital letters from small ones. */
    private String free(String name, List<String> taken) {
        String free = name;
        for (int number = 2; isTaken(free, taken); number++) {
            String ending = "_" + number;
            free = name.substring(0, Math.min(name.length(), LONGEST - ending.length())) + ending;
        }
        return free;
    }

    private boolean isTaken(String name, List<String> taken) {
        return taken.stream().anyMatch(name::equalsIgnoreCase) || Files.exists(file(name));
    }

    private void write(Supplier<Block> named, Consumer<Block> then) {
        tasks.of("Keeping a block", () -> {
                    Block block = named.get();
                    Node node = new Node(ONLY, block.name(), Values.EMPTY, block);
                    Graph graph = new Graph(Map.of(ONLY, node), List.of());
                    Files.createDirectories(folder);
                    ProjectFile.write(new Document(graph, Layout.EMPTY, TrainingPlan.INITIAL), file(block.name()));
                    return block;
                })
                .onSuccess(kept -> {
                    layers.removeIf(type -> type.name().equals(kept.name()));
                    layers.add(kept.type(catalog));
                    layers.sort(Comparator.comparing(LayerType::name));
                    then.accept(kept);
                })
                .onFailure(IOException.class, failure -> notices.get().failure(Tasks.sentence(failure)))
                .start();
    }

    /** Takes a block out of the palette; projects that hold it keep it. */
    public void remove(LayerType type) {
        Optional<Block> block = type.block();
        block.ifPresent(gone -> tasks.of("Removing a block", () -> Files.deleteIfExists(file(gone.name())))
                .onSuccess(done -> layers.removeIf(kept -> kept.name().equals(type.name())))
                .onFailure(IOException.class, failure -> notices.get().failure(Tasks.sentence(failure)))
                .start());
    }

    private Path file(String name) {
        return folder.resolve(name + ProjectFile.EXTENSION);
    }
}
