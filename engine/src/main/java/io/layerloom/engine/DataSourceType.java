package io.layerloom.engine;

import static io.layerloom.graph.language.Language.tr;

import io.layerloom.graph.Param;
import java.util.List;

/** A kind of data that networks can be trained on, with its settings. */
public record DataSourceType(String id, String name, String help, List<Param<?>> params) {
    public DataSourceType {
        params = List.copyOf(params);
    }

    /** The words people know it by, in the language of now. */
    @Override
    public String name() {
        return tr(name);
    }

    /** What it holds and how it is read, in the language of now. */
    @Override
    public String help() {
        return tr(help);
    }
}
