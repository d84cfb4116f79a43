package io.confluent.ksql.benchmarks.program;

import io.confluent.ksql.serde.registry.SchemaRegistry;
import java.util.List;

/**
 * What a program reads and writes.
 *
 * @param inputs topics, in the order in which the statement names them
 * @param output a topic
 * @param registry of schemas
 */
public record Topics(List<String> inputs, String output, SchemaRegistry registry) {
  public Topics {
    inputs = List.copyOf(inputs);
  }

  String input() {
    return inputs.get(0);
  }
}
