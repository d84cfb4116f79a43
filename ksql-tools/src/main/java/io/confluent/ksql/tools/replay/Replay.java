package io.confluent.ksql.tools.replay;

import io.confluent.ksql.tools.produce.KafkaSink;
import io.confluent.ksql.tools.produce.OutgoingRecord;
import io.confluent.ksql.tools.produce.Pace;
import io.confluent.ksql.tools.produce.RecordSink;
import io.confluent.ksql.tools.produce.StopSignal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.function.Supplier;

/**
 * Sends the lines of a file to a topic as they are, without the line ends; empty lines are left
 * out. For one thread, but for {@link #delivered} and {@link #stop}.
 */
public final class Replay {
  private final Supplier<RecordSink> sinks;
  private final Clock clock;
  private final StopSignal stop = new StopSignal();
  private final AtomicLong delivered = new AtomicLong();

  /** A replay into a topic, which is made if it does not exist. */
  public Replay(String bootstrapServers, String topic) {
    this(Map.of("bootstrap.servers", bootstrapServers), topic);
  }

  /**
   * A replay into a topic, which is made if it does not exist.
   *
   * @param properties of Kafka's clients, {@code bootstrap.servers} at least
   */
  public Replay(Map<String, String> properties, String topic) {
    this(() -> KafkaSink.open(properties, topic), Clock.systemUTC());
  }

  Replay(Supplier<RecordSink> sinks, Clock clock) {
    this.sinks = sinks;
    this.clock = clock;
  }

  /** Starts the command. */
  public static void main(String[] arguments) {
    System.exit(ReplayCommand.run(arguments));
  }

  /**
   * Sends a file once, without keys, each message with the time at which it is sent.
   *
   * @param rate messages a second; 0 for as fast as possible
   * @return how many messages the topic has got
   * @throws io.confluent.ksql.diagnostic.DiagnosticException if Kafka fails
   */
  public long send(Path file, double rate) throws IOException {
    return send(file, ReplayOptions.once().withRate(rate));
  }

  /**
   * Sends a file; returns when all is delivered, or when stopped.
   *
   * @return how many messages the topic has got
   * @throws io.confluent.ksql.diagnostic.DiagnosticException if Kafka fails
   */
  public long send(Path file, ReplayOptions options) throws IOException {
    long before = delivered.get();
    // Read once beforehand: a file without messages would be repeated for ever.
    long messages = countMessages(file);
    if (messages == 0) {
      return 0;
    }
    Pace pace = options.rate() > 0 ? Pace.perSecond(options.rate(), stop) : Pace.UNLIMITED;
    try (RecordSink sink = sinks.get()) {
      EventTimes times = options.times(messages, clock);
      LongConsumer count = timestamp -> delivered.incrementAndGet();
      long index = 0;
      for (long pass = 0; pass < options.passes() && !stop.isStopped(); pass++) {
        index = sendOnce(file, options, times, pace, index, record -> sink.send(record, count));
      }
      sink.flush();
    }
    return delivered.get() - before;
  }

  private long sendOnce(
      Path file,
      ReplayOptions options,
      EventTimes times,
      Pace pace,
      long firstIndex,
      Consumer<OutgoingRecord> send)
      throws IOException {
    long index = firstIndex;
    try (LineReader lines = new LineReader(Files.newInputStream(file))) {
      for (byte[] line = lines.next(); line != null; line = lines.next()) {
        pace.await();
        if (stop.isStopped()) {
          break;
        }
        send.accept(new OutgoingRecord(options.key().of(line), line, times.at(index)));
        index++;
      }
    }
    return index;
  }

  private static long countMessages(Path file) throws IOException {
    try (LineReader lines = new LineReader(Files.newInputStream(file))) {
      long count = 0;
      while (lines.next() != null) {
        count++;
      }
      return count;
    }
  }

  /** How many messages the topic has got so far. */
  public long delivered() {
    return delivered.get();
  }

  /** Asks a replay to end after the message at hand; what was sent is still delivered. */
  public void stop() {
    stop.stop();
  }

  StopSignal stopSignal() {
    return stop;
  }
}
