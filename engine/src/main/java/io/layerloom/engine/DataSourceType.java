package io.layerloom.engine;

import io.layerloom.graph.Param;
import java.util.List;

/** A kind of data that networks can be trained on, with its settings. */
public record DataSourceType(String id, String name, String help, List<Param<?>> params) {
    public DataSourceType {
        params = List.copyOf(params);
    }
}
