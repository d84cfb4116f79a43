package io.confluent.ksql.parser.ast;

import java.util.Objects;

/** What a declared column is filled from. */
public sealed interface ColumnRole {
  /** The value of the record. */
  record Value() implements ColumnRole {}

  /** The key of a stream's record. */
  record Key() implements ColumnRole {}

  /** The key of a table's row. */
  record PrimaryKey() implements ColumnRole {}

  /** All headers of the record. */
  record Headers() implements ColumnRole {}

  /** The last header with that key. */
  record Header(String key) implements ColumnRole {
    public Header {
      Objects.requireNonNull(key, "key");
    }
  }
}
