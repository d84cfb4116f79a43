package io.confluent.ksql.rest.server;

import java.nio.file.Files;
import java.nio.file.Path;

/** A process whose server takes as long to start as the test likes: until a file is there. */
final class SlowServer {
  static final String STARTING = "starting";
  static final String SERVING = "serving";
  static final String CLOSED = "closed";

  private SlowServer() {}

  public static void main(String[] arguments) throws InterruptedException {
    ServerProcess.run(() -> start(Path.of(arguments[0])), server -> System.out.println(SERVING));
  }

  private static AutoCloseable start(Path permission) {
    System.out.println(STARTING);
    try {
      while (!Files.exists(permission)) {
        Thread.sleep(20);
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return () -> System.out.println(CLOSED);
  }
}
