package io.confluent.ksql.benchmarks;

import io.confluent.ksql.benchmarks.figure.Comparison;
import io.confluent.ksql.benchmarks.pipeline.Pipeline;
import io.confluent.ksql.benchmarks.pipeline.Pipelines;
import io.confluent.ksql.benchmarks.program.Profile;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Every case by name, in the order in which they run. */
final class Cases {
  private static final Map<String, Case> ALL = all();

  private Cases() {}

  /** One that gives one figure or several. */
  @FunctionalInterface
  interface Case {
    List<Comparison> run(Stage stage, int runs);
  }

  static Collection<String> names() {
    return Collections.unmodifiableSet(ALL.keySet());
  }

  static Optional<Case> find(String name) {
    return Optional.ofNullable(ALL.get(name));
  }

  private static Map<String, Case> all() {
    Map<String, Case> all = new LinkedHashMap<>();
    for (Pipeline pipeline : Pipelines.all()) {
      all.put(pipeline.name(), (stage, runs) -> List.of(stage.pipelines().run(pipeline, runs)));
    }
    all.put("pull-by-key", (stage, runs) -> stage.pull().run(stage.latency(), runs));
    for (int rate : List.of(1000, 5000)) {
      String name = "latency-" + rate;
      all.put(name, (stage, runs) -> stage.rows().query(name, rate, stage.latency(), runs));
    }
    String push = "push-1000";
    all.put(push, (stage, runs) -> stage.rows().push(push, 1000, stage.latency(), runs));
    String once = "exactly-once-1000";
    all.put(once, (stage, runs) -> exactlyOnce(once, stage, runs));
    all.put("start", (stage, runs) -> stage.processes().starts(runs));
    all.put("idle-query", (stage, runs) -> List.of(stage.processes().memory(runs)));
    all.put("score", (stage, runs) -> stage.scoring().run(runs));
    return all;
  }

  private static List<Comparison> exactlyOnce(String name, Stage stage, int runs) {
    Profile profile = stage.latency().exactlyOnce();
    return stage.rows().query(name, 1000, profile, runs);
  }
}
