package io.layerloom.app.workbench;

import static io.layerloom.graph.language.Language.tr;

import io.layerloom.engine.DataSourceType;
import io.layerloom.engine.DataSources;
import io.layerloom.graph.Catalog;
import io.layerloom.graph.Component;
import io.layerloom.graph.Document;
import io.layerloom.graph.Graph;
import io.layerloom.graph.LayerType;
import io.layerloom.graph.Node;
import io.layerloom.graph.Param;
import io.layerloom.graph.Values;
import java.util.List;
import java.util.Optional;

/** In what a project is not any more what a run trained. Where layers stand does not matter, nor whether a file names a setting that has its initial value. */
public final class Drift {

    private Drift() {}

    /** A sentence for people; empty where network and data are those of the run. */
    public static Optional<String> between(Document trained, Document now, Catalog catalog) {
        boolean network = !same(trained.graph(), now.graph(), catalog);
        boolean data = !same(trained.plan().data(), now.plan().data());
        if (!network && !data) {
            return Optional.empty();
        }
        return Optional.of(
                !data
                        ? tr(
                                "The network was changed after this run began. The change takes part in the next training.")
                        : network
                                ? tr(
                                        "The network and the data were changed after this run began. The change takes part in the next training.")
                                : tr(
                                        "The data were changed after this run began. The change takes part in the next training."));
    }

    private static boolean same(Graph one, Graph other, Catalog catalog) {
        return one.equals(other)
                || (one.wires().equals(other.wires())
                        && one.nodes().keySet().equals(other.nodes().keySet())
                        && one.nodes().values().stream().allMatch(node -> same(node, other.node(node.id()), catalog)));
    }

    private static boolean same(Node one, Node other, Catalog catalog) {
        return one.equals(other)
                || (one.type().equals(other.type())
                        && one.name().equals(other.name())
                        && same(
                                one.values(),
                                other.values(),
                                catalog.typeOf(one).map(LayerType::params).orElse(List.of())));
    }

    private static boolean same(Optional<Component> one, Optional<Component> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return one.equals(other);
        }
        String type = one.get().type();
        return type.equals(other.get().type())
                && same(
                        one.get().values(),
                        other.get().values(),
                        DataSources.find(type).map(DataSourceType::params).orElse(List.of()));
    }

    private static boolean same(Values one, Values other, List<Param<?>> params) {
        return one.equals(other)
                || (!params.isEmpty()
                        && params.stream().allMatch(param -> one.get(param).equals(other.get(param))));
    }
}
