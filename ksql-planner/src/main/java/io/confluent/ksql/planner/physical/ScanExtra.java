package io.confluent.ksql.planner.physical;

/**
 * What a scan appends to the value beside the topic's columns, where a query asks for it: things
 * that belong to a record only as it was read.
 *
 * @param kind what it is
 * @param name name of the column
 * @param header the header it is read from; empty text for other kinds
 */
public record ScanExtra(Kind kind, String name, String header) {
  /** Kinds of appended columns. */
  public enum Kind {
    /** All headers: an array of structs of key and value. */
    HEADERS,
    /** The last header of one key, as BYTES. */
    HEADER,
    /** Partition of the record, an INTEGER. */
    PARTITION,
    /** Offset of the record, a BIGINT. */
    OFFSET
  }
}
