package io.layerloom.app.window;

import static io.layerloom.graph.language.Language.tr;

import io.layerloom.app.workbench.Projects;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What tabs are called so that no two are called alike: files of one name by their folders, else by numbers. */
final class TabNames {

    private TabNames() {}

    /** The names of projects, in their order. */
    static List<String> of(List<Projects.Place> places) {
        List<String> titles = places.stream().map(TabNames::title).toList();
        List<String> names = new ArrayList<>();
        for (int at = 0; at < places.size(); at++) {
            String title = titles.get(at);
            boolean alone = titles.indexOf(title) == titles.lastIndexOf(title);
            names.add(unlike(names, alone ? title : withFolder(title, places.get(at))));
        }
        return names;
    }

    private static String title(Projects.Place place) {
        return place instanceof Projects.Place.None ? tr("New tab") : place.title();
    }

    private static String withFolder(String title, Projects.Place place) {
        Optional<Path> folder = place.opened().map(Path::getParent).map(Path::getFileName);
        return folder.map(name -> title + " – " + name).orElse(title);
    }

    private static String unlike(List<String> others, String name) {
        String free = name;
        for (int number = 2; others.contains(free); number++) {
            free = name + " " + number;
        }
        return free;
    }
}
