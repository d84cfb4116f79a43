package io.confluent.ksql.mqtt.server;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/** What the server counts. May be used by several threads. */
public final class Statistics {
  final AtomicInteger connections = new AtomicInteger();
  final LongAdder accepted = new LongAdder();
  final LongAdder refusedConnections = new LongAdder();
  final LongAdder malformed = new LongAdder();
  final LongAdder received = new LongAdder();
  final LongAdder stored = new LongAdder();
  final LongAdder refused = new LongAdder();
  final LongAdder sent = new LongAdder();
  final LongAdder lost = new LongAdder();

  /** Counts messages that subscribers did not get, since they were away or too slow. */
  public LongAdder lost() {
    return lost;
  }

  /**
   * The counts at one time.
   *
   * @param connections how many connections are open
   * @param accepted how many clients were accepted
   * @param refusedConnections how many were not
   * @param malformed how many connections were closed for what came on them
   * @param received how many messages came from clients
   * @param stored how many of them Kafka has acknowledged
   * @param refused how many of them were not stored
   * @param sent how many messages were sent to clients
   * @param lost how many were not, since their subscribers were away or too slow
   */
  public record Counts(
      int connections,
      long accepted,
      long refusedConnections,
      long malformed,
      long received,
      long stored,
      long refused,
      long sent,
      long lost) {}

  /** The counts now. */
  public Counts counts() {
    return new Counts(
        connections.get(),
        accepted.sum(),
        refusedConnections.sum(),
        malformed.sum(),
        received.sum(),
        stored.sum(),
        refused.sum(),
        sent.sum(),
        lost.sum());
  }
}
