package io.confluent.ksql.ml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class TrainingRangeTest {
  private final TrainingRange range =
      TrainingRange.of("beats", new double[][] {{1, 10, 5}, {3, 30, 5}, {2, 20, 5}});

  @Test
  void isFromTheLeastToTheGreatestValueOfEachInput() {
    assertThat(range.least()).containsExactly(1.0, 10.0, 5.0);
    assertThat(range.greatest()).containsExactly(3.0, 30.0, 5.0);
    assertThat(range.rows()).isEqualTo(3);
    assertThat(range.width()).isEqualTo(3);
    assertThat(range)
        .hasToString(
            "beats: 3 rows of 3 numbers, all between 1.0 and 30.0, each in a range of its own");
  }

  @Test
  void letsATenthOfItsWidthPassOnEitherSide() {
    assertThat(range.outside(new double[] {1, 30, 5})).isZero();
    assertThat(range.outside(new double[] {0.81, 31.9, 5})).isZero();
    assertThat(range.outside(new double[] {0.79, 31.9, 5})).isEqualTo(1);
    assertThat(range.outside(new double[] {3.21, 32.1, 5})).isEqualTo(2);
  }

  @Test
  void hasNoToleranceWhereTrainingHadOneValue() {
    assertThat(range.outside(new double[] {2, 20, 5.001})).isEqualTo(1);
  }

  @Test
  void saysWhichNumberIsFarthestOutside() {
    assertThat(range.explain(new double[] {0, 50, 5}))
        .isEqualTo(
            "2 of 3 numbers are outside of what the model was trained on (beats);"
                + " number 2 is 50.0, in training it was between 10.0 and 30.0");
  }

  @Test
  void refusesWhatIsNoRange() {
    assertThatThrownBy(() -> ofOne(new double[] {0.5}))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> ofOne(new double[] {Double.NaN}))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> ofOne(new double[] {1, 2}))
        .isInstanceOf(IllegalArgumentException.class);
    double[] none = {};
    assertThatThrownBy(() -> new TrainingRange("x", 1, none, none, OptionalDouble.empty()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static TrainingRange ofOne(double[] greatest) {
    return new TrainingRange("x", 1, new double[] {1}, greatest, OptionalDouble.empty());
  }

  @Test
  void takesAThresholdFromTheScoresOfItsRows() {
    assertThat(range.threshold()).isEmpty();
    assertThat(range.withThresholdOf(new double[] {1, 2, 3}).threshold()).hasValue(2 + 3 * 1.0);
    assertThat(range.withThresholdOf(new double[] {7}).threshold()).hasValue(7);
  }
}
