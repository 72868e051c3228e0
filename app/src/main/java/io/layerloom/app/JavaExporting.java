package io.layerloom.app;

import static io.layerloom.graph.language.Language.tr;

import io.layerloom.app.export.ExportService;
import io.layerloom.app.workbench.Exporting;
import io.layerloom.codegen.JavaExport;
import io.layerloom.codegen.ModelPreview;
import io.layerloom.codegen.Verification;
import io.layerloom.engine.RunFolder;
import io.layerloom.graph.Catalog;
import io.layerloom.graph.Document;
import io.layerloom.graph.Inference;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/** The export page's work, done by the export service. */
record JavaExporting(ExportService service, Catalog catalog) implements Exporting {

    @Override
    public Optional<String> preview(String name, Document document) {
        Inference inference = Inference.of(document.graph(), catalog);
        return inference.hasErrors() || document.graph().nodes().isEmpty()
                ? Optional.empty()
                : Optional.of(ModelPreview.of(name, document, inference, catalog));
    }

    @Override
    public String foretell(Path folder) throws IOException {
        return JavaExport.foretell(folder);
    }

    @Override
    public Optional<Verification> export(
            RunFolder run, String name, Path folder, boolean verify, Consumer<String> steps)
            throws IOException, InterruptedException {
        steps.accept(tr("Writing the project"));
        service.writeJava(run, name, folder);
        return verify ? Optional.of(service.verify(run, folder, steps)) : Optional.empty();
    }
}
