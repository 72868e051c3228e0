package io.layerloom.monitor;

import static io.layerloom.graph.language.Language.tr;

import io.layerloom.engine.Pictures;
import io.layerloom.themes.FxThread;
import io.layerloom.themes.Icons;
import io.layerloom.themes.Measure;
import io.layerloom.themes.Styles;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.BiConsumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Shows what a trained network makes of random codes, and what lies between two of them. To be used on the JavaFX thread. */
public final class GenerationView extends VBox {

    private static final int COUNT = 35;
    private static final int ACROSS = 7;
    private static final double SIDE = 40;
    private static final double LARGE = 112;
    private static final double END = 40;

    private final Maker maker;
    private final StackPane pictures = new StackPane();
    private final ImageView first = frame(END);
    private final ImageView second = frame(END);
    private final ImageView middle = frame(LARGE);
    private final Slider way = new Slider(0, 1, 0.5);
    private final Remark remark = new Remark(this::askAll);
    private long seed = 1;
    private boolean walking;
    private boolean walkWanted;

    /** Who makes pictures; failures have a message for people. */
    public interface Maker {

        /** Pictures of so many codes that follow from a seed. */
        CompletableFuture<Pictures> generate(int count, long seed);

        /** One of a code on the way from the first of a seed (0) to the second (1). */
        CompletableFuture<Pictures> between(long seed, double part);
    }

    /** A view that asks at once. */
    public GenerationView(Maker maker) {
        super(Measure.SPACE_12);
        this.maker = maker;
        Button others = new Button(tr("Other codes"), Icons.REFRESH.node());
        others.setId("other-codes");
        others.setOnAction(event -> {
            seed++;
            askAll();
        });
        pictures.setId("made");
        pictures.setAlignment(Pos.TOP_LEFT);
        way.setId("way");
        way.setAccessibleText(tr("How far from the first picture to the second"));
        way.valueProperty().addListener((observable, before, after) -> walk());
        middle.setId("between");
        HBox ends = new HBox(Measure.SPACE_8, first, way, second);
        ends.setAlignment(Pos.CENTER_LEFT);
        getChildren()
                .addAll(
                        line(tr("Made of random codes")),
                        pictures,
                        others,
                        line(tr("From the first to the second")),
                        ends,
                        middle,
                        remark);
        askAll();
    }

    private static Label line(String text) {
        Label label = new Label(text);
        label.getStyleClass().add(Styles.FIELD_LABEL);
        return label;
    }

    private static ImageView frame(double side) {
        ImageView view = new ImageView();
        view.setFitWidth(side);
        view.setFitHeight(side);
        view.setPreserveRatio(true);
        view.setSmooth(false);
        return view;
    }

    private void askAll() {
        long asked = seed;
        remark.say(tr("Making pictures…"));
        answer(maker.generate(COUNT, asked), (made, failure) -> {
            // Other codes may be wanted by now.
            if (asked == seed) {
                showAll(made, failure);
            }
        });
    }

    private static void answer(
            CompletableFuture<Pictures> coming, BiConsumer<@Nullable Pictures, @Nullable Throwable> then) {
        var unused = coming.whenComplete((made, failure) -> FxThread.run(() -> then.accept(made, failure)));
    }

    private void showAll(@Nullable Pictures made, @Nullable Throwable failure) {
        if (made == null) {
            fail(failure);
            return;
        }
        remark.hush();
        pictures.getChildren().setAll(GeneratedPictures.grid(made, ACROSS, COUNT, SIDE));
        first.setImage(Pixels.image(made.each().get(0)));
        second.setImage(Pixels.image(made.each().get(1)));
        walk();
    }

    private void fail(@Nullable Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        remark.fail(cause == null ? tr("The network gave no answer.") : String.valueOf(cause.getMessage()));
    }

    /** One question at a time: of those that come meanwhile only the latest counts. */
    private void walk() {
        if (walking) {
            walkWanted = true;
            return;
        }
        walking = true;
        answer(maker.between(seed, way.getValue()), (made, failure) -> {
            walking = false;
            if (made == null) {
                fail(failure);
            } else {
                middle.setImage(Pixels.image(made.each().get(0)));
            }
            if (walkWanted) {
                walkWanted = false;
                walk();
            }
        });
    }
}
