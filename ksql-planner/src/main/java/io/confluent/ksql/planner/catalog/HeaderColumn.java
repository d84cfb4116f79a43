package io.confluent.ksql.planner.catalog;

import java.util.Objects;
import java.util.Optional;

/**
 * A column that is read from the headers of a record.
 *
 * @param name its name
 * @param key the header it holds, as BYTES; empty for all headers, as an array of structs
 */
public record HeaderColumn(String name, Optional<String> key) {
  public HeaderColumn {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(key, "key");
  }
}
