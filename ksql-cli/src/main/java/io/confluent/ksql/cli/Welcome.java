package io.confluent.ksql.cli;

import io.confluent.ksql.rest.wire.ServerInfo;
import io.confluent.ksql.util.KsqlException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What a session begins with: what this is, which server is asked, how it is. */
final class Welcome {
  private static final String LOGO =
      """

         _              _
        | | _____  __ _| |
        | |/ / __|/ _` | |
        |   <\\__ \\ (_| | |
        |_|\\_\\___/\\__, |_|   streaming SQL, models included
                     |_|
      """;

  private final Session session;
  private final Output output;

  Welcome(Session session, Output output) {
    this.session = session;
    this.output = output;
  }

  void show() {
    output.note(LOGO);
    URI url = session.client().options().server();
    try {
      show(session.client().info(), url);
    } catch (KsqlException e) {
      output.error(
          boxed(
              "ERROR",
              "The remote server at " + url + " does not appear to be a valid KSQL server.",
              String.valueOf(e.getMessage())));
    }
    output.note("");
    output.note("Having trouble? Type 'help' (case-insensitive) for a list of commands.");
    output.note("");
  }

  private void show(ServerInfo info, URI url) {
    String mine = CliVersion.number();
    output.note("CLI v" + mine + ", Server v" + info.version() + " located at " + url);
    info.serverStatus().ifPresent(status -> output.note("Server Status: " + status));
    if (!mine.equals(info.version())) {
      output.note("");
      output.note(
          "WARNING: The versions of CLI and server differ. Some things may not work; use the CLI"
              + " of the server's version if they do not.");
    }
  }

  private static List<String> boxed(String title, String... lines) {
    int width = Math.max(title.length(), Stream.of(lines).mapToInt(String::length).max().orElse(0));
    List<String> box = new ArrayList<>();
    String bar = "*".repeat(width + 4);
    box.add(bar);
    box.add(String.format("* %-" + width + "s *", title));
    for (String line : lines) {
      box.add(String.format("* %-" + width + "s *", line));
    }
    box.add(bar);
    return box;
  }
}
