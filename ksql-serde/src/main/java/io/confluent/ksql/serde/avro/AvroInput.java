package io.confluent.ksql.serde.avro;

import io.confluent.ksql.serde.DecodeException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Avro's binary encoding, read from an array. Believes no length before it has seen that there are
 * so many bytes. Reused from record to record.
 */
final class AvroInput {
  /** Items that take no bytes (nulls, empty records) are not limited by the size of the record. */
  private static final int FREE_ITEMS = 10_000;

  private static final VarHandle FLOATS =
      MethodHandles.byteArrayViewVarHandle(float[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle DOUBLES =
      MethodHandles.byteArrayViewVarHandle(double[].class, ByteOrder.LITTLE_ENDIAN);

  private byte[] bytes = {};
  private int at;
  private long itemsLeft;

  void open(byte[] record, int start) {
    bytes = record;
    at = start;
    itemsLeft = (long) FREE_ITEMS + record.length;
  }

  boolean readBoolean() {
    byte b = bytes[take(1)];
    if (b != 0 && b != 1) {
      throw new DecodeException("A boolean is neither 0 nor 1");
    }
    return b == 1;
  }

  int readInt() {
    long value = readLong();
    if (value != (int) value) {
      throw new DecodeException("A whole number has more than 32 bits");
    }
    return (int) value;
  }

  long readLong() {
    long bits = 0;
    for (int shift = 0; shift < Long.SIZE; shift += 7) {
      byte b = bytes[take(1)];
      bits |= (b & 0x7FL) << shift;
      if (b >= 0) {
        return (bits >>> 1) ^ -(bits & 1);
      }
    }
    throw new DecodeException("A whole number has more than 64 bits");
  }

  float readFloat() {
    return (float) FLOATS.get(bytes, take(Float.BYTES));
  }

  double readDouble() {
    return (double) DOUBLES.get(bytes, take(Double.BYTES));
  }

  String readString() {
    int length = readLength();
    return new String(bytes, take(length), length, StandardCharsets.UTF_8);
  }

  byte[] readBytes() {
    return readFixed(readLength());
  }

  byte[] readFixed(int length) {
    int start = take(length);
    return Arrays.copyOfRange(bytes, start, start + length);
  }

  void skip(int length) {
    take(length);
  }

  void skipSized() {
    take(readLength());
  }

  /** How many items the next block of an array or map has; 0 after the last block. */
  long readBlock() {
    long count = readLong();
    if (count < 0) {
      readLong();
      count = -count;
    }
    if (count < 0 || count > itemsLeft) {
      throw new DecodeException("An array or map has more items than the record has bytes");
    }
    itemsLeft -= count;
    return count;
  }

  private int readLength() {
    long length = readLong();
    if (length < 0 || length > bytes.length - at) {
      throw tooShort();
    }
    return (int) length;
  }

  private int take(int length) {
    int start = at;
    if (length > bytes.length - start) {
      throw tooShort();
    }
    at = start + length;
    return start;
  }

  private static DecodeException tooShort() {
    return new DecodeException("The record ends before its schema does");
  }
}
