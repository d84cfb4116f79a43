package io.confluent.ksql.rest.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A process that is one server: it ends with the server, and the server ends with it. */
public final class ServerProcess {
  private static final Logger LOG = LoggerFactory.getLogger(ServerProcess.class);

  /** A start that takes longer waits for a cluster that is not there, and has nothing to lose. */
  private static final Duration START_PATIENCE = Duration.ofSeconds(5);

  /** Where the launcher wrote down the number of this process. */
  private static final String PID_FILE = "ksql.pid.file";

  private ServerProcess() {}

  /**
   * Starts a server and waits until the process is told to end, then closes the server. If that
   * comes while it starts, the start is let come to its end first: what is half started cannot be
   * closed.
   *
   * @param start starts the server
   * @param started told when the server serves clients
   * @throws RuntimeException why it could not be started
   */
  public static <T extends AutoCloseable> void run(Supplier<T> start, Consumer<T> started)
      throws InterruptedException {
    CompletableFuture<T> server = new CompletableFuture<>();
    CountDownLatch told = new CountDownLatch(1);
    CountDownLatch ended = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  told.countDown();
                  end(server);
                  ended.countDown();
                },
                "ksql-shutdown"));
    T running;
    try {
      running = start.get();
    } catch (RuntimeException | Error e) {
      server.completeExceptionally(e);
      if (told.getCount() == 0) {
        // Parts cannot be started any more while Java ends: nothing that anybody need know.
        ended.await();
        return;
      }
      throw e;
    }
    server.complete(running);
    started.accept(running);
    ended.await();
  }

  private static void end(CompletableFuture<? extends AutoCloseable> server) {
    try {
      server.get(START_PATIENCE.toMillis(), TimeUnit.MILLISECONDS).close();
    } catch (TimeoutException e) {
      LOG.warn("The server was told to end before it had started");
    } catch (ExecutionException e) {
      LOG.debug("The server did not start", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (Exception e) {
      LOG.warn("The server did not end well", e);
    }
    removePidFile();
  }

  private static void removePidFile() {
    String file = System.getProperty(PID_FILE);
    if (file != null) {
      try {
        Files.deleteIfExists(Path.of(file));
      } catch (IOException e) {
        LOG.warn("The file {} could not be removed: {}", file, e.getMessage());
      }
    }
  }
}
