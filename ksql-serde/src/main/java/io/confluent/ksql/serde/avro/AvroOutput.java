package io.confluent.ksql.serde.avro;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Avro's binary encoding, written into a growable array that is reused from record to record. */
final class AvroOutput {
  private byte[] bytes = new byte[256];
  private int length;

  void clear() {
    length = 0;
  }

  byte[] toBytes() {
    return Arrays.copyOf(bytes, length);
  }

  void writeBoolean(boolean value) {
    reserve(1);
    bytes[length++] = (byte) (value ? 1 : 0);
  }

  /** A whole number of 32 or 64 bits; Avro writes both alike. */
  void writeLong(long value) {
    reserve(10);
    long bits = (value << 1) ^ (value >> 63);
    while ((bits & ~0x7FL) != 0) {
      bytes[length++] = (byte) (bits | 0x80);
      bits >>>= 7;
    }
    bytes[length++] = (byte) bits;
  }

  void writeFloat(float value) {
    writeLittleEndian(Float.floatToRawIntBits(value), Float.BYTES);
  }

  void writeDouble(double value) {
    writeLittleEndian(Double.doubleToRawLongBits(value), Double.BYTES);
  }

  void writeString(String text) {
    writeSized(text.getBytes(StandardCharsets.UTF_8));
  }

  void writeSized(byte[] data) {
    writeSized(data, 0, data.length);
  }

  void writeSized(byte[] data, int from, int to) {
    writeLong(to - from);
    writeRaw(data, from, to);
  }

  void writeRaw(byte[] data) {
    writeRaw(data, 0, data.length);
  }

  private void writeRaw(byte[] data, int from, int to) {
    reserve(to - from);
    System.arraycopy(data, from, bytes, length, to - from);
    length += to - from;
  }

  private void writeLittleEndian(long bits, int count) {
    reserve(count);
    for (int i = 0; i < count; i++) {
      bytes[length++] = (byte) (bits >>> (8 * i));
    }
  }

  private void reserve(int more) {
    if (bytes.length - length < more) {
      bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, Math.addExact(length, more)));
    }
  }
}
