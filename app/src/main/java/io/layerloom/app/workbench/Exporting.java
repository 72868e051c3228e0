package io.layerloom.app.workbench;

import io.layerloom.codegen.Verification;
import io.layerloom.engine.RunFolder;
import io.layerloom.graph.Document;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/** Takes a trained network away as Java; the work behind the export page. */
public interface Exporting {

    /** The source of the network as an export would write it; empty if the network cannot be built yet. */
    Optional<String> preview(String name, Document document);

    /**
     * What an export would do to what lies in a folder, as a sentence; reads the whole of an earlier export.
     *
     * @throws IOException with a sentence for people if it would refuse the folder
     */
    String foretell(Path folder) throws IOException;

    /**
     * Writes a run as a Maven project and, if asked, compiles and runs it on its own to compare.
     *
     * @param name what the project is called
     * @param steps gets a few words on what is being done, on a thread of its own
     * @return how the comparison went; empty if it was not asked for
     * @throws IOException with a sentence for people
     */
    Optional<Verification> export(RunFolder run, String name, Path folder, boolean verify, Consumer<String> steps)
            throws IOException, InterruptedException;
}
