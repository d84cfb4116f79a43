package io.confluent.ksql.benchmarks;

import java.util.List;

/** How much is measured. */
enum Scale {
  /** A first impression, within three minutes. */
  QUICK(List.of("copy-json-200", "latency-1000", "score"), 4, 3),
  /** Everything, within forty minutes. */
  FULL(List.of(), 12, 8);

  private final List<String> cases;
  private final int warmSeconds;
  private final int seconds;

  Scale(List<String> cases, int warmSeconds, int seconds) {
    this.cases = cases;
    this.warmSeconds = warmSeconds;
    this.seconds = seconds;
  }

  /** Names of cases; empty for all. */
  List<String> cases() {
    return cases;
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
