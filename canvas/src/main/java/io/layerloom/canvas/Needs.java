package io.layerloom.canvas;

import static io.layerloom.graph.language.Language.tr;

import java.util.Optional;
import java.util.function.BooleanSupplier;

/** What each action of {@link CanvasActions} needs so that it does something, and what is said where that is missing. */
final class Needs {

    private final Editor editor;
    private final Commands commands;
    private final BooleanSupplier within;

    /** @param within whether a block is open */
    Needs(Editor editor, Commands commands, BooleanSupplier within) {
        this.editor = editor;
        this.commands = commands;
        this.within = within;
    }

    /** Why an action, told by its id, would do nothing now, as a sentence; empty where it does something. */
    Optional<String> missing(String action) {
        return switch (action) {
            case "rename", "runToHere" -> unless(editor.selection().size() == 1, tr("Select one layer first."));
            case "delete" ->
                unless(editor.selectedWire().isPresent() || isSelected(1), tr("Select a layer or a wire first."));
            case "wire" ->
                unless(
                        editor.selectedWire().isPresent() || editor.selection().size() == 1,
                        tr("Select one layer first."));
            case "copy",
                    "cut",
                    "duplicate",
                    "collapse",
                    "bypass",
                    "frame",
                    "block",
                    "upstream",
                    "downstream",
                    "alignLeft",
                    "alignRight",
                    "alignTop",
                    "alignBottom",
                    "nudgeLeft",
                    "nudgeRight",
                    "nudgeUp",
                    "nudgeDown" -> unless(isSelected(1), tr("Select a layer first."));
            case "spreadAcross", "spreadDown" -> unless(isSelected(3), tr("Select three layers or more first."));
            case "freeze" ->
                unless(
                        !CanvasEdits.freezable(editor.document(), editor.catalog(), editor.selection())
                                .isEmpty(),
                        tr("Select a layer with weights first."));
            case "openBlock", "unpack" ->
                unless(
                        commands.singleSelection()
                                .filter(node -> editor.isBlock(node.id()))
                                .isPresent(),
                        tr("Select a block first."));
            case "leaveBlock" -> unless(within.getAsBoolean(), tr("No block is open."));
            case "paste", "pasteWired" -> unless(Clip.take().isPresent(), tr("Copy layers first."));
            case "tidy", "tidyRight", "tidyDown" ->
                layers().or(() -> unless(editor.selection().size() != 1, CanvasActions.alone()));
            case "selectAll", "invert", CanvasActions.FIND -> layers();
            default -> Optional.empty();
        };
    }

    private Optional<String> layers() {
        return unless(!editor.document().graph().nodes().isEmpty(), tr("There are no layers yet."));
    }

    private boolean isSelected(int least) {
        return editor.selection().size() >= least;
    }

    private static Optional<String> unless(boolean met, String sentence) {
        return met ? Optional.empty() : Optional.of(sentence);
    }
}
