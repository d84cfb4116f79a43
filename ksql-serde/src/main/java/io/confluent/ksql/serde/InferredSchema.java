package io.confluent.ksql.serde;

import io.confluent.ksql.schema.Column;
import java.util.List;

/**
 * Columns that were read from a registry's schema.
 *
 * @param columns the columns; a key is one column {@code ROWKEY}, a value that is no record is one
 *     column {@code ROWVAL}
 * @param record whether the schema is a record, whose fields are the columns of a value
 * @param dropped what has no SQL type and was left out: one sentence each
 */
public record InferredSchema(List<Column> columns, boolean record, List<String> dropped) {
  public InferredSchema {
    columns = List.copyOf(columns);
    dropped = List.copyOf(dropped);
  }
}
