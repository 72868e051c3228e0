package io.layerloom.graph;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What one step changed in the text of a project file, member by member and line by line: how a step is kept in a file. Nobody vouches for it, so what it makes is read as any
 * project file is.
 *
 * @param members how the lines of each member changed, by its key; what did not change is left out
 * @param form how documents stand in the file
 */
record KeptChange(Map<String, Splice<String>> members, Form form) implements History.Transition {

    /**
     * How a document differs between memory and file, as in the paths that it names.
     *
     * @param folder where the file lies, from which paths go out
     * @param written what is written of a document in memory
     * @param read what is in memory of a document that was read
     */
    record Form(Path folder, UnaryOperator<Document> written, UnaryOperator<Document> read) {

        /** Whether what one of them wrote can be read by the other. */
        boolean isLike(Form other) {
            return folder.equals(other.folder);
        }

        /** The text of a document, the lines of each member by its key. */
        Map<String, List<String>> text(Document document) {
            Map<String, List<String>> text = new LinkedHashMap<>();
            new ProjectWriter(written.apply(document))
                    .json()
                    .properties()
                    .forEach(member -> text.put(
                            member.getKey(),
                            JsonText.of(member.getValue()).lines().toList()));
            return text;
        }

        private Document document(Map<String, List<String>> text) throws ProjectFileException {
            ObjectNode json = JsonNodeFactory.instance.objectNode();
            for (Map.Entry<String, List<String>> member : text.entrySet()) {
                json.set(member.getKey(), ProjectFile.parse(String.join("\n", member.getValue()), "history"));
            }
            return read.apply(new ProjectReader("history").open(json).document());
        }
    }

    static KeptChange between(Map<String, List<String>> before, Map<String, List<String>> after, Form form) {
        Map<String, Splice<String>> members = new LinkedHashMap<>();
        Set<String> keys = new LinkedHashSet<>(before.keySet());
        keys.addAll(after.keySet());
        for (String key : keys) {
            List<String> then = before.getOrDefault(key, List.of());
            List<String> now = after.getOrDefault(key, List.of());
            if (!then.equals(now)) {
                members.put(key, Splice.between(then, now));
            }
        }
        return new KeptChange(members, form);
    }

    @Override
    public Optional<Document> forward(Document document) {
        return changed(document, Splice::fitsBefore, Splice::forward);
    }

    @Override
    public Optional<Document> back(Document document) {
        return changed(document, Splice::fitsAfter, Splice::back);
    }

    private interface Fitting {
        boolean test(Splice<String> splice, List<String> lines);
    }

    private interface Turning {
        List<String> of(Splice<String> splice, List<String> lines);
    }

    private Optional<Document> changed(Document document, Fitting fitting, Turning turning) {
        Map<String, List<String>> text = new LinkedHashMap<>(form.text(document));
        for (Map.Entry<String, Splice<String>> member : members.entrySet()) {
            List<String> lines = text.getOrDefault(member.getKey(), List.of());
            if (!fitting.test(member.getValue(), lines)) {
                return Optional.empty();
            }
            List<String> turned = turning.of(member.getValue(), lines);
            if (turned.isEmpty()) {
                text.remove(member.getKey());
            } else {
                text.put(member.getKey(), turned);
            }
        }
        try {
            return Optional.of(form.document(text));
        } catch (ProjectFileException damaged) {
            return Optional.empty();
        }
    }
}
