package io.confluent.ksql.tests.connect;

import io.confluent.ksql.embedded.SearchClient;
import io.confluent.ksql.embedded.SearchNodeProcess;
import io.confluent.ksql.net.LoopbackPort;
import io.confluent.ksql.tests.architecture.SourceTree;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/** A search node that is there again at the same address after it was killed. */
final class RealSearchNode implements AutoCloseable {
  private final SearchNodeProcess.Make make;
  private final Path data;
  private final int port;
  private SearchNodeProcess process;

  private RealSearchNode(SearchNodeProcess.Make make, Path data, int port) {
    this.make = make;
    this.data = data;
    this.port = port;
    restart();
  }

  /** A user's machine may lack it; continuous integration must not. */
  static RealSearchNode start(SearchNodeProcess.Make make, Path data)
      throws IOException, InterruptedException {
    Optional<String> missing = SearchNodeProcess.missing(SourceTree.ROOT, make);
    if (missing.isPresent() && !"true".equals(System.getenv("CI"))) {
      Assumptions.abort("Not run without a search node, which this makes: " + missing.get());
    }
    RealSearchNode node = new RealSearchNode(make, data, LoopbackPort.free());
    node.process.await();
    return node;
  }

  String url() {
    return process.url().toString();
  }

  SearchClient client() {
    return new SearchClient(process.url());
  }

  void kill() throws InterruptedException {
    process.kill();
  }

  void restart() {
    process = SearchNodeProcess.start(SourceTree.ROOT, make, data, port);
  }

  void await() throws InterruptedException {
    process.await();
  }

  @Override
  public void close() {
    process.close();
  }
}
