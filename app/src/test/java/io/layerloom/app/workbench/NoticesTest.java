package io.layerloom.app.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.Test;

class NoticesTest {

    private final Notices notices = new Notices();
    private final Notice noCard = caution("The NVIDIA driver finds no card, so training runs on the CPU.");

    private static Notice caution(String text) {
        return new Notice(Notice.Tone.CAUTION, text, Optional.empty());
    }

    @Test
    void whatIsSoUntilSomethingChangesIsNotToldAgainOnceItWasClosed() {
        notices.remind(noCard);
        notices.close(noCard);
        notices.remind(noCard);
        assertThat(notices.shown()).isEmpty();
        notices.stillSo(List.of(noCard.text()));
        notices.remind(noCard);
        assertThat(notices.shown()).isEmpty();
        notices.remind(caution("The card is too old."));
        assertThat(notices.shown()).hasSize(1);
    }

    @Test
    void whatWentAwayAndCameBackIsToldAgain() {
        notices.remind(noCard);
        notices.close(noCard);
        notices.stillSo(List.of());
        notices.remind(noCard);
        assertThat(notices.shown()).containsExactly(noCard);
    }

    @Test
    void whatWasNotClosedAndWhatIsNoReminderAreToldEachTime() {
        notices.remind(noCard);
        notices.clear();
        notices.remind(noCard);
        assertThat(notices.shown()).containsExactly(noCard);
        Notice failure = caution("The project cannot be saved.");
        notices.show(failure);
        notices.close(failure);
        notices.show(failure);
        assertThat(notices.shown()).contains(failure);
    }

    @Test
    void whatIsSoNoMoreGoesAwayByItself() {
        SimpleObjectProperty<Boolean> wrong = new SimpleObjectProperty<>(true);
        notices.failure("Epochs is not a number.", wrong);
        notices.failure("The disk is full.");
        wrong.set(false);
        assertThat(notices.shown()).extracting(Notice::text).containsExactly("The disk is full.");
        wrong.set(true);
        assertThat(notices.shown()).hasSize(1);
    }

    @Test
    void aFailureIsToldAlsoWhereOffersFillTheView() {
        for (String project : List.of("a", "b", "c")) {
            notices.show(caution("The last changes to " + project + " were not saved.")
                    .withRefusal(new Notice.Action("Discard them", () -> {})));
        }
        notices.failure("The disk is full.");
        notices.failure("The disk is gone.");
        assertThat(notices.shown())
                .extracting(Notice::text)
                .contains("The disk is gone.")
                .doesNotContain("The disk is full.")
                .hasSize(4);
    }

    @Test
    void whatIsSoNoMoreIsNotTold() {
        notices.failure("Epochs is not a number.", new SimpleObjectProperty<>(false));
        assertThat(notices.shown()).isEmpty();
    }
}
