package io.confluent.ksql.serde.delimited;

import io.confluent.ksql.row.RawText;
import io.confluent.ksql.schema.Column;
import io.confluent.ksql.schema.ksql.types.SqlBaseType;
import io.confluent.ksql.serde.DecodeException;
import io.confluent.ksql.serde.FormatContext;
import io.confluent.ksql.serde.RowDecoder;
import java.util.List;

/** Reads the first record of a text. */
final class DelimitedDecoder implements RowDecoder {
  private final FieldReader[] readers;
  private final boolean[] raw;
  private final FieldScanner scanner;
  private final String topic;

  /** Columns that are not needed have no reader. */
  DelimitedDecoder(List<Column> columns, Delimiter delimiter, FormatContext context) {
    readers = new FieldReader[columns.size()];
    raw = new boolean[readers.length];
    for (int i = 0; i < readers.length; i++) {
      readers[i] = context.needed().needs(i) ? FieldReader.of(columns.get(i)) : null;
      raw[i] =
          context.texts() == FormatContext.Texts.RAW
              && columns.get(i).type().baseType() == SqlBaseType.STRING;
    }
    scanner = new FieldScanner(delimiter);
    topic = context.topic();
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
        values[count] =
            raw[count] && scanner.field() == bytes
                ? text(bytes)
                : readers[count].read(scanner.field(), scanner.start(), scanner.end());
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

  private Object text(byte[] bytes) {
    int start = scanner.start();
    int end = scanner.end();
    return scanner.isAscii()
        ? new RawText(bytes, start, end, scanner.lacks())
        : FieldReader.string(bytes, start, end);
  }
}
