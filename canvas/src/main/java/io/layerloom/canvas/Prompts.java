package io.layerloom.canvas;

import io.layerloom.graph.Frame;
import io.layerloom.graph.LayerType;
import io.layerloom.graph.NodeId;
import io.layerloom.graph.Point;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

/** What gestures and keys can put over the drawing. */
interface Prompts {

    /**
     * A search for a layer to add.
     *
     * @param at where it opens, on the screen
     * @param fits how a layer is offered, if it is
     * @param chosen told the choice; not called if there is none
     * @param wire what waits for the choice, and is drawn until then
     */
    record Search(
            Point at, Function<LayerType, Optional<Offer>> fits, Consumer<Offer> chosen, Optional<Marks.Loose> wire) {

        /** A search for whatever fits as it is. */
        static Search of(Point at, Predicate<LayerType> fits, Consumer<LayerType> chosen) {
            return new Search(
                    at,
                    type -> Optional.of(type).filter(fits).map(Offer::of),
                    offer -> chosen.accept(offer.type()),
                    Optional.empty());
        }
    }

    /** Shows a short text beside the pointer until {@link #hush}. */
    void hint(String text, Point screen);

    /** As {@link #hint}, for a caution. */
    void caution(String text, Point screen);

    /** Takes the hint away. */
    void hush();

    /** Opens the search. */
    void search(Search search);

    /** Asks for an input to lay a wire to. */
    void connect(NodeView from);

    /** Lets a layer be renamed in its place. */
    void rename(NodeId node);

    /** Lets a frame be given another title. */
    void title(Frame frame);

    /** Asks for a layer of the network to go to. */
    void find();

    /** Shows the costs of all layers, or no longer. */
    void switchCost();

    /** Closes whatever is open. */
    void close();
}
