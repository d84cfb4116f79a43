package io.confluent.ksql.mqtt.server;

import io.netty.channel.Channel;
import java.util.EnumSet;

/** Stops and goes on reading from a connection; for its event loop. */
final class ReadGate {
  private final Channel channel;
  private final EnumSet<Cause> causes = EnumSet.noneOf(Cause.class);

  /** Why nothing is read for now. */
  enum Cause {
    /** It is being found out who the client is. */
    CONNECTING,
    /** Too many of its messages are on their way. */
    IN_FLIGHT,
    /** Too many messages of all clients are on their way. */
    SINK_FULL,
    /** It sends too fast. */
    RATE,
    /** Too many other clients are in the middle of long packets. */
    LONG_PACKETS
  }

  ReadGate(Channel channel) {
    this.channel = channel;
  }

  boolean isClosed() {
    return !causes.isEmpty();
  }

  boolean isClosedBy(Cause cause) {
    return causes.contains(cause);
  }

  void close(Cause cause) {
    if (causes.add(cause)) {
      channel.config().setAutoRead(false);
    }
  }

  void open(Cause cause) {
    if (causes.remove(cause) && causes.isEmpty()) {
      channel.config().setAutoRead(true);
    }
  }
}
