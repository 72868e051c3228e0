package io.layerloom.app.workbench;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableSet;

/** The notices that are shown now, the latest last. */
public final class Notices {

    private static final int MOST = 3;

    private final ObservableList<Notice> shown = FXCollections.observableArrayList();
    /** Held here, because such a view hears of changes only as long as somebody holds it. */
    private final ObservableList<Notice> view = FXCollections.unmodifiableObservableList(shown);

    /** What is so until something changes, and was told; and what of that the person has closed. */
    private final Set<String> reminders = new HashSet<>();

    private final ObservableSet<String> closed;

    /** Notices of which none was closed before. */
    public Notices() {
        this(FXCollections.observableSet(new LinkedHashSet<>()));
    }

    /** @param closed the reminders that the person has closed, here and wherever else they are told */
    public Notices(ObservableSet<String> closed) {
        this.closed = closed;
    }

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

    /** Tells what is so until something changes; what the person has closed is not told again. */
    public void remind(Notice notice) {
        reminders.add(notice.text());
        if (!closed.contains(notice.text())) {
            show(notice);
        }
    }

    /** The person has read a notice. */
    public void close(Notice notice) {
        dismiss(notice);
        if (reminders.contains(notice.text())) {
            closed.add(notice.text());
        }
    }

    /** Only these reminders are still so; any other is told when it comes back, though it was closed before. */
    void stillSo(Collection<String> sentences) {
        closed.retainAll(sentences);
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
