package io.layerloom.app.workbench;

import java.util.Optional;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Lets one training go on at a time, whichever of the open projects it belongs to: two would only take the processor from one another. */
public final class Track {

    private final ReadOnlyObjectWrapper<Optional<TrainingDesk>> taken = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper();

    /** Holds the track for a desk from the start of each of its runs to the end. */
    void follow(TrainingDesk desk) {
        desk.stateProperty().addListener((observable, before, state) -> {
            if (state != TrainingDesk.State.IDLE) {
                taken.set(Optional.of(desk));
                progress.bind(desk.progressProperty());
            } else if (taken.get().equals(Optional.of(desk))) {
                progress.unbind();
                taken.set(Optional.empty());
            }
        });
    }

    /** Whose training goes on. */
    public ReadOnlyObjectProperty<Optional<TrainingDesk>> takenProperty() {
        return taken.getReadOnlyProperty();
    }

    /** How far it is, from 0 to 1. */
    public ReadOnlyDoubleProperty progressProperty() {
        return progress.getReadOnlyProperty();
    }
}
