package io.layerloom.monitor;

import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import org.testfx.api.FxRobot;

/** What a person reads in the window of a test. */
final class Sight {

    private Sight() {}

    /** Whether a text stands somewhere, neither it nor what it lies in hidden. */
    static boolean reads(FxRobot robot, String text) {
        return robot.lookup((Labeled label) -> text.equals(label.getText()) && isShown(label))
                .tryQuery()
                .isPresent();
    }

    static boolean isShown(Node node) {
        return Stream.iterate(node, parent -> parent != null, Node::getParent).allMatch(Node::isVisible);
    }
}
