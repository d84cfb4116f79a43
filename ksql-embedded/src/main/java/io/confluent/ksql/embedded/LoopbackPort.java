package io.confluent.ksql.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;

/** What can be found out about TCP ports of the loopback address 127.0.0.1. */
final class LoopbackPort {
  static final String HOST = "127.0.0.1";
  static final int MAX = 65_535;

  private LoopbackPort() {}

  /** Whether nothing listens on a port; a port taken on all addresses is not free either. */
  static boolean isFree(int port) {
    try (ServerSocket socket = listen(port)) {
      return socket.isBound();
    } catch (IOException e) {
      return false;
    }
  }

  /** So many different free ports; nothing keeps another program from taking one afterwards. */
  static List<Integer> free(int count) {
    List<ServerSocket> open = new ArrayList<>();
    List<Integer> ports = new ArrayList<>();
    try {
      for (int i = 0; i < count; i++) {
        ServerSocket socket = listen(0);
        open.add(socket);
        ports.add(socket.getLocalPort());
      }
      for (ServerSocket socket : open) {
        socket.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("No free port of " + HOST + " could be found.", e);
    }
    return ports;
  }

  private static ServerSocket listen(int port) throws IOException {
    ServerSocket socket = new ServerSocket();
    try {
      // A port whose last connections are only waiting out their time is free for a server.
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getByName(HOST), port), 1);
      return socket;
    } catch (IOException e) {
      socket.close();
      throw e;
    }
  }
}
