package io.layerloom.codegen;

import io.layerloom.graph.Catalog;
import io.layerloom.graph.Document;
import io.layerloom.graph.Inference;
import io.layerloom.graph.Network;
import java.util.Locale;

/** The source of a network as an export would write it, before anything is trained. */
public final class ModelPreview {

    private ModelPreview() {}

    /**
     * The source of {@code Model.java}.
     *
     * @param name what people call the project
     * @param inference of the document's graph, without errors
     */
    public static String of(String name, Document document, Inference inference, Catalog catalog) {
        Network network = catalog.lower(document, inference);
        String packageName = JavaNames.packageOf(name);
        String summary = String.format(
                Locale.ROOT,
                "A network of %d layers with %,d parameters.",
                inference.order().size(),
                network.parameters());
        String source = ModelSource.of(packageName, summary, network, 1, KitSources.PACKAGE);
        return KitSources.moved(source, packageName + ".kit");
    }
}
