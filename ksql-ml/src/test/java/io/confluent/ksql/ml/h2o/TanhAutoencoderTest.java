package io.confluent.ksql.ml.h2o;

import static org.assertj.core.api.Assertions.assertThat;

import io.confluent.ksql.ml.Model;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Not nearly but exactly the digits of H2O's own runtime. */
class TanhAutoencoderTest {
  private static void assertSameDigits(byte[] zip, int messages, double spread) throws IOException {
    Model fast = new MojoFormat().load(new ByteArrayInputStream(zip), "test");
    assertThat(fast instanceof RangedModel ranged ? ranged.model() : fast)
        .isInstanceOf(TanhAutoencoder.class);
    Model reference = MojoFormat.byRuntime(Mojos.files(zip), "test");
    assertThat(fast.inputs()).isEqualTo(reference.inputs());
    Random random = new Random(messages);
    double[] score = new double[1];
    double[] expected = new double[1];
    for (int i = 0; i < messages; i++) {
      double[] input =
          random.doubles(fast.inputs().size()).map(d -> 5 + spread * (d - 0.5)).toArray();
      fast.score(input.clone(), score);
      reference.score(input, expected);
      assertThat(Double.doubleToRawLongBits(score[0]))
          .as("message %d: %s, expected %s", i, score[0], expected[0])
          .isEqualTo(Double.doubleToRawLongBits(expected[0]));
    }
  }

  @ParameterizedTest
  @CsvSource({"10, 1000", "0.5, 500", "1e4, 300", "1e12, 200"})
  void scoresTheBundledModelLikeH2o(double spread, int messages) throws IOException {
    assertSameDigits(Mojos.bundled(), messages, spread);
  }

  @Test
  void scoresTheShapeOfTheDocumentsLikeH2o() throws IOException {
    byte[] zip = Mojos.pack(Mojos.autoencoder(new Random(1), 210, 50, 20, 50, 210));
    assertSameDigits(zip, 500, 10);
  }

  @Test
  void scoresAnyShapeLikeH2o() throws IOException {
    int[][] shapes = {
      {1, 1, 1},
      {3, 2, 3},
      {7, 7, 7},
      {8, 8, 8},
      {9, 16, 9},
      {17, 5, 9, 17},
      {31, 24, 31},
      {32, 3, 32},
      {33, 40, 33},
      {40, 33, 1, 41, 40},
      {64, 65, 64},
      {71, 72, 71}
    };
    for (int[] shape : shapes) {
      assertSameDigits(Mojos.pack(Mojos.autoencoder(new Random(2), shape)), 50, 10);
    }
  }

  @Test
  void leavesItsInputAlone() throws IOException {
    byte[] zip = Mojos.pack(Mojos.autoencoder(new Random(3), 4, 2, 4));
    Model model = new MojoFormat().load(new ByteArrayInputStream(zip), "test");
    double[] input = {1, 2, 3, 4};
    model.score(input, new double[1]);
    assertThat(input).containsExactly(1, 2, 3, 4);
  }
}
