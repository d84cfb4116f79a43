package io.confluent.ksql.embedded;

import io.confluent.ksql.rest.client.KsqlClient;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** What the demo shows, and what that needs beside a server. */
interface DemoScene extends AutoCloseable {
  /** What a person must do before it can be shown; nothing if all is there. */
  Optional<String> missing();

  /** Settings of the server. */
  Map<String, String> settings();

  /**
   * Starts what there is beside the server.
   *
   * @param data a directory for what that keeps
   */
  void begin(Path data) throws InterruptedException;

  /** Shows it, and returns when all was seen. */
  void perform(EmbeddedServer server, KsqlClient client) throws InterruptedException;

  /** What to try afterwards, while everything stays up. */
  String invitation(EmbeddedServer server);

  /** Ends what was started. */
  @Override
  void close();
}
