package io.confluent.ksql.distribution;

import io.confluent.ksql.embedded.PortPlan;
import io.confluent.ksql.net.LoopbackPort;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;

/**
 * The ports of a set of servers, all moved by one number.
 *
 * @param base what {@code --port-base} is given
 */
record Ports(int base) {
  /**
   * The highest usual port, 9200, stays below those that Linux gives to clients, from 32,768 on.
   */
  private static final int LOWEST = 3_000;

  private static final int HIGHEST = 23_000;
  private static final int ATTEMPTS = 100;

  /** Ports that nobody uses at the moment. */
  static Ports free() {
    for (int i = 0; i < ATTEMPTS; i++) {
      Ports ports = new Ports(ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST));
      if (ports.areFree()) {
        return ports;
      }
    }
    throw new AssertionError("No free ports were found.");
  }

  int kafka() {
    return 9092 + base;
  }

  int registry() {
    return 8081 + base;
  }

  int ksql() {
    return 8088 + base;
  }

  String broker() {
    return "127.0.0.1:" + kafka();
  }

  String url() {
    return "http://127.0.0.1:" + ksql();
  }

  /** Whether nobody listens on any of them, those of the demos with devices among them. */
  boolean areFree() {
    return Stream.of(PortPlan.Service.values())
        .allMatch(service -> LoopbackPort.isFree(service.usualPort() + base));
  }

  /** A text that names the usual ports, for these. */
  String moved(String text) {
    return text.replaceAll("(localhost|127\\.0\\.0\\.1):9092\\b", "$1:" + kafka())
        .replaceAll("(localhost|127\\.0\\.0\\.1):8081\\b", "$1:" + registry())
        .replaceAll("(localhost|127\\.0\\.0\\.1):8088\\b", "$1:" + ksql());
  }

  /** The opposite of {@link #moved}. */
  String usual(String text) {
    return text.replace(":" + kafka(), ":9092")
        .replace(":" + registry(), ":8081")
        .replace(":" + ksql(), ":8088");
  }
}
