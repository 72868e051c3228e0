package io.layerloom.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import io.layerloom.graph.Category;
import io.layerloom.themes.Theme;
import io.layerloom.themes.Tokens;
import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CategoryColoursTest {

    @ParameterizedTest
    @EnumSource(Theme.class)
    void everyDrawerHasAColourOfItsOwn(Theme theme) {
        Tokens tokens = Tokens.of(theme);
        assertThat(Arrays.stream(Category.values())
                        .map(category -> category.name().toLowerCase(Locale.ROOT))
                        .toList())
                .allSatisfy(name -> assertThat(tokens.categories()).containsKey(name))
                .extracting(tokens::category)
                .doesNotHaveDuplicates();
    }
}
