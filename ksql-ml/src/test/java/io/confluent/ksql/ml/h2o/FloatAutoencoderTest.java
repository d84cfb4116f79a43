package io.confluent.ksql.ml.h2o;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.confluent.ksql.ml.Model;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Random;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

final class FloatAutoencoderTest {
  private static final Percentage DOCUMENTED = Percentage.withPercentage(0.001);

  @Test
  void differsFromTheExactScoreByLessThanIsDocumented() throws IOException {
    Model exact = BundledModels.ecgAutoencoder();
    assertNear(exact, 2000, 1);
    assertNear(exact, 500, 10);
    assertNear(exact, 500, 1000);
    int[][] shapes = {{1, 1, 1}, {7, 3, 7}, {33, 40, 33}, {210, 50, 20, 50, 210}};
    for (int[] shape : shapes) {
      byte[] zip = Mojos.pack(Mojos.autoencoder(new Random(2), shape));
      assertNear(new MojoFormat().load(new ByteArrayInputStream(zip), "test"), 50, 10);
    }
  }

  private static void assertNear(Model exact, int messages, double spread) {
    Model narrow = exact.inFloat();
    assertThat(narrow.description()).contains("in single precision");
    Random random = new Random(messages);
    double[] score = new double[1];
    double[] expected = new double[1];
    for (int i = 0; i < messages; i++) {
      double[] input =
          random.doubles(exact.inputs().size()).map(d -> 5 + spread * (d - 0.5)).toArray();
      narrow.score(input, score);
      exact.score(input, expected);
      assertThat(score[0]).isCloseTo(expected[0], DOCUMENTED);
    }
  }

  @Test
  void knowsTheHyperbolicTangentToSixDigits() {
    float[] values = new float[4001];
    for (int i = 0; i < values.length; i++) {
      values[i] = (i - 2000) / 100f;
    }
    float[] tanh = values.clone();
    FloatLayer.tanh(tanh);
    for (int i = 0; i < values.length; i++) {
      assertThat((double) tanh[i]).isCloseTo(Math.tanh(values[i]), within(5e-7));
    }
  }
}
