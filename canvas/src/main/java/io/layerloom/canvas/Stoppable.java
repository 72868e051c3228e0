package io.layerloom.canvas;

import java.util.function.BooleanSupplier;
import org.eclipse.elk.core.util.BasicProgressMonitor;

/** Lets ELK stop between two of its phases. */
final class Stoppable extends BasicProgressMonitor {
    private final BooleanSupplier cancelled;

    /** @param cancelled says whether nobody waits any more */
    Stoppable(BooleanSupplier cancelled) {
        this.cancelled = cancelled;
    }

    @Override
    public boolean isCanceled() {
        return cancelled.getAsBoolean();
    }

    @Override
    public BasicProgressMonitor doSubTask(float work, int maxHierarchyLevels) {
        return new Stoppable(cancelled);
    }
}
