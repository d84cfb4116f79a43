package io.confluent.ksql.tools.beats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BeatSimulatorTest {
  @Test
  void givesTheSameRowsForTheSameSeed() {
    double[][] rows = new BeatSimulator(7).next(3);
    assertThat(new BeatSimulator(7).next(3)).isDeepEqualTo(rows);
    assertThat(new BeatSimulator(8).next()).isNotEqualTo(rows[0]);
    assertThat(rows[1]).isNotEqualTo(rows[0]);
  }

  @Test
  void givesReadingsOfASensor() {
    for (double[] row : new BeatSimulator(1).next(200)) {
      assertThat(row).hasSize(BeatSimulator.SAMPLES);
      for (double reading : row) {
        assertThat(reading).isBetween(0.0, 9.99);
        assertThat(reading).isEqualTo(Math.round(reading * 100) / 100.0);
      }
    }
  }

  @Test
  void looksLikeTheNormalMessageOfTheDocuments() {
    double[] normal = document("99999");
    double[][] beats = new BeatSimulator(3).next(2000);
    assertThat(nearest(normal, beats)).isLessThan(0.05);
    assertThat(nearest(document("33333"), beats)).isGreaterThan(1);
  }

  @Test
  void disordersChangeACopyBeyondRecognition() {
    Random random = new Random(1);
    double[][] beats = new BeatSimulator(4).next(500);
    for (Disorder disorder : Disorder.values()) {
      double[] row = beats[0].clone();
      double[] disordered = disorder.applyTo(row, random);
      assertThat(row).isEqualTo(beats[0]);
      assertThat(nearest(disordered, beats)).as(disorder.name()).isGreaterThan(0.5);
    }
  }

  private static double[] document(String id) {
    return Arrays.stream(DocumentMessages.numbers(id).split("#"))
        .mapToDouble(number -> Double.parseDouble(number.trim()))
        .toArray();
  }

  /** Mean squared distance to the nearest of several rows. */
  private static double nearest(double[] row, double[][] others) {
    double nearest = Double.MAX_VALUE;
    for (double[] other : others) {
      double sum = 0;
      for (int i = 0; i < row.length; i++) {
        sum += (row[i] - other[i]) * (row[i] - other[i]);
      }
      nearest = Math.min(nearest, sum / row.length);
    }
    return nearest;
  }
}
