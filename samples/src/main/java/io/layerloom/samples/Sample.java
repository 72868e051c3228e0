package io.layerloom.samples;

import static io.layerloom.graph.language.Language.tr;

import java.io.InputStream;
import java.util.List;

/**
 * A finished project to open, run and take apart.
 *
 * @param id names the sample on the command line and its files in this module
 * @param title a few words, for a card
 * @param description one or two sentences on what it shows
 * @param dataset the {@link SampleData} data set that it trains on; empty for a network that is only there to look at
 * @param tags a few words to find it by, in lower case
 */
public record Sample(String id, String title, String description, String dataset, List<String> tags) {
    public Sample {
        tags = List.copyOf(tags);
    }

    /** A few words, for a card, in the language of now. */
    @Override
    public String title() {
        return tr(title);
    }

    /** One or two sentences on what it shows, in the language of now. */
    @Override
    public String description() {
        return tr(description);
    }

    /** The words by which people look for it beside its title, such as the name of its kind of network. */
    public String terms() {
        return id + " " + String.join(" ", tags);
    }

    /** Opens the project file (JSON, as every {@code .loom} file); the caller closes it. */
    public InputStream openProject() {
        return Resources.open("projects/" + id + ".loom");
    }

    /** Opens the picture for a card: a PNG of 640 × 360 pixels with a transparent ground; the caller closes it. */
    public InputStream openPicture() {
        return Resources.open("pictures/" + id + ".png");
    }
}
