package io.confluent.ksql.serde.print;

import io.confluent.ksql.schema.WindowInfo;
import io.confluent.ksql.serde.WindowedKeyCodec;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A key with a window behind it. */
final class WindowedCandidate implements Candidate {
  private static final Duration UNKNOWN_SIZE = Duration.ofMillis(1);

  /** A later start is rather text that was taken for a number. */
  private static final long LATEST_START = Instant.parse("2100-01-01T00:00:00Z").toEpochMilli();

  private final Candidate plain;
  private final WindowInfo.Type type;
  private final WindowedKeyCodec codec;
  private final int shortest;

  WindowedCandidate(Candidate plain, WindowInfo.Type type) {
    this.plain = plain;
    this.type = type;
    boolean session = type == WindowInfo.Type.SESSION;
    codec =
        WindowedKeyCodec.of(
            new WindowInfo(type, session ? Optional.empty() : Optional.of(UNKNOWN_SIZE)));
    shortest = 1 + (session ? 2 : 1) * Long.BYTES;
  }

  @Override
  public String name() {
    return type + "(" + plain.name() + ")";
  }

  @Override
  public Optional<String> text(byte[] bytes) {
    if (bytes.length < shortest) {
      return Optional.empty();
    }
    long start = codec.start(bytes);
    long end = codec.end(bytes);
    if (start < 0 || start > LATEST_START || end < start || end > LATEST_START) {
      return Optional.empty();
    }
    String shownEnd =
        switch (type) {
          case SESSION -> Long.toString(end);
          case HOPPING, TUMBLING -> "-";
        };
    return plain.text(codec.key(bytes)).map(key -> "[" + key + "@" + start + "/" + shownEnd + "]");
  }
}
