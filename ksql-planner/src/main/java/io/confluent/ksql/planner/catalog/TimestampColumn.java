package io.confluent.ksql.planner.catalog;

import java.util.Objects;
import java.util.Optional;

/**
 * The column that holds the time of a row.
 *
 * @param column its name: a BIGINT of ms since the epoch, a TIMESTAMP, or text with a pattern
 * @param pattern pattern of {@link java.time.format.DateTimeFormatter}, for text
 */
public record TimestampColumn(String column, Optional<String> pattern) {
  public TimestampColumn {
    Objects.requireNonNull(column, "column");
    Objects.requireNonNull(pattern, "pattern");
  }
}
