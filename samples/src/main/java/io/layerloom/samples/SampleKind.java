package io.layerloom.samples;

import static io.layerloom.graph.language.Language.later;
import static io.layerloom.graph.language.Language.tr;

import java.util.List;

/** What samples are about, so that a long list of them is found by its parts; in the order in which they are shown. */
public enum SampleKind {
    /** What is in a picture. */
    IMAGES(later("Images"), List.of("image")),
    /** Where in a picture things are. */
    PLACES(later("Detection and segmentation"), List.of("detection", "segmentation")),
    /** Networks that learn without labels, or make new examples. */
    GENERATION(later("Generation and autoencoders"), List.of("autoencoder", "generative")),
    /** Words and signs. */
    TEXTS(later("Texts"), List.of("text")),
    /** Columns of numbers. */
    TABLES(later("Tables"), List.of("table"));

    private final String title;
    private final List<String> tags;

    SampleKind(String title, List<String> tags) {
        this.title = title;
        this.tags = tags;
    }

    /** A few words, in the language of now. */
    public String title() {
        return tr(title);
    }

    /** The kind of a sample: the one that says more than that it has pictures, if there is one. */
    public static SampleKind of(Sample sample) {
        for (SampleKind kind : List.of(PLACES, GENERATION, IMAGES, TEXTS)) {
            if (kind.tags.stream().anyMatch(sample.tags()::contains)) {
                return kind;
            }
        }
        return TABLES;
    }

    /** The samples of this kind that are ready to train, in the order in which they are shown. */
    public List<Sample> samples() {
        return Samples.all().stream().filter(sample -> of(sample) == this).toList();
    }
}
