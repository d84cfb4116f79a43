package io.confluent.ksql.embedded;

import io.confluent.ksql.rest.server.ClassesAhead;
import io.confluent.ksql.rest.server.ServerMain;
import io.confluent.ksql.rest.server.ServerProcess;
import io.confluent.ksql.rest.server.ServerProperties;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code bin/ksql-server-start} without a configuration: everything in one process. */
@Command(
    name = "ksql-server-start",
    description =
        "Starts a Kafka broker, a schema registry and the server in one process, for this machine"
            + " only. With a properties file the server uses the Kafka that the file names instead.")
public final class EmbeddedServerMain implements Callable<Integer> {
  @Mixin private EmbeddedOptions options;

  private EmbeddedServerMain() {}

  /** Runs until the process is told to end. */
  public static void main(String[] args) throws InterruptedException {
    ClassesAhead.ofEverything();
    Optional<EmbeddedOptions> ordinary = EmbeddedOptions.ordinary(args);
    int code =
        ordinary.isPresent()
            ? run(ordinary.get())
            : new CommandLine(new EmbeddedServerMain()).execute(args);
    if (code != 0) {
      System.exit(code);
    }
  }

  @Override
  public Integer call() throws InterruptedException {
    return run(options);
  }

  private static int run(EmbeddedOptions options) throws InterruptedException {
    Path data = options.dataDirectory().orElse(EmbeddedOptions.home().resolve("data"));
    try {
      ServerProcess.run(
          () ->
              EmbeddedServer.start(
                  options.ports(),
                  data,
                  ServerProperties.read(List.of(), System.getenv(), System.getProperties())),
          server -> greet(server, data));
    } catch (RuntimeException e) {
      System.err.println(Failures.line(e));
      return 1;
    }
    return 0;
  }

  private static void greet(EmbeddedServer server, Path data) {
    System.out.printf(
        "Kafka on %s, schema registry on %s, data in %s%n",
        server.bootstrapServers(), server.registry(), data);
    System.out.println(ServerMain.banner(server.url().toString()));
  }
}
