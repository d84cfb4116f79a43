package io.confluent.ksql.engine.topology;

import io.confluent.ksql.engine.compile.EvaluationException;
import io.confluent.ksql.engine.log.ProcessingError;
import io.confluent.ksql.engine.log.RecordPlace;
import io.confluent.ksql.planner.physical.StepId;
import io.confluent.ksql.row.Row;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.kstream.Windowed;
import org.apache.kafka.streams.processor.TimestampExtractor;

/** Gives records the time that one of their columns says. */
final class ScanTimestamps implements TimestampExtractor {
  private final StepId step;
  private final RowTime time;
  private final TopologyContext context;

  ScanTimestamps(StepId step, RowTime time, TopologyContext context) {
    this.step = step;
    this.time = time;
    this.context = context;
  }

  @Override
  public long extract(ConsumerRecord<Object, Object> record, long partitionTime) {
    if (record.key() instanceof Undecodable || record.value() instanceof Undecodable) {
      // Any time will do: the scan's processor leaves the record out, and says why.
      return Math.max(record.timestamp(), 0);
    }
    Object key = record.key() instanceof Windowed<?> windowed ? windowed.key() : record.key();
    try {
      return time.of((Row) key, (Row) record.value());
    } catch (EvaluationException e) {
      log(record, e);
      if (context.onInvalidTimestamp() == TopologyContext.OnError.FAIL) {
        throw new RecordFailedException(e.getMessage());
      }
      // Kafka Streams leaves records with a negative time out.
      return -1;
    }
  }

  private void log(ConsumerRecord<?, ?> record, EvaluationException error) {
    context.counters().countError();
    context
        .log()
        .write(
            new ProcessingError(
                ProcessingError.Type.RECORD_PROCESSING,
                context.queryId(),
                step.path(),
                "The row has no time and is left out: " + error.getMessage(),
                List.of(error.getMessage()),
                Optional.of(new RecordPlace(record.topic(), record.partition(), record.offset())),
                Optional.empty(),
                Optional.empty()));
  }
}
