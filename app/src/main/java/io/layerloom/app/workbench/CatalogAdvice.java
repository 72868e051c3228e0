package io.layerloom.app.workbench;

import io.layerloom.graph.Catalog;
import io.layerloom.graph.DataSchema;
import io.layerloom.graph.Document;
import io.layerloom.graph.Inference;
import io.layerloom.graph.PlanProblems;
import io.layerloom.graph.Problem;
import io.layerloom.graph.Remedies;
import io.layerloom.graph.Remedy;
import java.util.List;
import java.util.Optional;

/** The advice that follows from a catalog. */
public record CatalogAdvice(Catalog catalog) implements Workbench.Advice {

    @Override
    public List<Problem> problems(Document document, Inference shapes, Optional<DataSchema> schema) {
        return PlanProblems.of(document, shapes, catalog, schema);
    }

    @Override
    public List<Remedy> remedies(Document document, Optional<DataSchema> schema, Problem problem) {
        return Remedies.of(document, problem, catalog, schema);
    }
}
