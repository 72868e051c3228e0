package io.layerloom.app.export;

import static io.layerloom.graph.language.Language.tr;

import io.layerloom.engine.DataSourceType;
import io.layerloom.engine.DataSources;
import io.layerloom.graph.Component;
import io.layerloom.graph.Param;
import io.layerloom.graph.Values;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The settings of the data of a run. */
record SourceSettings(Component data) {

    /** The columns that are left aside. */
    List<String> ignored() throws IOException {
        return Arrays.stream(text("ignore").split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
    }

    /** A setting as text. */
    String text(String key) throws IOException {
        return String.valueOf(setting(key));
    }

    /** A setting that is chosen, by the name that the kit has for it. */
    String choice(String key) throws IOException {
        return setting(key) instanceof Enum<?> option ? option.name() : text(key);
    }

    /** A setting of a data source by its key, read as the engine reads it. */
    Object setting(String key) throws IOException {
        return DataSources.find(data.type()).map(DataSourceType::params).orElse(List.of()).stream()
                .filter(param -> param.key().equals(key))
                .findFirst()
                .map(param -> value(param))
                .orElseThrow(() -> new IOException(tr("Data of the kind \"%s\" have no %s.", data.type(), key)));
    }

    private <T> Object value(Param<T> param) {
        Object plain = data.values().plain().get(param.key());
        // The engine takes hyphens for underscores in names of shipped data.
        Object spelled = plain instanceof String text && param.key().equals("name") ? text.replace('-', '_') : plain;
        return spelled == null ? param.initial() : param.kind().read(spelled).orElse(param.initial());
    }

    /** The same data under another path. */
    Component at(String key, String path) {
        Map<String, Object> values = new LinkedHashMap<>(data.values().plain());
        values.put(key, path);
        return data.with(new Values(values));
    }
}
