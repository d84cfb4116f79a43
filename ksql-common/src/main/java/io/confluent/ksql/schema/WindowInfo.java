package io.confluent.ksql.schema;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * How the keys of a stream or table are windowed.
 *
 * @param type kind of the windows
 * @param size length of a window; empty for session windows, whose length varies
 */
public record WindowInfo(Type type, Optional<Duration> size) {
  public WindowInfo {
    Objects.requireNonNull(size, "size");
    if (size.isPresent() == (type == Type.SESSION)) {
      throw new IllegalArgumentException("A size belongs to every window but a session: " + type);
    }
  }

  /** Kinds of windows. */
  public enum Type {
    TUMBLING,
    HOPPING,
    SESSION
  }
}
