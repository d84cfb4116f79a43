package io.confluent.ksql.benchmarks.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/** Ports of 127.0.0.1 that nobody listens on. */
public final class Ports {
  private static final int ATTEMPTS = 200;

  private Ports() {}

  /** Any free port. */
  public static int free() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A number that gives free ports when it is added to these. */
  static int base(int... usual) {
    for (int i = 0; i < ATTEMPTS; i++) {
      // Below where Linux takes the ports of clients from.
      int base = ThreadLocalRandom.current().nextInt(2_000, 22_000);
      if (IntStream.of(usual).allMatch(port -> isFree(port + base))) {
        return base;
      }
    }
    throw new IllegalStateException("No free ports were found.");
  }

  private static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
