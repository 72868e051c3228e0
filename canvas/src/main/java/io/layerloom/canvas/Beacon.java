package io.layerloom.canvas;

import io.layerloom.graph.NodeId;
import java.util.Optional;
import javafx.animation.FadeTransition;
import javafx.scene.layout.Region;
import javafx.util.Duration;

/** A ring around a node that was gone to, for a moment, so that the eye finds it. */
final class Beacon extends Region {

    private static final double AWAY = 7;
    private static final Duration BEAT = Duration.millis(600);

    private final Editor editor;
    private final FadeTransition fade = new FadeTransition(BEAT, this);
    private Optional<NodeId> node = Optional.empty();

    Beacon(Editor editor) {
        this.editor = editor;
        setManaged(false);
        setMouseTransparent(true);
        setVisible(false);
        setStyle("-fx-border-color: -ll-accent; -fx-border-width: 3px; -fx-border-radius: 12px;");
        fade.setFromValue(1);
        fade.setToValue(0);
        fade.setCycleCount(2);
        fade.setOnFinished(event -> stop());
    }

    /** Rings around a node, in place of one before. */
    void show(NodeId id) {
        node = Optional.of(id);
        setVisible(true);
        place();
        fade.playFromStart();
    }

    /** Follows its node. */
    void place() {
        if (isVisible()) {
            node.flatMap(editor.diagram()::node)
                    .map(view -> editor.view().toScreen(view.box()).grown(AWAY))
                    .ifPresentOrElse(box -> resizeRelocate(box.x(), box.y(), box.width(), box.height()), this::stop);
        }
    }

    void stop() {
        fade.stop();
        setVisible(false);
        node = Optional.empty();
    }
}
