package io.layerloom.app.workbench;

import static io.layerloom.graph.language.Language.tr;

import io.layerloom.engine.MissingOriginException;
import io.layerloom.engine.RunEvent;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;

/** What is said of runs over the page; why one broke off only where the person does not read it in the monitor. */
final class RunNotices {

    private final Notices notices;
    private final BooleanSupplier watched;

    /** What the run at hand told of how things stand, such as that a card cannot be used. */
    private final List<String> reminded = new ArrayList<>();

    private Consumer<String> missingOrigin = start -> {};

    /** @param watched whether the person sees the monitor */
    RunNotices(Notices notices, BooleanSupplier watched) {
        this.notices = notices;
        this.watched = watched;
    }

    /** What "Open it" does about a project or sample that must be trained first. */
    void onMissingOrigin(Consumer<String> action) {
        missingOrigin = action;
    }

    /** A run begins. */
    void begin() {
        notices.clear();
        reminded.clear();
    }

    /** A run is over. */
    void end() {
        notices.stillSo(reminded);
    }

    void trainsElsewhere(String project, ObservableValue<Boolean> whilst) {
        notices.failure(
                tr(
                        "%s is being trained, and one project trains at a time. Wait for its end, or stop it in its tab.",
                        project),
                whilst);
    }

    void cannotGoOn(Throwable failure) {
        notices.failure(tr("Training cannot go on: %s", Tasks.sentence(failure)));
    }

    /** Offers to open what a run was to start from, if it is that which is missing; another plan may start from something else. */
    void offerOrigin(Throwable failure, ObservableValue<Boolean> whilst) {
        if (failure instanceof MissingOriginException missing) {
            notices.show(new Notice(
                            Notice.Tone.FAILURE,
                            Tasks.sentence(failure),
                            Optional.of(new Notice.Action(tr("Open it"), () -> missingOrigin.accept(missing.start()))))
                    .whilst(whilst));
        }
    }

    /** @param resume goes on with the run where it broke off */
    void failed(RunEvent.Failed failure, Runnable resume) {
        if (watched.getAsBoolean()) {
            return;
        }
        Optional<Notice.Action> offer = failure.resumable()
                ? Optional.of(new Notice.Action(tr("Resume from checkpoint"), resume))
                : Optional.empty();
        notices.show(new Notice(Notice.Tone.FAILURE, failure.message(), offer));
    }

    /** Something to know that holds beyond this run. */
    void remind(RunEvent.Notice notice) {
        String sentence = tr(notice.sentence());
        reminded.add(sentence);
        notices.remind(new Notice(Notice.Tone.CAUTION, sentence, Optional.empty()));
    }

    void inherited(RunEvent.Inherited inherited) {
        notices.done(inherited.sentence());
    }

    /** Why the run in this folder never began, in words. */
    static String why(Path run, Throwable failure) {
        boolean noRoom = failure instanceof FileSystemException refused
                && refused.getFile() != null
                && run.startsWith(refused.getFile());
        String sentence = Tasks.sentence(failure);
        return noRoom
                ? sentence + " "
                        + tr("Runs are kept beside the project: save it in another folder, and train it there.")
                : sentence;
    }
}
