package io.confluent.ksql.connect.record;

import java.util.concurrent.ExecutionException;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Type;
import org.apache.kafka.common.config.ConfigDef.ValidString;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.errors.DataException;
import org.apache.kafka.connect.sink.ErrantRecordReporter;
import org.apache.kafka.connect.sink.SinkRecord;
import org.apache.kafka.connect.sink.SinkTaskContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where records go that will never be taken: to the worker's dead letters where the connector has
 * them ({@code errors.deadletterqueue.topic.name}, {@code errors.log.enable}), else as it is set.
 */
public final class DeadLetters {
  private static final Logger LOG = LoggerFactory.getLogger(DeadLetters.class);
  private final SinkTaskContext context;
  private final String otherwise;

  /**
   * For one task.
   *
   * @param otherwise {@code fail}, {@code warn} or {@code ignore}
   */
  public DeadLetters(SinkTaskContext context, String otherwise) {
    this.context = context;
    this.otherwise = otherwise;
  }

  /** Adds the setting of what happens where there are no dead letters. */
  public static ConfigDef define(ConfigDef settings, String name) {
    return settings.define(
        name,
        Type.STRING,
        "fail",
        ValidString.in("fail", "warn", "ignore"),
        Importance.MEDIUM,
        "What happens to a record that will never be taken, if the connector has no dead letters.");
  }

  /** Puts a record aside; returns when it is safe there. */
  public void report(SinkRecord record, String why) {
    DataException reason = new DataException(Coordinates.of(record).id() + ": " + why);
    ErrantRecordReporter reporter = context.errantRecordReporter();
    if (reporter != null) {
      await(reporter, record, reason);
    } else if (otherwise.equals("fail")) {
      throw reason;
    } else if (otherwise.equals("warn")) {
      LOG.warn("Left out: {}", reason.getMessage());
    }
  }

  private static void await(ErrantRecordReporter reporter, SinkRecord record, Exception reason) {
    try {
      reporter.report(record, reason).get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ConnectException(e);
    } catch (ExecutionException e) {
      throw new ConnectException("The record could not be put aside", e.getCause());
    }
  }
}
