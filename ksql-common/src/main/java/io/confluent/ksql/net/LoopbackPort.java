package io.confluent.ksql.net;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/** What can be found out about TCP ports of the loopback address 127.0.0.1. */
public final class LoopbackPort {
  /** The address. */
  public static final String HOST = "127.0.0.1";

  /** The highest number of a port. */
  public static final int MAX = 65_535;

  /**
   * Below 32,768, where Linux begins to take the ports of outgoing connections from: a port of
   * those, free now, is soon a client's.
   */
  private static final int FIRST = 10_000;

  private static final int AFTER_LAST = 32_768;
  private static final int ATTEMPTS = 1_000;

  private LoopbackPort() {}

  /** Whether nothing listens on a port; a port taken on all addresses is not free either. */
  public static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket()) {
      // A port whose last connections are only waiting out their time is free for a server.
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getByName(HOST), port), 1);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /** A free port; nothing keeps another program from listening there afterwards. */
  public static int free() {
    return free(1).get(0);
  }

  /**
   * So many different free ports; nothing keeps another program from listening there afterwards.
   *
   * @throws IllegalStateException if that many could not be found
   */
  public static List<Integer> free(int count) {
    Set<Integer> ports = new LinkedHashSet<>();
    for (int i = 0; i < ATTEMPTS && ports.size() < count; i++) {
      int port = ThreadLocalRandom.current().nextInt(FIRST, AFTER_LAST);
      if (isFree(port)) {
        ports.add(port);
      }
    }
    if (ports.size() < count) {
      throw new IllegalStateException("No free port of " + HOST + " could be found.");
    }
    return List.copyOf(ports);
  }
}
