package io.layerloom.app.workbench;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.collections.ObservableSet;
import javafx.util.Subscription;

/** The notices that are shown now, the latest last. */
public final class Notices {

    private static final int MOST = 3;

    private final ObservableList<Notice> shown = FXCollections.observableArrayList();
    /** Held here, because such a view hears of changes only as long as somebody holds it. */
    private final ObservableList<Notice> view = FXCollections.unmodifiableObservableList(shown);

    /** What is so until something changes, and was told; and what of that the person has closed. */
    private final Set<String> reminders = new HashSet<>();

    private final ObservableSet<String> closed;

    /** What watches whether the notices in view still hold. */
    private final Map<Notice, Subscription> watched = new HashMap<>();

    /** Notices of which none was closed before. */
    public Notices() {
        this(FXCollections.observableSet(new LinkedHashSet<>()));
    }

    /** @param closed the reminders that the person has closed, here and wherever else they are told */
    public Notices(ObservableSet<String> closed) {
        this.closed = closed;
        shown.addListener((ListChangeListener<Notice>) change -> {
            while (change.next()) {
                change.getRemoved().forEach(this::unwatch);
            }
        });
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

    /** Something could not be done, which is of interest as long as a condition holds. */
    public void failure(String text, ObservableValue<Boolean> whilst) {
        show(new Notice(Notice.Tone.FAILURE, text, Optional.empty()).whilst(whilst));
    }

    /** Shows a notice as long as it holds; one of the same words gives way, and so does, of too many, the oldest that passes. Where none does, all stay. */
    public void show(Notice notice) {
        shown.removeIf(other -> other.text().equals(notice.text()));
        if (!notice.holds().map(ObservableValue::getValue).orElse(true)) {
            return;
        }
        shown.add(notice);
        notice.holds().ifPresent(condition -> watch(notice, condition));
        if (shown.size() > MOST) {
            shown.stream()
                    .filter(other -> passes(other) && !other.equals(notice))
                    .findFirst()
                    .ifPresent(shown::remove);
        }
    }

    private void watch(Notice notice, ObservableValue<Boolean> condition) {
        watched.put(notice, condition.subscribe((before, holds) -> {
            if (!holds) {
                dismiss(notice);
            }
        }));
    }

    private void unwatch(Notice notice) {
        Optional.ofNullable(watched.remove(notice)).ifPresent(Subscription::unsubscribe);
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

    /** Nobody looks here any more: takes every notice away, with what watches whether it holds. */
    public void end() {
        shown.clear();
    }

    private static boolean passes(Notice notice) {
        return notice.refusal().isEmpty();
    }
}
