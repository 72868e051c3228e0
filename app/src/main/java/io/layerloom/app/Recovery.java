package io.layerloom.app;

import static io.layerloom.graph.language.Language.tr;

import io.layerloom.app.workbench.Journal;
import io.layerloom.app.workbench.Notice;
import io.layerloom.app.workbench.OpenTabs;
import io.layerloom.app.workbench.Projects;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** After the program ended without being closed: offers what was open then, and what was not saved. */
final class Recovery {

    private final Sessions sessions;
    private final OpenTabs open;
    private final Journal journal;

    Recovery(Sessions sessions, OpenTabs open) {
        this.sessions = sessions;
        this.open = open;
        this.journal = sessions.current().journal;
    }

    /** Several tabs are one offer; unsaved work of other projects, of which recent ones have files, is offered for each. */
    void offer(List<Path> recent) {
        List<Projects.Place> places = open.left();
        if (places.size() < 2) {
            open.forget();
            journal.lookBack(recent, List.of());
            return;
        }
        journal.lookBack(recent, places);
        sessions.current()
                .notices
                .show(new Notice(
                                Notice.Tone.CAUTION,
                                tr(
                                        "Layerloom ended while these projects were open: %s.",
                                        places.stream()
                                                .map(Projects.Place::title)
                                                .collect(Collectors.joining(", "))),
                                Optional.of(new Notice.Action(tr("Open them again"), () -> {
                                    open.forget();
                                    openAll(places.iterator(), () -> sessions.arrange(places));
                                })))
                        .withRefusal(new Notice.Action(tr("Not now"), () -> {
                            open.forget();
                            journal.lookBack(recent, List.of());
                        })));
    }

    /** One after the other; some may be open by now, and the person may have gone elsewhere meanwhile. */
    private void openAll(Iterator<Projects.Place> places, Runnable then) {
        if (places.hasNext()) {
            Projects.Place place = places.next();
            sessions.restore(place, journal.leftOf(place), () -> openAll(places, then));
        } else {
            then.run();
        }
    }
}
