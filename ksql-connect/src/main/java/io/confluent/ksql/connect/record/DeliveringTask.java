package io.confluent.ksql.connect.record;

import java.util.Collection;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.connect.sink.SinkTask;

/**
 * A task that is given again what the other side has not confirmed, and puts aside what it will
 * never take. Used by one thread of the worker.
 *
 * @param <S> its settings
 */
public abstract class DeliveringTask<S extends AbstractConfig> extends SinkTask {
  private final String refused;
  private Redelivery redelivery;
  private DeadLetters deadLetters;

  /**
   * A task.
   *
   * @param refused the setting that says what happens to a record that will never be taken
   */
  protected DeliveringTask(String refused) {
    this.refused = refused;
  }

  @Override
  public final String version() {
    return Versions.current();
  }

  @Override
  public final void start(Map<String, String> config) {
    S settings = settings(config);
    redelivery = new Redelivery(context, RetrySettings.of(settings));
    deadLetters = new DeadLetters(context, settings.getString(refused));
    begin(settings, config.getOrDefault("name", "sink"));
  }

  /** Reads the settings. */
  protected abstract S settings(Map<String, String> config);

  /** Makes ready for batches. */
  protected abstract void begin(S settings, String connector);

  /** What was delivered of the batch that is given again. */
  protected final Redelivery redelivery() {
    return redelivery;
  }

  /** Where records go that will never be taken. */
  protected final DeadLetters deadLetters() {
    return deadLetters;
  }

  /** Another task may go on with the partitions; it knows nothing of what was delivered. */
  @Override
  public void close(Collection<TopicPartition> partitions) {
    if (redelivery != null) {
      redelivery.done();
    }
  }

  @Override
  public void stop() {}
}
