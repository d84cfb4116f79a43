package io.confluent.ksql.benchmarks;

import java.util.List;

/** How much is measured. */
enum Scale {
  /** A first impression, within three minutes. */
  QUICK(
      List.of("copy-json-200", "filter-json-200", "anomaly-filter", "latency-1000"), 1, 0.5, 4, 6),
  /** Everything, within forty minutes. */
  FULL(List.of(), 3, 1, 6, 10);

  private final List<String> cases;
  private final int runs;
  private final double partOfRows;
  private final int warmSeconds;
  private final int seconds;

  Scale(List<String> cases, int runs, double partOfRows, int warmSeconds, int seconds) {
    this.cases = cases;
    this.runs = runs;
    this.partOfRows = partOfRows;
    this.warmSeconds = warmSeconds;
    this.seconds = seconds;
  }

  /** Names of cases; empty for all. */
  List<String> cases() {
    return cases;
  }

  int runs() {
    return runs;
  }

  /** How much of its rows a pipeline reads. */
  double partOfRows() {
    return partOfRows;
  }

  /** How long rows come before they count. */
  int warmSeconds() {
    return warmSeconds;
  }

  /** How long rows come and count. */
  int seconds() {
    return seconds;
  }
}
