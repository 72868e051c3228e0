package io.layerloom.app.workbench;

import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The notices that are shown now, the latest last. */
public final class Notices {

    private static final int MOST = 3;

    private final ObservableList<Notice> shown = FXCollections.observableArrayList();
    /** Held here, because such a view hears of changes only as long as somebody holds it. */
    private final ObservableList<Notice> view = FXCollections.unmodifiableObservableList(shown);

    /** The notices in view. */
    public ObservableList<Notice> shown() {
        return view;
    }

    /** Something went well. */
    public void done(String text) {
        show(new Notice(Notice.Tone.DONE, text, Optional.empty()));
    }

    /** Something could not be done. */
    public void failure(String text) {
        show(new Notice(Notice.Tone.FAILURE, text, Optional.empty()));
    }

    /** Shows a notice; one of the same words gives way, and so does the oldest of too many that pass. */
    public void show(Notice notice) {
        shown.removeIf(other -> other.text().equals(notice.text()));
        shown.add(notice);
        if (shown.size() > MOST) {
            shown.stream().filter(Notices::passes).findFirst().ifPresent(shown::remove);
        }
    }

    /** Takes a notice away. */
    public void dismiss(Notice notice) {
        shown.remove(notice);
    }

    /** Takes every notice away that passes with what it is about, as when another project is opened. */
    public void clear() {
        shown.removeIf(Notices::passes);
    }

    private static boolean passes(Notice notice) {
        return notice.refusal().isEmpty();
    }
}
