package io.confluent.ksql.tools.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.confluent.ksql.tools.produce.InMemorySink;
import io.confluent.ksql.tools.produce.OutgoingRecord;
import io.confluent.ksql.tools.produce.RecordSink;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.LongConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class ReplayTest {
  private static final long NOW = 1_700_000_000_000L;
  private static final Clock CLOCK = Clock.fixed(Instant.ofEpochMilli(NOW), ZoneOffset.UTC);

  @TempDir Path directory;

  private final InMemorySink sink = new InMemorySink(NOW);
  private final Replay replay = new Replay(() -> sink, CLOCK);

  private Path file(String text) throws IOException {
    return Files.writeString(directory.resolve("f.msgs"), text, StandardCharsets.ISO_8859_1);
  }

  private List<String> values() {
    return sink.records().stream().map(OutgoingRecord::value).map(ReplayTest::text).toList();
  }

  private static String text(byte[] bytes) {
    return bytes == null ? null : new String(bytes, StandardCharsets.ISO_8859_1);
  }

  private List<OptionalLong> times() {
    return sink.records().stream().map(OutgoingRecord::timestamp).toList();
  }

  @Test
  void sendsLinesAsTheyAre() throws IOException {
    Path file = file("1,a b \r\n\n  2,\u00ff\u0000\tc\n\r\n3\r4\nlast");
    assertThat(replay.send(file, 0)).isEqualTo(4);
    assertThat(values()).containsExactly("1,a b ", "  2,\u00ff\u0000\tc", "3\r4", "last");
    assertThat(sink.records()).allMatch(record -> record.key() == null);
    assertThat(times()).containsOnly(OptionalLong.empty());
    assertThat(sink.isClosed()).isTrue();
  }

  @Test
  void sendsTheTestDataByteForByte() throws IOException {
    Path messages = Path.of("..", "test-data", "ecg_discord_test.msgs");
    assertThat(replay.send(messages, 0)).isEqualTo(27);
    assertThat(values()).isEqualTo(Files.readAllLines(messages));
  }

  @Test
  void repeatsWithTimesThatGoOn() throws IOException {
    Instant start = Instant.parse("2025-03-01T08:00:00Z");
    ReplayOptions options =
        ReplayOptions.once().withPasses(2).withStart(start).withStep(Duration.ofMillis(250));
    assertThat(replay.send(file("a\nb\n"), options)).isEqualTo(4);
    assertThat(values()).containsExactly("a", "b", "a", "b");
    long first = start.toEpochMilli();
    assertThat(times())
        .extracting(OptionalLong::getAsLong)
        .containsExactly(first, first + 250, first + 500, first + 750);
  }

  @Test
  void spreadsTimesEvenlyOverAPass() throws IOException {
    ReplayOptions options = ReplayOptions.once().withPasses(2).withSpread(Duration.ofMillis(1000));
    replay.send(file("a\nb\nc\n"), options);
    assertThat(times())
        .extracting(time -> time.getAsLong() - NOW)
        .containsExactly(0L, 333L, 666L, 1000L, 1333L, 1666L);
  }

  @Test
  void timesWithoutAStepGoOnAsTimeDoes() throws IOException {
    Instant start = Instant.ofEpochMilli(5000);
    Clock later = Clock.offset(CLOCK, Duration.ofMillis(40));
    EventTimes times = ReplayOptions.once().withStart(start).times(1, new Clocks(CLOCK, later));
    assertThat(times.at(0)).hasValue(5040);
  }

  /** One time, then another. */
  private static final class Clocks extends Clock {
    private final Clock after;
    private Clock next;

    Clocks(Clock first, Clock after) {
      next = first;
      this.after = after;
    }

    @Override
    public Instant instant() {
      Instant instant = next.instant();
      next = after;
      return instant;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }

  @Test
  void keysAreTheFirstField() throws IOException {
    replay.send(file("17,x,y\nwhole\n,z\n"), ReplayOptions.once().withKey(RecordKey.FIRST_FIELD));
    assertThat(sink.records())
        .extracting(record -> text(record.key()))
        .containsExactly("17", "whole", "");
    assertThat(values()).containsExactly("17,x,y", "whole", ",z");
  }

  @Test
  @Timeout(20)
  void loopsUntilStopped() throws IOException {
    RecordSink stopping =
        new RecordSink() {
          @Override
          public void send(OutgoingRecord record, LongConsumer delivered) {
            sink.send(record, delivered);
            if (sink.records().size() == 7) {
              looping.stop();
            }
          }

          @Override
          public void flush() {
            sink.flush();
          }

          @Override
          public void close() {
            sink.close();
          }
        };
    looping = new Replay(() -> stopping, CLOCK);
    Path file = file("a\nb\nc\n");
    long sent = looping.send(file, ReplayOptions.once().withPasses(ReplayOptions.FOR_EVER));
    assertThat(sent).isEqualTo(7);
    assertThat(looping.delivered()).isEqualTo(7);
    assertThat(values()).containsExactly("a", "b", "c", "a", "b", "c", "a");
  }

  private Replay looping;

  @Test
  @Timeout(20)
  void aFileWithoutMessagesEndsEvenInALoop() throws IOException {
    ReplayOptions forEver = ReplayOptions.once().withPasses(ReplayOptions.FOR_EVER);
    assertThat(replay.send(file("\n\r\n"), forEver)).isZero();
  }
}
