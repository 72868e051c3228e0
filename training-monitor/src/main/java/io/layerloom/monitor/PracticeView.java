package io.layerloom.monitor;

import io.layerloom.engine.RunEvent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;

/** What a network can do by now, shown after each epoch: the text that it wrote or filled in, the pictures that it gave back or made up. */
final class PracticeView {

    private final WrittenText written = new WrittenText();
    private final ReconstructedPictures reconstructed = new ReconstructedPictures();
    private final GeneratedPictures generated = new GeneratedPictures();

    /** The latest of each kind, to be shown again in another language. */
    private final Map<Class<?>, RunEvent> latest = new HashMap<>();

    /** The text, which is wide and low. */
    WrittenText text() {
        return written;
    }

    /** The pictures, for which there is room beside the curves that there is not above them. */
    List<Node> pictures() {
        return List.of(reconstructed, generated);
    }

    /** Shows an event that brings text or pictures, and leaves any other alone. */
    void take(RunEvent event) {
        if (event instanceof RunEvent.Written text) {
            written.show(text);
        } else if (event instanceof RunEvent.Restored restored) {
            written.show(restored);
        } else if (event instanceof RunEvent.Translated translated) {
            written.show(translated);
        } else if (event instanceof RunEvent.Reconstructed pictures) {
            reconstructed.show(pictures);
        } else if (event instanceof RunEvent.Generated pictures) {
            generated.show(pictures);
        } else {
            return;
        }
        latest.put(event.getClass(), event);
    }

    /** Says when all this was made anew, in the language of now. */
    void retell() {
        List.copyOf(latest.values()).forEach(this::take);
    }

    void clear() {
        latest.clear();
        written.clear();
        reconstructed.clear();
        generated.clear();
    }
}
