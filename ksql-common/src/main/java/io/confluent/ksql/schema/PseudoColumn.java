package io.confluent.ksql.schema;

import io.confluent.ksql.schema.ksql.types.SqlType;
import io.confluent.ksql.schema.ksql.types.SqlTypes;
import java.util.Optional;

/** Columns that every row has without being declared; their names are reserved. */
public enum PseudoColumn {
  /** Time of the record, ms since the epoch. */
  ROWTIME(SqlTypes.BIGINT),
  /** Partition that the record was read from. */
  ROWPARTITION(SqlTypes.INTEGER),
  /** Offset that the record was read at. */
  ROWOFFSET(SqlTypes.BIGINT),
  /** Start of the window of the key, ms since the epoch, inclusive. */
  WINDOWSTART(SqlTypes.BIGINT),
  /** End of the window of the key, ms since the epoch, exclusive but for session windows. */
  WINDOWEND(SqlTypes.BIGINT);

  private final SqlType type;

  PseudoColumn(SqlType type) {
    this.type = type;
  }

  /** Type of the column. */
  public SqlType type() {
    return type;
  }

  /** Whether only rows with a windowed key have it. */
  public boolean isWindowBound() {
    return this == WINDOWSTART || this == WINDOWEND;
  }

  /** The pseudo column of exactly that name. */
  public static Optional<PseudoColumn> of(String name) {
    for (PseudoColumn column : values()) {
      if (column.name().equals(name)) {
        return Optional.of(column);
      }
    }
    return Optional.empty();
  }
}
