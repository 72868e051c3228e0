package io.layerloom.app.window;

import java.nio.file.Path;
import java.util.Optional;

/** Asks for files; a seam, because the choosers of the system cannot be driven by tests. */
public interface FileDialogs {

    /** A project to open, or to do with what the title says. */
    Optional<Path> openProject(String title);

    /** A picture to show to a network. */
    Optional<Path> openPicture();

    /** Where to save a project, starting from a suggested name. */
    Optional<Path> saveProject(String suggested);

    /** Where to write a picture of the network, starting from a suggested name; the name says the format. */
    Optional<Path> savePicture(String suggested);

    /** A folder to write into. */
    Optional<Path> folder(String title);
}
