package io.confluent.ksql.engine.topology;

import io.confluent.ksql.engine.compile.EvaluationException;
import io.confluent.ksql.engine.log.ProcessingError;
import io.confluent.ksql.engine.log.QueryCounters;
import io.confluent.ksql.planner.physical.SinkStep;
import io.confluent.ksql.row.Row;
import io.confluent.ksql.serde.EncodeException;
import java.util.Optional;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Runs a chain and encodes what comes out. Encoding here and not in the producer's serializer keeps
 * a row that a format cannot hold from ending the query.
 */
final class SinkProcessor implements Processor<Object, Object, byte[], byte[]> {
  private final SinkStep step;
  private final Chain chain;
  private final TopologyContext query;
  private final Serializer<Object> keys;
  private final Serializer<Row> values;
  private final Optional<RowTime> time;
  private ProcessorContext<byte[], byte[]> context;
  private Chain.Run run;
  private TaskScope task;
  private StepErrors errors;
  private QueryCounters counters;

  SinkProcessor(
      SinkStep step,
      Chain chain,
      TopologyContext query,
      Serializer<Object> keys,
      Serializer<Row> values) {
    this.step = step;
    this.chain = chain;
    this.query = query;
    this.keys = keys;
    this.values = values;
    time = step.timestamp().map(column -> RowTime.of(column, step.schema()));
  }

  @Override
  public void init(ProcessorContext<byte[], byte[]> newContext) {
    context = newContext;
    task = Chain.scope(query, newContext);
    run = chain.start(task);
    errors = task.errors(step.id());
    counters = query.counters();
  }

  @Override
  public void process(Record<Object, Object> record) {
    Cursor row = run.apply(record.key(), record.value(), record.timestamp(), record.headers());
    if (row == null) {
      return;
    }
    Record<byte[], byte[]> encoded = encoded(row);
    task.endIfFailed();
    if (encoded != null) {
      context.forward(encoded);
      counters.countOut();
    }
  }

  private Record<byte[], byte[]> encoded(Cursor row) {
    String half = "key";
    try {
      long timestamp = timestamp(row);
      byte[] key = keys.serialize(step.topic(), row.key());
      half = "value";
      byte[] value = values.serialize(step.topic(), row.value());
      return new Record<>(key, value, timestamp, row.headers());
    } catch (EncodeException e) {
      errors.half(ProcessingError.Type.SERIALIZATION, half, e, Optional.empty());
      if (e.isOfAllRows()) {
        task.fail("The %s of no row can be written: %s".formatted(half, e.getMessage()));
      }
    } catch (EvaluationException e) {
      errors.record("The row has no time and is left out: " + e.getMessage(), e);
      if (query.onInvalidTimestamp() == TopologyContext.OnError.FAIL) {
        task.fail(e.getMessage());
      }
    }
    return null;
  }

  private long timestamp(Cursor row) {
    if (time.isEmpty()) {
      return row.timestamp();
    }
    // A tombstone has no columns; it must not be older than what it deletes.
    return row.value() == null
        ? Math.max(row.timestamp(), task.streamTime())
        : time.get().of(row.keyRow(), row.value());
  }
}
