package io.confluent.ksql.schema;

import io.confluent.ksql.name.Names;
import io.confluent.ksql.schema.ksql.types.SqlType;
import java.util.Objects;

/**
 * A column.
 *
 * @param name its name, exact in case
 * @param type its type
 */
public record Column(String name, SqlType type) {
  public Column {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(type, "type");
  }

  /** The column as SQL text, its name in back-ticks. */
  @Override
  public String toString() {
    return Names.quoted(name) + " " + type;
  }
}
