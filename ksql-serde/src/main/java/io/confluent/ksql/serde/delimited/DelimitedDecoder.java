package io.confluent.ksql.serde.delimited;

import io.confluent.ksql.schema.Column;
import io.confluent.ksql.serde.ColumnMask;
import io.confluent.ksql.serde.DecodeException;
import io.confluent.ksql.serde.RowDecoder;
import java.util.List;

/** Reads the first record of a text. */
final class DelimitedDecoder implements RowDecoder {
  private final FieldReader[] readers;
  private final FieldScanner scanner;
  private final String topic;

  /** Columns that are not needed have no reader. */
  DelimitedDecoder(List<Column> columns, Delimiter delimiter, String topic, ColumnMask needed) {
    readers = new FieldReader[columns.size()];
    for (int i = 0; i < readers.length; i++) {
      readers[i] = needed.needs(i) ? FieldReader.of(columns.get(i)) : null;
    }
    scanner = new FieldScanner(delimiter);
    this.topic = topic;
  }

  @Override
  public Object[] decode(byte[] bytes) {
    if (bytes == null) {
      return null;
    }
    Object[] values = new Object[readers.length];
    int count = 0;
    scanner.open(bytes);
    while (scanner.next()) {
      if (count < readers.length && readers[count] != null && scanner.start() < scanner.end()) {
        values[count] = readers[count].read(scanner.field(), scanner.start(), scanner.end());
      }
      count++;
    }
    if (count != readers.length) {
      throw new DecodeException(
          "The record has %d fields, but there are %d columns, topic: %s"
              .formatted(count, readers.length, topic));
    }
    return values;
  }
}
