package io.confluent.ksql.serde.delimited;

import io.confluent.ksql.row.RawText;
import io.confluent.ksql.schema.Column;
import io.confluent.ksql.serde.RowEncoder;
import io.confluent.ksql.serde.Values;
import java.math.BigDecimal;
import java.util.Base64;
import java.util.List;

/** Writes a record without a line end, quoting where a reader would else go wrong. */
final class DelimitedEncoder implements RowEncoder {
  private static final byte QUOTE = '"';

  private final FieldWriter[] writers;
  private final boolean[] anyText;
  private final Delimiter delimiter;
  private final ByteSink sink = new ByteSink();

  DelimitedEncoder(List<Column> columns, Delimiter delimiter) {
    writers = columns.stream().map(DelimitedEncoder::writerOf).toArray(FieldWriter[]::new);
    this.delimiter = delimiter;
    anyText = new boolean[writers.length];
    for (int i = 0; i < anyText.length; i++) {
      anyText[i] =
          switch (columns.get(i).type().baseType()) {
            case BOOLEAN, INTEGER, BIGINT, DOUBLE, DECIMAL, TIME, DATE, TIMESTAMP ->
                isInWordsAndNumbers(delimiter);
            case STRING, BYTES -> true;
            case ARRAY, MAP, STRUCT -> throw new AssertionError(columns.get(i));
          };
    }
  }

  @Override
  public byte[] encode(Object[] values) {
    if (values == null) {
      return null;
    }
    sink.clear();
    for (int i = 0; i < writers.length; i++) {
      if (i > 0) {
        sink.write(delimiter.bytes());
      }
      if (values[i] != null) {
        int start = sink.length();
        writers[i].write(values[i], sink);
        if (needsQuotes(start, i == 0, maySurprise(i, values[i]))) {
          sink.quoteFrom(start, QUOTE);
        }
      }
    }
    if (writers.length == 1 && values[0] == null) {
      // Nothing at all would not be read as a record.
      sink.quoteFrom(0, QUOTE);
    }
    return sink.toBytes();
  }

  /** Whether a value may have a delimiter, a quote or a line end in it. */
  private boolean maySurprise(int column, Object value) {
    return value instanceof RawText text ? !text.lacks(delimiter.special()) : anyText[column];
  }

  /**
   * RFC 4180 asks for quotes around a field with a delimiter, a quote or a line end. Further, first
   * fields that begin with neither a letter nor a digit of ASCII, fields that begin with a blank or
   * one of {@code !"#}, and fields that end in a blank are quoted, as the readers and writers of
   * this format in the field do it.
   */
  private boolean needsQuotes(int start, boolean first, boolean maySurprise) {
    int end = sink.length();
    if (start == end) {
      return first;
    }
    int head = sink.at(start) & 0xFF;
    if (head <= '#' || first && !isLetterOrDigit(head)) {
      return true;
    }
    if (maySurprise && sink.hasSpecial(delimiter, QUOTE, start)) {
      return true;
    }
    int tail = sink.at(end - 1) & 0xFF;
    return tail <= ' ';
  }

  private static boolean isInWordsAndNumbers(Delimiter delimiter) {
    int c = delimiter.bytes()[0];
    return isLetterOrDigit(c) || c == '-' || c == '.';
  }

  private static boolean isLetterOrDigit(int c) {
    return c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z';
  }

  @FunctionalInterface
  private interface FieldWriter {
    void write(Object value, ByteSink sink);
  }

  private static void writeText(Object value, ByteSink sink) {
    if (value instanceof RawText text) {
      sink.write(text.bytes(), text.from(), text.to());
    } else {
      sink.write((String) value);
    }
  }

  private static FieldWriter writerOf(Column column) {
    return switch (column.type().baseType()) {
      case BOOLEAN -> (value, sink) -> sink.write((Boolean) value ? "true" : "false");
      case INTEGER -> (value, sink) -> sink.write((long) (Integer) value);
      case BIGINT -> (value, sink) -> sink.write((long) (Long) value);
      case DOUBLE -> (value, sink) -> sink.write(Double.toString((Double) value));
      case DECIMAL -> (value, sink) -> sink.write(((BigDecimal) value).toPlainString());
      case STRING -> DelimitedEncoder::writeText;
      case BYTES -> (value, sink) -> sink.write(Base64.getEncoder().encode(Values.bytes(value)));
      case TIME -> (value, sink) -> sink.write((long) Values.msOfDay(value));
      case DATE -> (value, sink) -> sink.write((long) Values.epochDay(value));
      case TIMESTAMP -> (value, sink) -> sink.write(Values.epochMs(value));
      case ARRAY, MAP, STRUCT -> throw new AssertionError(column);
    };
  }
}
