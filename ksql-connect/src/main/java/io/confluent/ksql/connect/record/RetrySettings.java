package io.confluent.ksql.connect.record;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Range;
import org.apache.kafka.common.config.ConfigDef.Type;

/**
 * How often and after which pauses a batch is tried again.
 *
 * @param max how often; -1 for ever
 * @param first the first pause
 * @param longest the longest pause
 */
public record RetrySettings(int max, Duration first, Duration longest) {
  private static final String MAX = "max.retries";
  private static final String FIRST = "retry.backoff.ms";
  private static final String LONGEST = "retry.backoff.max.ms";

  /** Adds the settings of retries to those of a sink. */
  public static ConfigDef define(ConfigDef settings) {
    return settings
        .define(
            MAX,
            Type.INT,
            -1,
            Range.atLeast(-1),
            Importance.MEDIUM,
            "How often records are tried again before the task fails; -1: until they arrive.")
        .define(
            FIRST,
            Type.LONG,
            500L,
            Range.atLeast(1),
            Importance.LOW,
            "The pause before the first retry; it doubles with each.")
        .define(
            LONGEST,
            Type.LONG,
            60_000L,
            Range.atLeast(1),
            Importance.LOW,
            "The longest pause between two tries.");
  }

  /** Those of a sink. */
  public static RetrySettings of(AbstractConfig config) {
    return new RetrySettings(
        config.getInt(MAX),
        Duration.ofMillis(config.getLong(FIRST)),
        Duration.ofMillis(config.getLong(LONGEST)));
  }

  /** Twice as long each time, and never the same for two tasks. */
  Duration pause(int retries) {
    int doublings = Math.min(retries, 20);
    boolean grown = first.toMillis() > longest.toMillis() >> doublings;
    long whole = grown ? longest.toMillis() : first.toMillis() << doublings;
    return Duration.ofMillis(whole / 2 + ThreadLocalRandom.current().nextLong(whole / 2 + 1));
  }
}
