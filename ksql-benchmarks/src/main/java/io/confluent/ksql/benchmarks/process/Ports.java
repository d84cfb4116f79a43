package io.confluent.ksql.benchmarks.process;

import io.confluent.ksql.net.LoopbackPort;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/** Ports of 127.0.0.1 that nobody listens on. */
final class Ports {
  private static final int ATTEMPTS = 200;

  private Ports() {}

  /** A number that gives free ports when it is added to these. */
  static int base(int... usual) {
    for (int i = 0; i < ATTEMPTS; i++) {
      // Below where Linux takes the ports of clients from.
      int base = ThreadLocalRandom.current().nextInt(2_000, 22_000);
      if (IntStream.of(usual).allMatch(port -> LoopbackPort.isFree(port + base))) {
        return base;
      }
    }
    throw new IllegalStateException("No free ports were found.");
  }
}
