package io.confluent.ksql.embedded;

import io.confluent.ksql.diagnostic.Diagnostic;
import io.confluent.ksql.diagnostic.ErrorCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A search node in a process of its own, on 127.0.0.1. It is no part of what is installed: a Maven
 * profile of the source tree makes it.
 */
public final class SearchNodeProcess implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final Duration PAUSE = Duration.ofMillis(100);

  private final Process process;
  private final URI url;
  private final Path log;

  private SearchNodeProcess(Process process, URI url, Path log) {
    this.process = process;
    this.url = url;
    this.log = log;
  }

  /** Whose node it is. */
  public enum Make {
    /** Elasticsearch 7. */
    ELASTICSEARCH("ElasticsearchNode"),
    /** OpenSearch 2. */
    OPENSEARCH("OpenSearchNode");

    private final String mainClass;

    Make(String simpleName) {
      this.mainClass = "io.confluent.ksql.search.node." + simpleName;
    }

    private String module() {
      return "ksql-search-node/" + name().toLowerCase(Locale.ROOT);
    }

    private Path target(Path home) {
      return home.resolve(module()).resolve("target");
    }

    private Path classPath(Path home) {
      return target(home).resolve("classpath.txt");
    }
  }

  /** The command that makes a node which is not there; nothing if it is. */
  public static Optional<String> missing(Path home, Make make) {
    return Files.exists(make.classPath(home))
        ? Optional.empty()
        : Optional.of("mvn -q -P search-node package -pl " + make.module());
  }

  /**
   * Starts it, and returns at once.
   *
   * @param home the source tree
   * @param data where it keeps its documents and its log
   */
  public static SearchNodeProcess start(Path home, Make make, Path data, int port) {
    try {
      Files.createDirectories(data);
      Path log = data.resolve("node.log");
      Process process =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-Xmx256m",
                  "-XX:+UseSerialGC",
                  "-XX:TieredStopAtLevel=1",
                  "-cp",
                  make.target(home).resolve("classes")
                      + System.getProperty("path.separator")
                      + Files.readString(make.classPath(home)),
                  make.mainClass,
                  data.toString(),
                  Integer.toString(port))
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
              .start();
      return new SearchNodeProcess(process, URI.create("http://127.0.0.1:" + port), log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where it is asked. */
  public URI url() {
    return url;
  }

  /** Returns when it answers, which takes some seconds. */
  public void await() throws InterruptedException {
    SearchClient client = new SearchClient(url);
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!client.answers()) {
      if (!process.isAlive() || System.nanoTime() > end) {
        throw Diagnostic.error(
                ErrorCode.SERVER_UNREACHABLE, "The search node on %s did not start.", url)
            .hint("Its log is " + log + ".")
            .toException();
      }
      Thread.sleep(PAUSE.toMillis());
    }
  }

  /** Ends it like a power failure. */
  public void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        kill();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
