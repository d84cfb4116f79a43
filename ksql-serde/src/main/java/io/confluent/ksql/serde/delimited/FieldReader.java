package io.confluent.ksql.serde.delimited;

import io.confluent.ksql.schema.Column;
import io.confluent.ksql.schema.ksql.types.SqlDecimal;
import io.confluent.ksql.serde.DecodeException;
import io.confluent.ksql.serde.Values;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

/** Reads the value of a column from a range of bytes that is not empty. */
@FunctionalInterface
interface FieldReader {
  Object read(byte[] text, int start, int end);

  /** The reader of a column. */
  static FieldReader of(Column column) {
    String path = "$." + column.name();
    return switch (column.type().baseType()) {
      case BOOLEAN -> FieldReader::isTrue;
      case INTEGER -> (text, start, end) -> (int) whole(text, start, end, INT, path);
      case BIGINT -> (text, start, end) -> whole(text, start, end, LONG, path);
      case DOUBLE -> (text, start, end) -> number(text, start, end, path);
      case DECIMAL -> {
        SqlDecimal type = (SqlDecimal) column.type();
        yield (text, start, end) -> Values.decimal(string(text, start, end), type, path);
      }
      case STRING -> FieldReader::string;
      case BYTES -> (text, start, end) -> bytes(text, start, end, path);
      case TIME -> (text, start, end) -> Values.time(whole(text, start, end, LONG, path), path);
      case DATE -> (text, start, end) -> Values.date(whole(text, start, end, INT, path));
      case TIMESTAMP -> (text, start, end) -> Values.timestamp(whole(text, start, end, LONG, path));
      case ARRAY, MAP, STRUCT -> throw new AssertionError(column);
    };
  }

  /** Smallest value and name of a kind of whole number. */
  record Whole(long min, String name) {}

  Whole INT = new Whole(Integer.MIN_VALUE, "a whole number of 32 bits");
  Whole LONG = new Whole(Long.MIN_VALUE, "a whole number of 64 bits");

  /** The text. */
  static String string(byte[] text, int start, int end) {
    return new String(text, start, end - start, StandardCharsets.UTF_8);
  }

  private static Object isTrue(byte[] text, int start, int end) {
    return end - start == 4 && "true".equalsIgnoreCase(string(text, start, end));
  }

  /** The number is summed up below zero, where there is room for the smallest. */
  private static long whole(byte[] text, int start, int end, Whole kind, String path) {
    boolean negative = text[start] == '-';
    int i = negative || text[start] == '+' ? start + 1 : start;
    if (i == end) {
      throw notA(kind.name(), text, start, end, path);
    }
    long min = negative ? kind.min() : kind.min() + 1;
    long beforeLast = min / 10;
    long sum = 0;
    for (; i < end; i++) {
      int digit = text[i] - '0';
      if (digit < 0 || digit > 9 || sum < beforeLast || sum * 10 < min + digit) {
        throw notA(kind.name(), text, start, end, path);
      }
      sum = sum * 10 - digit;
    }
    return negative ? sum : -sum;
  }

  private static double number(byte[] text, int start, int end, String path) {
    double exact = SimpleDouble.parse(text, start, end);
    if (!Double.isNaN(exact)) {
      return exact;
    }
    try {
      return Double.parseDouble(string(text, start, end));
    } catch (NumberFormatException e) {
      throw notA("a number", text, start, end, path);
    }
  }

  private static ByteBuffer bytes(byte[] text, int start, int end, String path) {
    try {
      return ByteBuffer.wrap(Base64.getDecoder().decode(Arrays.copyOfRange(text, start, end)));
    } catch (IllegalArgumentException e) {
      throw notA("base64", text, start, end, path);
    }
  }

  private static DecodeException notA(String what, byte[] text, int start, int end, String path) {
    return new DecodeException(
        DecodeException.shown(string(text, start, end)) + " is not " + what, path);
  }
}
