package io.confluent.ksql.connect.record;

import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.errors.RetriableException;
import org.apache.kafka.connect.sink.SinkRecord;
import org.apache.kafka.connect.sink.SinkTaskContext;

/**
 * Has the worker give a batch again after a while, and remembers what of it was delivered. Owned by
 * the thread of the task.
 */
public final class Redelivery {
  private final SinkTaskContext context;
  private final RetrySettings settings;
  private final Set<Coordinates> delivered = new HashSet<>();
  private int retries;

  /** For one task. */
  public Redelivery(SinkTaskContext context, RetrySettings settings) {
    this.context = context;
    this.settings = settings;
  }

  /** What of a batch still has to be delivered. */
  public List<SinkRecord> due(Collection<SinkRecord> batch) {
    return batch.stream().filter(record -> !delivered.contains(Coordinates.of(record))).toList();
  }

  /** The same without records that have no value, for those to whom these say nothing. */
  public List<SinkRecord> dueWithValue(Collection<SinkRecord> batch) {
    return due(batch).stream().filter(record -> record.value() != null).toList();
  }

  /** The whole batch was delivered, or is no longer this task's. */
  public void done() {
    delivered.clear();
    retries = 0;
  }

  /**
   * What to throw so that the records that remain are given again.
   *
   * @param why why they were not delivered
   * @param wait how long the other side wants to be left alone
   */
  public ConnectException again(
      Collection<SinkRecord> batch,
      Collection<SinkRecord> remaining,
      String why,
      Optional<Duration> wait) {
    if (settings.max() >= 0 && retries >= settings.max()) {
      return new ConnectException(
          remaining.size() + " records were not delivered in " + (retries + 1) + " tries: " + why);
    }
    Set<Coordinates> open = new HashSet<>();
    remaining.forEach(record -> open.add(Coordinates.of(record)));
    batch.stream()
        .map(Coordinates::of)
        .filter(place -> !open.contains(place))
        .forEach(delivered::add);
    Duration pause = wait.orElseGet(() -> settings.pause(retries));
    retries++;
    context.timeout(Math.min(pause.toMillis(), settings.longest().toMillis()));
    return new RetriableException(remaining.size() + " records are given again: " + why);
  }
}
