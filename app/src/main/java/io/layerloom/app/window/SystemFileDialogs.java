package io.layerloom.app.window;

import io.layerloom.app.workbench.SettingsFile;
import io.layerloom.graph.ProjectFile;
import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/** The choosers of the system, beginning in the folder that was used last. */
public final class SystemFileDialogs implements FileDialogs {

    private final Window owner;
    private final SettingsFile settings;

    /** Choosers in front of a window. */
    public SystemFileDialogs(Window owner, SettingsFile settings) {
        this.owner = owner;
        this.settings = settings;
    }

    @Override
    public Optional<Path> openProject() {
        return Optional.ofNullable(chooser("Open project").showOpenDialog(owner))
                .map(File::toPath);
    }

    @Override
    public Optional<Path> saveProject(String suggested) {
        FileChooser chooser = chooser("Save project");
        chooser.setInitialFileName(suggested);
        return Optional.ofNullable(chooser.showSaveDialog(owner)).map(File::toPath);
    }

    @Override
    public Optional<Path> folder(String title) {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(title);
        start().ifPresent(chooser::setInitialDirectory);
        return Optional.ofNullable(chooser.showDialog(owner)).map(File::toPath);
    }

    private FileChooser chooser(String title) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        chooser.getExtensionFilters()
                .setAll(
                        new FileChooser.ExtensionFilter("Layerloom projects", "*" + ProjectFile.EXTENSION),
                        new FileChooser.ExtensionFilter("All files", "*.*"));
        start().ifPresent(chooser::setInitialDirectory);
        return chooser;
    }

    private Optional<File> start() {
        return Optional.of(settings.get().folder())
                .filter(folder -> !folder.isBlank())
                .map(File::new)
                .filter(File::isDirectory);
    }
}
