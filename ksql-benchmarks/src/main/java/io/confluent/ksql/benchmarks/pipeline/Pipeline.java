package io.confluent.ksql.benchmarks.pipeline;

import io.confluent.ksql.serde.registry.SchemaRegistry;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongPredicate;

/**
 * A query, and the programs that are its measure.
 *
 * @param name of the case
 * @param rowsPerSecond more rows than any process reads in a second, of each topic that grows
 * @param inputs topics, given a registry for their schemas
 * @param statements with {@code {in0}}, {@code {in1}} and {@code {out}} for the topics
 * @param outputs which rows of the first input give one row each, by which its progress is seen;
 *     empty where what comes out depends on caches, and progress is what its group has committed
 * @param programs names of {@link io.confluent.ksql.benchmarks.program.Programs} by the names that
 *     a report gives them, the most important first
 */
public record Pipeline(
    String name,
    long rowsPerSecond,
    Function<SchemaRegistry, List<Input>> inputs,
    String statements,
    Optional<LongPredicate> outputs,
    Map<String, String> programs) {
  public Pipeline {
    programs = new LinkedHashMap<>(programs);
  }

  /** The statements with names of topics in them. */
  public String statements(List<String> inputs, String output) {
    String text = statements.replace("{out}", output);
    for (int i = 0; i < inputs.size(); i++) {
      text = text.replace("{in" + i + "}", inputs.get(i));
    }
    return text;
  }
}
