package io.confluent.ksql.tools.produce;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;

/** Keeps records; delivers them when flushed, as Kafka's producer does it later than taken. */
public final class InMemorySink implements RecordSink {
  private final List<OutgoingRecord> records = new ArrayList<>();
  private final List<Runnable> deliveries = new ArrayList<>();
  private final long now;
  private boolean closed;

  /** A sink in which it is always the same time, ms since the epoch. */
  public InMemorySink(long now) {
    this.now = now;
  }

  @Override
  public synchronized void send(OutgoingRecord record, LongConsumer delivered) {
    if (closed) {
      throw new IllegalStateException("closed");
    }
    records.add(record);
    deliveries.add(() -> delivered.accept(record.timestamp().orElse(now)));
  }

  @Override
  public synchronized void flush() {
    deliveries.forEach(Runnable::run);
    deliveries.clear();
  }

  @Override
  public synchronized void close() {
    closed = true;
  }

  /** What was sent, in order. */
  public synchronized List<OutgoingRecord> records() {
    return List.copyOf(records);
  }

  /** Whether it was closed. */
  public synchronized boolean isClosed() {
    return closed;
  }
}
