package io.confluent.ksql.benchmarks;

import io.confluent.ksql.benchmarks.latency.LatencyBenchmark;
import io.confluent.ksql.benchmarks.latency.ProcessBenchmark;
import io.confluent.ksql.benchmarks.latency.PullBenchmark;
import io.confluent.ksql.benchmarks.pipeline.Kafka;
import io.confluent.ksql.benchmarks.pipeline.PipelineBenchmark;
import io.confluent.ksql.benchmarks.process.Broker;
import io.confluent.ksql.benchmarks.process.Launcher;
import io.confluent.ksql.benchmarks.program.Profile;
import io.confluent.ksql.benchmarks.scoring.ScoringBenchmark;

/**
 * What cases run on.
 *
 * @param scale how much is measured
 * @param pipelines for what is measured by rows
 * @param latency settings where each row is waited for
 */
record Stage(
    Launcher launcher,
    Broker broker,
    Kafka kafka,
    Scale scale,
    PipelineBenchmark pipelines,
    Profile latency) {
  PullBenchmark pull() {
    return new PullBenchmark(launcher, broker, kafka);
  }

  LatencyBenchmark rows() {
    return new LatencyBenchmark(launcher, broker, kafka, scale.warmSeconds(), scale.seconds());
  }

  ProcessBenchmark processes() {
    return new ProcessBenchmark(launcher, broker, kafka, latency);
  }

  ScoringBenchmark scoring() {
    return new ScoringBenchmark(launcher);
  }
}
