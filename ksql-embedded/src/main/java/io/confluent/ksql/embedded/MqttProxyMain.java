package io.confluent.ksql.embedded;

import io.confluent.ksql.mqtt.MqttProxy;
import io.confluent.ksql.mqtt.MqttSettings;
import io.confluent.ksql.mqtt.access.Passwords;
import io.confluent.ksql.rest.server.ServerProcess;
import io.confluent.ksql.rest.server.ServerProperties;
import io.confluent.ksql.setting.Settings;
import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code bin/ksql-mqtt-proxy-start}: takes messages of MQTT clients for a Kafka cluster. */
@Command(
    name = "ksql-mqtt-proxy-start",
    description = "Takes messages of MQTT clients, and makes records of a Kafka cluster of them.")
public final class MqttProxyMain implements Callable<Integer> {
  @Parameters(
      paramLabel = "FILE.properties",
      arity = "0..*",
      description = "Settings, the later over the earlier; the environment over all.")
  private List<String> files = List.of();

  @Option(
      names = "--hash-password",
      paramLabel = "USER",
      description = "Read a password, print a line for ksql.mqtt.password.file, and exit.")
  private Optional<String> user = Optional.empty();

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this and exit.")
  private boolean help;

  private MqttProxyMain() {}

  /** Runs until the process is told to end. */
  public static void main(String[] args) {
    int code = new CommandLine(new MqttProxyMain()).execute(args);
    if (code != 0) {
      System.exit(code);
    }
  }

  @Override
  public Integer call() throws InterruptedException, IOException {
    if (user.isPresent()) {
      return hashPassword(user.get());
    }
    try {
      Settings settings =
          Settings.of(
              MqttSettings.ofOwnFile(
                  ServerProperties.read(files, System.getenv(), System.getProperties())));
      ServerProcess.run(
          () -> MqttProxy.start(settings),
          proxy ->
              proxy
                  .listeners()
                  .forEach(listener -> System.out.println("MQTT clients come by " + listener)));
    } catch (RuntimeException e) {
      System.err.println(Failures.line(e));
      return 1;
    }
    return 0;
  }

  private static int hashPassword(String user) throws IOException {
    char[] password = readPassword();
    if (user.isEmpty() || user.indexOf(':') >= 0 || password.length == 0) {
      System.err.println("A user without a colon is needed, and a password that is not empty.");
      return 1;
    }
    System.out.println(Passwords.line(user, password));
    return 0;
  }

  private static char[] readPassword() throws IOException {
    Console console = System.console();
    if (console != null) {
      char[] typed = console.readPassword("Password: ");
      return typed == null ? new char[0] : typed;
    }
    String line =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
    return line == null ? new char[0] : line.toCharArray();
  }
}
