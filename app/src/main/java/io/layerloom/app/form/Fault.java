package io.layerloom.app.form;

import io.layerloom.graph.Remedy;
import java.util.List;

/** What is wrong with a setting, in a sentence, and tried ways out. */
public record Fault(String sentence, List<Remedy> remedies) {
    public Fault {
        remedies = List.copyOf(remedies);
    }
}
