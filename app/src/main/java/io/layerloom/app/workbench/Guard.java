package io.layerloom.app.workbench;

import java.util.function.Consumer;
import java.util.function.Supplier;

/** Stands before every step that would lose work: asks whether to save the changed document, and whether to end a training. */
public final class Guard {

    private final Workbench workbench;
    private final Supplier<Answer> unsaved;
    private final Consumer<Runnable> save;
    private final Runnable discarded;

    /** What a person may answer. */
    public enum Answer {
        SAVE,
        DISCARD,
        CANCEL
    }

    /**
     * A guard over a workbench.
     *
     * @param unsaved asks the person what shall become of the changes
     * @param save saves the project, then goes on; does not go on if saving fails or is called off
     * @param discarded hears that the person does not want the changes
     */
    public Guard(Workbench workbench, Supplier<Answer> unsaved, Consumer<Runnable> save, Runnable discarded) {
        this.workbench = workbench;
        this.unsaved = unsaved;
        this.save = save;
        this.discarded = discarded;
    }

    /** Goes on once nothing can be lost, or the person wants it so. */
    public void pass(Runnable next) {
        if (!workbench.dirtyProperty().get()) {
            next.run();
            return;
        }
        switch (unsaved.get()) {
            case SAVE -> save.accept(next);
            case DISCARD -> {
                discarded.run();
                next.run();
            }
            case CANCEL -> {}
        }
    }
}
