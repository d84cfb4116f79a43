package io.confluent.ksql.serde;

import io.confluent.ksql.schema.WindowInfo;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Keys with a window: the bytes of the plain key, then 8 big-endian bytes of the window's start, or
 * for sessions 8 of its end and 8 of its start. Times are in ms since the epoch.
 */
public final class WindowedKeyCodec {
  private final boolean session;
  private final long sizeMs;

  private WindowedKeyCodec(boolean session, long sizeMs) {
    this.session = session;
    this.sizeMs = sizeMs;
  }

  /** The codec of keys with such windows. */
  public static WindowedKeyCodec of(WindowInfo window) {
    return new WindowedKeyCodec(
        window.type() == WindowInfo.Type.SESSION,
        window.size().map(size -> size.toMillis()).orElse(0L));
  }

  /** Key and window as bytes; null for a null key. The end counts for sessions only. */
  public byte[] encode(byte[] key, long start, long end) {
    if (key == null) {
      return null;
    }
    ByteBuffer bytes = ByteBuffer.allocate(key.length + suffixLength()).put(key);
    if (session) {
      bytes.putLong(end);
    }
    return bytes.putLong(start).array();
  }

  /**
   * The plain key without its window; null for null.
   *
   * @throws DecodeException if there is no room for a window
   */
  public byte[] key(byte[] bytes) {
    return bytes == null ? null : Arrays.copyOf(bytes, windowAt(bytes));
  }

  /** Start of the window, inclusive. */
  public long start(byte[] bytes) {
    windowAt(bytes);
    return ByteBuffer.wrap(bytes).getLong(bytes.length - Long.BYTES);
  }

  /** End of the window: exclusive, but for a session the time of its last record. */
  public long end(byte[] bytes) {
    if (session) {
      return ByteBuffer.wrap(bytes).getLong(windowAt(bytes));
    }
    long end = start(bytes) + sizeMs;
    return end < 0 ? Long.MAX_VALUE : end;
  }

  private int suffixLength() {
    return session ? 2 * Long.BYTES : Long.BYTES;
  }

  private int windowAt(byte[] bytes) {
    int at = bytes.length - suffixLength();
    if (at < 0) {
      throw new DecodeException(
          "A windowed key ends in %d bytes of its window, this one has %d bytes in all"
              .formatted(suffixLength(), bytes.length));
    }
    return at;
  }
}
