package io.layerloom.samples;

import io.layerloom.engine.DataSources;
import io.layerloom.engine.EngineContext;
import io.layerloom.engine.RunEvent;
import io.layerloom.engine.RunSpec;
import io.layerloom.engine.Training;
import io.layerloom.engine.TrainingException;
import io.layerloom.engine.kit.DataException;
import io.layerloom.graph.DataSchema;
import io.layerloom.graph.Document;
import io.layerloom.graph.Inference;
import io.layerloom.graph.PlanProblems;
import io.layerloom.graph.Problem;
import io.layerloom.graph.Remedies;
import io.layerloom.graph.Remedy;
import io.layerloom.nodes.NodeLibrary;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;

/** What is wrong with a plan for the data that ship with the program, what mends it, and training by it in this process. */
abstract class PlanFixture {

    static final EngineContext CONTEXT = new EngineContext(NodeLibrary.CATALOG, SampleData::open);

    @TempDir
    Path folder;

    RunEvent.Finished train(Document document, String name, boolean resume) throws TrainingException {
        return Training.inProcess(new RunSpec(document, folder.resolve(name), 1, resume), CONTEXT, event -> {});
    }

    static DataSchema schema(Document document) throws DataException {
        return DataSources.schema(document.plan().data().orElseThrow(), SampleData::open);
    }

    /** Those of the network and those of its plan. */
    static List<Problem> problems(Document document) throws DataException {
        Inference inference = Inference.of(document.graph(), NodeLibrary.CATALOG);
        List<Problem> all = new ArrayList<>(inference.problems());
        all.addAll(PlanProblems.of(document, inference, NodeLibrary.CATALOG, Optional.of(schema(document))));
        return all;
    }

    static List<Remedy> remedies(Document document, Problem problem) throws DataException {
        return Remedies.of(document, problem, NodeLibrary.CATALOG, Optional.of(schema(document)));
    }
}
