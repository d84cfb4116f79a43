package io.confluent.ksql.serde.protobuf;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.WireFormat;
import io.confluent.ksql.serde.DecodeException;
import io.confluent.ksql.serde.Values;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;

/** Messages that stand for values of SQL, by the numbers of their fields. */
final class WellKnownMessages {
  private static final int SECONDS_PER_MINUTE = 60;
  private static final int SECONDS_PER_HOUR = 3600;
  private static final long MS_PER_SECOND = 1000;
  private static final long NANOS_PER_MS = 1_000_000;

  private WellKnownMessages() {}

  /** {@code confluent.type.Decimal}: value, precision, scale. Taken as it is, without a check. */
  static Object readDecimal(CodedInputStream in) throws IOException {
    byte[] unscaled = {0};
    int scale = 0;
    for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
      int wireType = WireFormat.getTagWireType(tag);
      switch (WireFormat.getTagFieldNumber(tag)) {
        case 1 -> {
          if (wireType != WireFormat.WIRETYPE_LENGTH_DELIMITED) {
            throw new DecodeException("The digits of a decimal are no bytes");
          }
          unscaled = in.readByteArray();
        }
        case 3 -> scale = (int) number(wireType, in);
        default -> skip(tag, in);
      }
    }
    return new BigDecimal(unscaled.length == 0 ? BigInteger.ZERO : new BigInteger(unscaled), scale);
  }

  static void writeDecimal(Object value, ProtoOutput out) {
    BigDecimal decimal = (BigDecimal) value;
    out.writeTag(1, WireFormat.WIRETYPE_LENGTH_DELIMITED);
    out.writeSized(decimal.unscaledValue().toByteArray());
    writeNumber(2, decimal.precision(), out);
    writeNumber(3, decimal.scale(), out);
  }

  /** {@code google.type.TimeOfDay}: hours, minutes, seconds, nanoseconds. */
  static Object readTime(CodedInputStream in) throws IOException {
    long[] parts = numbers(4, in);
    long seconds = parts[0] * SECONDS_PER_HOUR + parts[1] * SECONDS_PER_MINUTE + parts[2];
    return Values.time(seconds * MS_PER_SECOND + parts[3] / NANOS_PER_MS, "");
  }

  static void writeTime(Object value, ProtoOutput out) {
    int ms = Values.msOfDay(value);
    int seconds = (int) (ms / MS_PER_SECOND);
    writeNumber(1, seconds / SECONDS_PER_HOUR, out);
    writeNumber(2, seconds % SECONDS_PER_HOUR / SECONDS_PER_MINUTE, out);
    writeNumber(3, seconds % SECONDS_PER_MINUTE, out);
    writeNumber(4, ms % MS_PER_SECOND * NANOS_PER_MS, out);
  }

  /** {@code google.type.Date}: year, month, day. Null if none of them is there. */
  static Object readDate(CodedInputStream in) throws IOException {
    long[] parts = numbers(3, in);
    if (parts[0] == 0 && parts[1] == 0 && parts[2] == 0) {
      return null;
    }
    try {
      return Values.date(LocalDate.of((int) parts[0], (int) parts[1], (int) parts[2]).toEpochDay());
    } catch (DateTimeException e) {
      throw new DecodeException(
          "%d-%d-%d is no day of the calendar".formatted(parts[0], parts[1], parts[2]));
    }
  }

  static void writeDate(Object value, ProtoOutput out) {
    LocalDate date = LocalDate.ofEpochDay(Values.epochDay(value));
    writeNumber(1, date.getYear(), out);
    writeNumber(2, date.getMonthValue(), out);
    writeNumber(3, date.getDayOfMonth(), out);
  }

  /** {@code google.protobuf.Timestamp}: seconds, nanoseconds. */
  static Object readTimestamp(CodedInputStream in) throws IOException {
    long[] parts = numbers(2, in);
    try {
      return Values.timestamp(Instant.ofEpochSecond(parts[0], parts[1]).toEpochMilli());
    } catch (ArithmeticException | DateTimeException e) {
      throw new DecodeException(parts[0] + " seconds are beyond the range of a TIMESTAMP");
    }
  }

  static void writeTimestamp(Object value, ProtoOutput out) {
    long ms = Values.epochMs(value);
    writeNumber(1, Math.floorDiv(ms, MS_PER_SECOND), out);
    writeNumber(2, Math.floorMod(ms, MS_PER_SECOND) * NANOS_PER_MS, out);
  }

  /** Whole numbers in the first fields of a message; 0 for what is not there. */
  private static long[] numbers(int count, CodedInputStream in) throws IOException {
    long[] numbers = new long[count];
    for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
      int field = WireFormat.getTagFieldNumber(tag);
      if (field <= count) {
        numbers[field - 1] = number(WireFormat.getTagWireType(tag), in);
      } else {
        skip(tag, in);
      }
    }
    return numbers;
  }

  private static long number(int wireType, CodedInputStream in) throws IOException {
    if (wireType != WireFormat.WIRETYPE_VARINT) {
      throw new DecodeException("A part of a date or number is no whole number");
    }
    return in.readInt64();
  }

  private static void writeNumber(int field, long number, ProtoOutput out) {
    if (number != 0) {
      out.writeTag(field, WireFormat.WIRETYPE_VARINT);
      out.writeVarint(number);
    }
  }

  /** Goes past a field that nobody knows. */
  static void skip(int tag, CodedInputStream in) throws IOException {
    if (!in.skipField(tag)) {
      throw new DecodeException("A group ends that has not begun");
    }
  }
}
