package io.confluent.ksql.rest.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Optional;

/**
 * A line of LIST STREAMS or LIST TABLES.
 *
 * @param type {@code STREAM} or {@code TABLE}
 * @param name its name, exact in case
 * @param topic its Kafka topic
 * @param keyFormat format of the keys; empty if an old server does not say
 * @param valueFormat format of the values
 * @param windowed whether its keys are windowed
 * @param format the format as classic clients expect it; empty unless the server answers those
 */
public record SourceSummary(
    String type,
    String name,
    String topic,
    String keyFormat,
    String valueFormat,
    @JsonProperty("isWindowed") boolean windowed,
    @JsonInclude(Include.NON_ABSENT) Optional<String> format) {
  public SourceSummary {
    keyFormat = Copies.text(keyFormat);
    valueFormat = valueFormat == null ? format.orElse("") : valueFormat;
  }

  /** A line of the present form. */
  public static SourceSummary of(
      String type,
      String name,
      String topic,
      String keyFormat,
      String valueFormat,
      boolean windowed) {
    return new SourceSummary(type, name, topic, keyFormat, valueFormat, windowed, Optional.empty());
  }
}
