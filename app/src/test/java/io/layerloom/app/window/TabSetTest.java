package io.layerloom.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The order of tabs, and which one is in view after each change of it. */
class TabSetTest {

    private final TabSet<String> tabs = new TabSet<>("a");

    private void open(String... more) {
        for (String tab : more) {
            tabs.add(tab);
        }
    }

    @Test
    void aNewOneStandsRightOfTheOneInViewAndTakesItsPlace() {
        open("b", "c");
        tabs.show("a");
        tabs.add("new");
        assertThat(tabs.all()).containsExactly("a", "new", "b", "c");
        assertThat(tabs.current()).isEqualTo("new");
    }

    @Test
    void theRightNeighbourComesIntoViewWhenTheOneInViewIsClosed() {
        open("b", "c");
        tabs.show("b");
        tabs.close("b");
        assertThat(tabs.current()).isEqualTo("c");
        tabs.close("c");
        assertThat(tabs.current()).isEqualTo("a");
        tabs.close("a");
        assertThat(tabs.all()).containsExactly("a");
    }

    @Test
    void closingAnotherLeavesTheOneInView() {
        open("b");
        tabs.close("a");
        assertThat(tabs.current()).isEqualTo("b");
        tabs.show("a");
        assertThat(tabs.current()).isEqualTo("b");
    }

    @Test
    void stepsGoOnAtTheOtherEnd() {
        open("b", "c");
        tabs.step(1);
        assertThat(tabs.current()).isEqualTo("a");
        tabs.step(-1);
        assertThat(tabs.current()).isEqualTo("c");
    }

    @Test
    void oneIsMovedWithinTheOrderOnly() {
        open("b", "c");
        tabs.move("a", 2);
        assertThat(tabs.all()).containsExactly("b", "c", "a");
        tabs.move("a", 3);
        tabs.move("none", 0);
        assertThat(tabs.all()).containsExactly("b", "c", "a");
        assertThat(tabs.current()).isEqualTo("c");
    }

    @Test
    void someAreArrangedWhereTheFirstOfThemStands() {
        open("b", "c", "d");
        tabs.arrange(List.of("d", "none", "b"));
        assertThat(tabs.all()).containsExactly("a", "d", "b", "c");
        assertThat(tabs.current()).isEqualTo("d");
    }
}
