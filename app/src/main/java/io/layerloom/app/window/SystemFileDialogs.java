package io.layerloom.app.window;

import static io.layerloom.graph.language.Language.tr;

import io.layerloom.app.workbench.SettingsFile;
import io.layerloom.canvas.PictureFormat;
import io.layerloom.graph.ProjectFile;
import io.layerloom.themes.InFront;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

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
    public Optional<Path> openProject(String title) {
        return asked(() -> chooser(title).showOpenDialog(owner));
    }

    @Override
    public Optional<Path> openPicture() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(tr("Open picture"));
        chooser.getExtensionFilters()
                .setAll(
                        new FileChooser.ExtensionFilter(tr("Pictures"), "*.png", "*.jpg", "*.jpeg", "*.gif", "*.bmp"),
                        new FileChooser.ExtensionFilter(tr("All files"), "*.*"));
        start().ifPresent(chooser::setInitialDirectory);
        return asked(() -> chooser.showOpenDialog(owner));
    }

    @Override
    public Optional<Path> saveProject(String suggested) {
        FileChooser chooser = chooser(tr("Save project"));
        chooser.setInitialFileName(suggested);
        return asked(() -> chooser.showSaveDialog(owner));
    }

    @Override
    public Optional<Path> savePicture(String suggested) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(tr("Export picture"));
        chooser.setInitialFileName(suggested);
        for (PictureFormat format : PictureFormat.values()) {
            FileChooser.ExtensionFilter filter = new FileChooser.ExtensionFilter(format.label(), "*" + format.ending());
            chooser.getExtensionFilters().add(filter);
            if (suggested.endsWith(format.ending())) {
                chooser.setSelectedExtensionFilter(filter);
            }
        }
        start().ifPresent(chooser::setInitialDirectory);
        Optional<Path> given = asked(() -> chooser.showSaveDialog(owner));
        Optional<Path> named = given.map(file -> named(file, suggested, chooser.getSelectedExtensionFilter()));
        // Whether a file may be replaced was asked for the name that was given, not for another one.
        return named.filter(file -> !given.equals(named) && Files.exists(file))
                .map(file -> savePicture(String.valueOf(file.getFileName())))
                .orElse(named);
    }

    /** The name that a person gave says the format; the chosen format does where the name has no ending or is still the suggested one. */
    private static Path named(Path file, String suggested, FileChooser.@Nullable ExtensionFilter chosen) {
        String name = String.valueOf(file.getFileName());
        Optional<PictureFormat> format = PictureFormat.of(file);
        if (chosen == null || (format.isPresent() && !name.equals(suggested))) {
            return file;
        }
        int own = format.map(known -> known.ending().length()).orElse(0);
        String ending = chosen.getExtensions().get(0).substring(1);
        return file.resolveSibling(name.substring(0, name.length() - own) + ending);
    }

    @Override
    public Optional<Path> folder(String title) {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(title);
        start().ifPresent(chooser::setInitialDirectory);
        return asked(() -> chooser.showDialog(owner));
    }

    private Optional<Path> asked(Supplier<@Nullable File> chooser) {
        return Optional.ofNullable(InFront.of(owner, chooser)).map(File::toPath);
    }

    private FileChooser chooser(String title) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        chooser.getExtensionFilters()
                .setAll(
                        new FileChooser.ExtensionFilter(tr("Layerloom projects"), "*" + ProjectFile.EXTENSION),
                        new FileChooser.ExtensionFilter(tr("All files"), "*.*"));
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
