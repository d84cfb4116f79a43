package io.confluent.ksql.benchmarks.program;

import java.util.List;

/**
 * What a program reads and writes.
 *
 * @param inputs topics, in the order in which the statement names them
 * @param output a topic
 * @param registry address of a schema registry; empty where none is needed
 */
public record Topics(List<String> inputs, String output, String registry) {
  public Topics {
    inputs = List.copyOf(inputs);
  }

  String input() {
    return inputs.get(0);
  }
}
