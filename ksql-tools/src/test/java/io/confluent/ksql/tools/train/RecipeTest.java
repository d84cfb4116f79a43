package io.confluent.ksql.tools.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecipeTest {
  @Test
  void readsAShape() {
    Recipe recipe = Recipe.BUNDLED.withShape("8-4-8@2.5");
    assertThat(recipe.hidden()).containsExactly(8, 4, 8);
    assertThat(recipe.epochs()).isEqualTo(2.5);
    assertThat(recipe.shape()).isEqualTo("8-4-8");
    assertThat(recipe.beatSeed()).isEqualTo(Recipe.BUNDLED.beatSeed());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "8-4-8", "8-4-8@", "8-x@1", "8-0@1", "8@0", "8@NaN", "8@1@2"})
  void refusesOtherText(String shape) {
    assertThatIllegalArgumentException().isThrownBy(() -> Recipe.BUNDLED.withShape(shape));
  }

  @Test
  void findsPercentiles() {
    Distribution scores = Distribution.of(new double[] {4, 1, 3, 2});
    assertThat(List.of(0, 25, 50, 51, 99, 100))
        .extracting(scores::percentile)
        .containsExactly(1.0, 1.0, 2.0, 3.0, 4.0, 4.0);
  }

  @Test
  void wantsAMarginOnBothThresholds() {
    assertThat(new DocumentScores(0.02, 1.37, 1.58).meetThresholdsWithMargin()).isTrue();
    assertThat(new DocumentScores(0.02, 1.36, 1.58).meetThresholdsWithMargin()).isFalse();
    assertThat(new DocumentScores(0.02, 1.37, 1.57).meetThresholdsWithMargin()).isFalse();
    assertThat(new DocumentScores(0.02, 1.36, 1.57).meetThresholds()).isTrue();
    assertThat(new DocumentScores(0.02, 1.29, 1.57).meetThresholds()).isFalse();
    assertThat(new DocumentScores(0.2, 2, 2).meetThresholds()).isFalse();
  }
}
