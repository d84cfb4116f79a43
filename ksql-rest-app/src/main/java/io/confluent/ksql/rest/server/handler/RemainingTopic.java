package io.confluent.ksql.rest.server.handler;

import io.confluent.ksql.diagnostic.DiagnosticException;
import io.confluent.ksql.engine.topics.OffsetRange;
import io.confluent.ksql.engine.topics.Topics;
import io.confluent.ksql.planner.catalog.Source;
import io.confluent.ksql.rest.wire.Warning;
import java.util.List;

/** Tells who drops a stream or table that its topic stays, and the rows with it. */
final class RemainingTopic {
  private final Topics topics;

  RemainingTopic(Topics topics) {
    this.topics = topics;
  }

  /** The warning; none if there is no such topic, or Kafka does not say. */
  List<Warning> warnings(Source dropped) {
    try {
      List<OffsetRange> partitions =
          topics.offsets(List.of(dropped.topic())).getOrDefault(dropped.topic(), List.of());
      return partitions.isEmpty()
          ? List.of()
          : List.of(
              new Warning(text(dropped, partitions.stream().mapToLong(OffsetRange::size).sum())));
    } catch (DiagnosticException e) {
      return List.of();
    }
  }

  private static String text(Source dropped, long records) {
    StringBuilder text = new StringBuilder("The topic " + dropped.topic() + " stays");
    if (records > 0) {
      String what = records == 1 ? "its record" : "its " + records + " records";
      text.append(" with ")
          .append(what)
          .append(": a ")
          .append(dropped.isTable() ? "table" : "stream");
      text.append(" made on it again begins with ").append(records == 1 ? "it" : "them");
    }
    text.append(". DROP .. DELETE TOPIC deletes it too");
    if (dropped.createdBy().isPresent() && !dropped.isTable()) {
      text.append("; CREATE STREAM .. WITH (START='fresh') AS .. empties it");
    }
    return text.append('.').toString();
  }
}
