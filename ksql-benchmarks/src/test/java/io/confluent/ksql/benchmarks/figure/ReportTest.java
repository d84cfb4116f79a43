package io.confluent.ksql.benchmarks.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** The arithmetic of figures, and how they are shown. */
final class ReportTest {
  private static final Offset<Double> EXACTLY = Offset.offset(1e-9);

  @Test
  void takesTheMiddle() {
    assertThat(Figures.median(List.of(9.0, 1.0, 4.0))).isEqualTo(4);
    assertThat(Figures.median(List.of(8.0, 1.0, 4.0, 2.0))).isEqualTo(3);
    assertThatThrownBy(() -> Figures.median(List.of())).hasMessageContaining("nothing");
  }

  @Test
  void spreadIsTheWidthOfTheMiddleHalf() {
    assertThat(Figures.spread(List.of(4.0, 5.0, 6.0))).isCloseTo(0.2, EXACTLY);
    assertThat(Figures.spread(List.of(90.0, 4.0, 5.0, 6.0, 1.0))).isCloseTo(0.4, EXACTLY);
    assertThat(Figures.spread(List.of(4.0, 6.0))).isCloseTo(0.2, EXACTLY);
    assertThat(Figures.spread(List.of(4.0))).isZero();
  }

  @Test
  void percentilesAreValuesThatWereSeen() {
    List<Double> hundred = new java.util.ArrayList<>();
    for (int i = 100; i >= 1; i--) {
      hundred.add((double) i);
    }
    assertThat(Figures.percentile(hundred, 50)).isEqualTo(50);
    assertThat(Figures.percentile(hundred, 99)).isEqualTo(99);
    assertThat(Figures.percentile(hundred, 100)).isEqualTo(100);
    assertThat(Figures.percentile(List.of(3.0), 1)).isEqualTo(3);
  }

  @Test
  void ratiosAreTakenRunByRun() {
    Comparison comparison =
        Comparison.of("c", "ms", List.of(10.0, 20.0, 33.0), "b", List.of(10.0, 10.0, 11.0));
    assertThat(comparison.ratios("b")).containsExactly(1.0, 2.0, 3.0);
    assertThat(comparison.ratio("b")).isEqualTo(2);
    assertThat(comparison.spread("b")).isEqualTo(0.5);
    assertThat(comparison.runs()).isEqualTo(3);
  }

  @Test
  void refusesRunsWithoutPartner() {
    List<Double> one = List.of(1.0);
    assertThatThrownBy(() -> Comparison.of("c", "ms", List.of(1.0, 2.0), "b", one))
        .hasMessageContaining("number of runs");
  }

  @Test
  void writesALineOfJson() {
    assertThat(Report.json(comparison()))
        .isEqualTo(
            "{\"name\":\"copy\",\"unit\":\"us of CPU a row\",\"ours\":6.0,\"runs\":2,"
                + "\"rowsPerSecond\":150000,\"against\":\"Kafka Streams\",\"baseline\":4.0,"
                + "\"ratio\":1.5,\"spread\":0.3333,\"baselineRowsPerSecond\":200000,"
                + "\"others\":{\"loop\":{\"baseline\":2.0,\"ratio\":3.0,\"spread\":0.3333,"
                + "\"baselineRowsPerSecond\":300000}}}");
  }

  @Test
  void aLineWithoutBaselineSaysSo() {
    Comparison alone = new Comparison("start", "ms", Series.of(List.of(9.0, 11.0)), Map.of());
    assertThat(Report.json(alone))
        .isEqualTo(
            "{\"name\":\"start\",\"unit\":\"ms\",\"ours\":10.0,\"runs\":2,"
                + "\"baseline\":null,\"ratio\":null,\"spread\":0.1}");
  }

  @Test
  void writesATable() {
    assertThat(Report.table(List.of(comparison())).lines())
        .contains(
            "| copy | us of CPU a row | 6.00 | Kafka Streams | 4.00 | 1.50 | 33 % | 2 | 150,000 |"
                + " 200,000 |",
            "| copy | us of CPU a row | 6.00 | loop | 2.00 | 3.00 | 33 % | 2 | 150,000 |"
                + " 300,000 |");
  }

  private static Comparison comparison() {
    Map<String, Series> baselines = new LinkedHashMap<>();
    baselines.put("Kafka Streams", Series.NONE.and(4, 200_000).and(4, 200_000));
    baselines.put("loop", Series.NONE.and(2, 300_000).and(2, 300_000));
    Series ours = Series.NONE.and(4, 100_000).and(8, 200_000);
    return new Comparison("copy", "us of CPU a row", ours, baselines);
  }
}
