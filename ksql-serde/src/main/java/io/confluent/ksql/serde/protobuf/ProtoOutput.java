package io.confluent.ksql.serde.protobuf;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Protobuf's binary encoding, written into a growable array that is reused from record to record.
 */
final class ProtoOutput {
  private static final int TAG_TYPE_BITS = 3;

  private byte[] bytes = new byte[256];
  private int length;

  void clear() {
    length = 0;
  }

  byte[] toBytes() {
    return Arrays.copyOf(bytes, length);
  }

  /** Where the next byte goes. */
  int position() {
    return length;
  }

  /** Takes back what was written from a position on. */
  void rewind(int position) {
    length = position;
  }

  /** Whether there are only zeros from a position on: the default of a field, in any type. */
  boolean isZeroFrom(int position) {
    for (int i = position; i < length; i++) {
      if (bytes[i] != 0) {
        return false;
      }
    }
    return true;
  }

  void writeTag(int field, int wireType) {
    writeVarint((long) field << TAG_TYPE_BITS | wireType);
  }

  /** A whole number, its sign extended to 64 bits. */
  void writeVarint(long value) {
    reserve(10);
    long bits = value;
    while ((bits & ~0x7FL) != 0) {
      bytes[length++] = (byte) (bits | 0x80);
      bits >>>= 7;
    }
    bytes[length++] = (byte) bits;
  }

  void writeLittleEndian(long bits, int count) {
    reserve(count);
    for (int i = 0; i < count; i++) {
      bytes[length++] = (byte) (bits >>> (8 * i));
    }
  }

  void writeString(String text) {
    writeSized(text.getBytes(StandardCharsets.UTF_8));
  }

  void writeSized(byte[] data) {
    writeVarint(data.length);
    writeRaw(data);
  }

  void writeRaw(byte[] data) {
    reserve(data.length);
    System.arraycopy(data, 0, bytes, length, data.length);
    length += data.length;
  }

  /** Puts the length before what was written since that position. */
  void writeLengthAt(int start) {
    int size = length - start;
    int lengthBytes = 1;
    for (int rest = size >>> 7; rest != 0; rest >>>= 7) {
      lengthBytes++;
    }
    reserve(lengthBytes);
    System.arraycopy(bytes, start, bytes, start + lengthBytes, size);
    length = start;
    writeVarint(size);
    length += size;
  }

  private void reserve(int more) {
    if (bytes.length - length < more) {
      bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, Math.addExact(length, more)));
    }
  }
}
