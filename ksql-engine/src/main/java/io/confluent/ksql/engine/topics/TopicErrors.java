package io.confluent.ksql.engine.topics;

import io.confluent.ksql.diagnostic.Diagnostic;
import io.confluent.ksql.diagnostic.DiagnosticException;
import io.confluent.ksql.diagnostic.ErrorCode;
import io.confluent.ksql.planner.command.Duty;

/** Errors that all kinds of {@link Topics} raise alike. */
final class TopicErrors {
  private TopicErrors() {}

  static DiagnosticException otherPartitions(Duty.CreateTopic wanted, int partitions) {
    return Diagnostic.error(
            ErrorCode.TOPIC_MISMATCH,
            "The topic %s exists with %d partitions, %d are wanted.",
            wanted.topic(),
            partitions,
            wanted.partitions())
        .hint("Leave PARTITIONS out, or name another KAFKA_TOPIC.")
        .toException();
  }

  static DiagnosticException noSuchOffset(String topic, int partition, long offset) {
    return Diagnostic.error(
            ErrorCode.INVALID_REQUEST,
            "Partition %d of the topic %s has no offset %d any more.",
            partition,
            topic,
            offset)
        .hint("Its records were deleted meanwhile; ask without a continuation token.")
        .toException();
  }

  static DiagnosticException refused(Duty.CreateTopic wanted, String reason) {
    return Diagnostic.error(
            ErrorCode.TOPIC_MISMATCH, "The topic %s cannot be made: %s", wanted.topic(), reason)
        .toException();
  }
}
