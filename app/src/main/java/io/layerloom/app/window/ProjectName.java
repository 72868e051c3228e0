package io.layerloom.app.window;

import io.layerloom.app.workbench.Projects;
import io.layerloom.themes.Styles;
import java.util.List;
import javafx.scene.control.Label;

/** The name of a project as its tab is called, which tells it from others of the same name. */
final class ProjectName extends Label {

    private final Projects projects;
    private final Tabs tabs;

    ProjectName(Projects projects, Tabs tabs) {
        this.projects = projects;
        this.tabs = tabs;
        setId("project-name");
        getStyleClass().add(Styles.MEDIUM);
        Watch.on(projects.placeProperty(), this, ProjectName::tell);
        Watch.on(tabs.all(), this, ProjectName::tell);
        Watch.on(tabs.currentProperty(), this, ProjectName::tell);
        tell();
    }

    private void tell() {
        setText(title());
    }

    private String title() {
        Projects.Place place = projects.place();
        if (place instanceof Projects.Place.None) {
            return "";
        }
        List<Projects> all = tabs.all().stream().map(Tab::projects).toList();
        int at = all.indexOf(projects);
        return at < 0
                ? place.title()
                : TabNames.of(all.stream().map(Projects::place).toList()).get(at);
    }
}
