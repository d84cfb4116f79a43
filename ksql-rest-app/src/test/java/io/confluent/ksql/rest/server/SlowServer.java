package io.confluent.ksql.rest.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A process whose server takes as long to start as the test likes: until a file is there. */
final class SlowServer {
  static final String STARTING = "starting";
  static final String SERVING = "serving";
  static final String CLOSED = "closed";

  /** What the file holds if the start is to fail. */
  static final String REFUSED = "refused";

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
      if (Files.readString(permission).equals(REFUSED)) {
        throw new IllegalStateException(REFUSED);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return () -> System.out.println(CLOSED);
  }
}
