package io.layerloom.codegen;

import static io.layerloom.graph.language.Language.tr;

import io.layerloom.graph.Inference;
import io.layerloom.graph.Network;
import io.layerloom.graph.ProjectFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Writes a trained network as a complete Maven project: readable sources, the weights, the data, and a page that says how to use it. The project needs DL4J and nothing of
 * Layerloom.
 */
public final class JavaExport {

    /** The trained weights in an export. */
    static final String WEIGHTS = "weights.safetensors";

    /** The weights that training starts from in an export, if they are those of an earlier run. */
    static final String START = "start.safetensors";

    /** The folder of the data in an export. */
    static final String DATA = "data";

    /** How many examples {@code Verify} runs the trained weights on. */
    public static final int PROBES = 100;

    private static final List<String> COMMANDS = List.of("Train", "Evaluate", "Predict", "Verify");

    private JavaExport() {}

    /**
     * Writes a project; the same request always gives the same bytes. If it cannot be written, what lay there stays as it was.
     *
     * @param folder made if need be; must be empty or hold an earlier export, whose files give way
     * @throws IOException with a sentence for people if something else lies there, the earlier export was changed by hand, or it cannot be written
     */
    public static void write(ExportRequest request, Path folder) throws IOException {
        ExportFolder target = ExportFolder.free(folder);
        Files.createDirectories(folder);
        Path stage = Files.createTempDirectory(folder, ".export");
        try {
            writeAll(request, stage);
            target.replaceBy(stage);
        } finally {
            ExportFolder.delete(stage);
        }
    }

    /**
     * What {@link #write} would do to what lies in a folder, as a sentence.
     *
     * @throws IOException with the sentence with which it would refuse the folder
     */
    public static String foretell(Path folder) throws IOException {
        return ExportFolder.free(folder).foretold();
    }

    private static void writeAll(ExportRequest request, Path folder) throws IOException {
        Inference inference = Inference.of(request.document().graph(), request.catalog());
        Network network = request.catalog().lower(request.document(), inference);
        ExportText text = new ExportText(request, inference, network);
        String packageName = JavaNames.packageOf(request.name());
        Path sources = folder.resolve("src/main/java").resolve(packageName);
        Files.createDirectories(sources.resolve("kit"));
        for (Map.Entry<String, String> source :
                sources(text, packageName, network, request).entrySet()) {
            put(sources.resolve(source.getKey()), file -> Files.writeString(file, source.getValue()));
        }
        put(folder.resolve("pom.xml"), file -> Files.writeString(file, text.fill("pom.xml")));
        put(folder.resolve(".gitignore"), file -> Files.writeString(file, text.fill("gitignore")));
        put(folder.resolve("README.md"), file -> Files.writeString(file, text.fill("README.md")));
        put(folder.resolve(WEIGHTS), file -> Files.copy(request.weights(), file, StandardCopyOption.REPLACE_EXISTING));
        if (request.start().isPresent()) {
            Path start = request.start().get();
            put(folder.resolve(START), file -> Files.copy(start, file, StandardCopyOption.REPLACE_EXISTING));
        }
        ProjectFile.write(request.document(), folder.resolve("project.loom"));
        copyData(request.files(), folder.resolve(DATA));
    }

    /** Writes one file. */
    private interface Writing {
        void to(Path file) throws IOException;
    }

    /** Writes a file; of a full disk the system tells neither which one there was no room for nor how much there is. */
    private static void put(Path file, Writing writing) throws IOException {
        try {
            writing.to(file);
        } catch (IOException e) {
            String reason = e instanceof FileSystemException known && known.getReason() != null
                    ? known.getReason()
                    : String.valueOf(e.getMessage());
            long free =
                    Files.getFileStore(Objects.requireNonNull(file.getParent())).getUsableSpace();
            throw new IOException(
                    tr(
                            "The file %s of the export cannot be written (%s; %,d MB are free on the disk). Make room, or choose another folder.",
                            file.getFileName(), reason, free >> 20),
                    e);
        }
    }

    /** All sources by their place below the package. */
    private static Map<String, String> sources(
            ExportText text, String packageName, Network network, ExportRequest request) {
        String kit = packageName + ".kit";
        Map<String, String> sources = new LinkedHashMap<>();
        sources.put(
                "Model.java",
                ModelSource.of(packageName, text.summary(), network, request.threads(), KitSources.PACKAGE));
        sources.put("Data.java", text.fill("Data.java"));
        COMMANDS.forEach(name -> sources.put(name + ".java", text.fill(name + ".java")));
        Map<String, String> needed = KitSources.neededBy(sources.values(), request.kit());
        needed.forEach((name, source) -> sources.put("kit/" + name + ".java", source));
        sources.put("kit/package-info.java", text.fill("kit-package-info.java"));
        sources.replaceAll((name, source) -> KitSources.moved(source, kit));
        return sources;
    }

    private static void copyData(List<DataFile> files, Path folder) throws IOException {
        for (DataFile file : files) {
            Path copy = folder.resolve(file.name());
            Files.createDirectories(Objects.requireNonNull(copy.getParent()));
            try (InputStream in = file.content().open()) {
                put(copy, to -> Files.copy(in, to, StandardCopyOption.REPLACE_EXISTING));
            }
        }
    }
}
