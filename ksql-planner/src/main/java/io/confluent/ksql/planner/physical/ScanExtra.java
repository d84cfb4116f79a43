package io.confluent.ksql.planner.physical;

import io.confluent.ksql.planner.catalog.HeaderColumn;
import io.confluent.ksql.schema.ksql.types.SqlType;
import io.confluent.ksql.schema.ksql.types.SqlTypes;
import java.util.List;

/**
 * What a scan appends to the value beside the topic's columns, where a query asks for it: things
 * that belong to a record only as it was read.
 *
 * @param kind what it is
 * @param name name of the column
 * @param header the header it is read from; empty text for other kinds
 */
public record ScanExtra(Kind kind, String name, String header) {
  /** The header columns of a source, in their order. */
  public static List<ScanExtra> ofHeaders(List<HeaderColumn> headers) {
    return headers.stream()
        .map(
            header ->
                header
                    .key()
                    .map(key -> new ScanExtra(Kind.HEADER, header.name(), key))
                    .orElseGet(() -> new ScanExtra(Kind.HEADERS, header.name(), "")))
        .toList();
  }

  /** Kinds of appended columns. */
  public enum Kind {
    /** All headers: an array of structs of {@code KEY} and {@code VALUE}. */
    HEADERS(
        SqlTypes.array(
            SqlTypes.struct()
                .field("KEY", SqlTypes.STRING)
                .field("VALUE", SqlTypes.BYTES)
                .build())),
    /** The last header of one key. */
    HEADER(SqlTypes.BYTES),
    /** Partition of the record. */
    PARTITION(SqlTypes.INTEGER),
    /** Offset of the record. */
    OFFSET(SqlTypes.BIGINT),
    /** Time of the row. */
    TIME(SqlTypes.BIGINT);

    private final SqlType type;

    Kind(SqlType type) {
      this.type = type;
    }

    /** Type of the column. */
    public SqlType type() {
      return type;
    }
  }
}
