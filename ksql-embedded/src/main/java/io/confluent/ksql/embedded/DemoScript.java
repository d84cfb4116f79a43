package io.confluent.ksql.embedded;

import io.confluent.ksql.rest.client.KsqlClient;
import io.confluent.ksql.rest.wire.CommandResult;
import io.confluent.ksql.rest.wire.ConnectorCreated;
import io.confluent.ksql.rest.wire.Entity;
import io.confluent.ksql.rest.wire.KsqlRequest;
import io.confluent.ksql.util.KsqlException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** A file of statements in {@code test-data}. */
final class DemoScript {
  private final Path file;
  private final DemoScreen screen;

  DemoScript(String name, DemoScreen screen) {
    this.file = EmbeddedOptions.home().resolve("test-data").resolve(name);
    this.screen = screen;
  }

  /** Runs it, and shows what each statement did. */
  void run(KsqlClient client, Map<String, String> variables) {
    String text;
    try {
      text = Files.readString(file);
    } catch (IOException e) {
      throw new KsqlException("The demo's script cannot be read: " + file, e);
    }
    screen.line("Running " + file.getFileName() + ":");
    for (Entity entity :
        client.ksql(new KsqlRequest(text, Map.of(), variables, Map.of(), Optional.empty()))) {
      if (entity instanceof CommandResult result) {
        screen.line("  " + result.commandStatus().message());
      } else if (entity instanceof ConnectorCreated created) {
        screen.line("  Created connector " + created.info().name() + ".");
      }
    }
  }
}
