package io.confluent.ksql.embedded;

import io.confluent.ksql.net.LoopbackPort;
import io.confluent.ksql.rest.client.KsqlClient;
import io.confluent.ksql.rest.server.connect.ConnectSettings;
import io.confluent.ksql.util.KsqlException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Temperatures come to an MQTT broker and by Kafka Connect to Kafka; they and the alerts go on to a
 * second broker, and the alerts to a search index.
 */
final class PipelineScene implements DemoScene {
  private static final String TOPIC = "electric-temperature";
  private static final String ALERTS = "ANOMALYDETECTIONWITHFILTER";
  private static final String INDEX = "temperature-alerts";
  private static final SearchNodeProcess.Make MAKE = SearchNodeProcess.Make.ELASTICSEARCH;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final DemoScreen screen;
  private final PortPlan ports;
  private final Optional<URI> givenNode;
  private final Programs programs = Programs.ofUser();
  private Optional<SearchNodeProcess> ownNode = Optional.empty();
  private MosquittoBroker sender;
  private MosquittoBroker receiver;

  /**
   * @param node a search node that is there already; empty to start one
   */
  PipelineScene(DemoScreen screen, PortPlan ports, Optional<URI> node) {
    this.screen = screen;
    this.ports = ports;
    this.givenNode = node;
  }

  @Override
  public Optional<String> missing() {
    return missing(programs, EmbeddedOptions.home(), givenNode);
  }

  /** One command, whatever is missing. */
  static Optional<String> missing(Programs programs, Path home, Optional<URI> node) {
    List<String> what =
        new ArrayList<>(
            programs.missing(MosquittoBroker.PROGRAM, "mosquitto_pub", "mosquitto_sub"));
    List<String> commands = new ArrayList<>();
    if (!what.isEmpty()) {
      commands.add(Programs.install("mosquitto mosquitto-clients", "mosquitto"));
    }
    Optional<String> command =
        node.isPresent() ? Optional.empty() : SearchNodeProcess.missing(home, MAKE);
    command.ifPresent(
        text -> {
          what.add("a search node (in a source tree, or --search-url names one)");
          commands.add(text);
        });
    return what.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "The demo of Kafka Connect needs %s: %s"
                .formatted(String.join(", ", what), String.join(" && ", commands)));
  }

  @Override
  public Map<String, String> settings() {
    return Map.of(ConnectSettings.EMBEDDED.name(), "true");
  }

  @Override
  public void begin(Path data) throws InterruptedException {
    List<PortPlan.Service> services =
        new ArrayList<>(List.of(PortPlan.Service.MQTT, PortPlan.Service.MQTT_RECEIVER));
    if (givenNode.isEmpty()) {
      services.add(PortPlan.Service.SEARCH);
    }
    ports.requireFree(services);
    if (givenNode.isEmpty()) {
      // It takes as long as all the rest together.
      ownNode =
          Optional.of(
              SearchNodeProcess.start(
                  EmbeddedOptions.home(),
                  MAKE,
                  data.resolve("search"),
                  ports.port(PortPlan.Service.SEARCH)));
    }
    sender =
        MosquittoBroker.start(
            programs, data.resolve("mqtt-sender"), ports.port(PortPlan.Service.MQTT));
    receiver =
        MosquittoBroker.start(
            programs, data.resolve("mqtt-receiver"), ports.port(PortPlan.Service.MQTT_RECEIVER));
  }

  private URI node() {
    return givenNode.or(() -> ownNode.map(SearchNodeProcess::url)).orElseThrow();
  }

  @Override
  public void perform(EmbeddedServer server, KsqlClient client) throws InterruptedException {
    screen.line(
        "MQTT brokers on %s and %s, Kafka Connect on http://127.0.0.1:%d, search node on %s"
            .formatted(sender.url(), receiver.url(), ports.port(PortPlan.Service.CONNECT), node()));
    new DemoScript("temperature.sql", screen).run(client, Map.of());
    if (ownNode.isPresent()) {
      ownNode.get().await();
    }
    new DemoScript("temperature-connectors.sql", screen)
        .run(
            client,
            Map.of(
                "sender", sender.url(),
                "receiver", receiver.url(),
                "search_node", node().toString()));
    BlockingQueue<String> received = subscribe();
    sender.awaitSubscriber("ksql-");
    List<String> messages = messages();
    for (String message : messages) {
      publish(message);
      screen.line("  sent: " + inShort(message));
    }
    awaitAll(received, messages);
    Map<String, String> documents = awaitDocument("106");
    documents.forEach((id, document) -> screen.line("  document " + id + ": " + document));
    screen.line("");
    screen.line(
        "connect: %d messages at the second broker, 1 alert there, %d in the index"
            .formatted(messages.size(), documents.size()));
  }

  private BlockingQueue<String> subscribe() throws InterruptedException {
    BlockingQueue<String> received = new LinkedBlockingQueue<>();
    Process subscriber =
        programs.start(
            "mosquitto_sub",
            List.of(
                "-h",
                LoopbackPort.HOST,
                "-p",
                "" + receiver.port(),
                "-i",
                "demo",
                "-q",
                "1",
                "-v",
                "-t",
                "#"));
    Programs.follow(subscriber, "demo-receiver", received::add);
    receiver.awaitSubscriber("demo");
    return received;
  }

  /** The two of the article; the first of them is a beat that the demo has under another number. */
  private static List<String> messages() {
    Path file = EmbeddedOptions.home().resolve("test-data").resolve("ecg_discord_test.msgs");
    try {
      List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
      return List.of("101, " + after("99999,", lines), "106," + after("106,", lines));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String after(String id, List<String> lines) {
    return lines.stream()
        .filter(line -> line.startsWith(id))
        .map(line -> line.substring(id.length()))
        .findFirst()
        .orElseThrow(() -> new KsqlException("The demo's messages lack " + id));
  }

  private void publish(String message) throws InterruptedException {
    Process publisher =
        programs.start(
            "mosquitto_pub",
            List.of(
                "-h",
                LoopbackPort.HOST,
                "-p",
                "" + sender.port(),
                "-q",
                "1",
                "-t",
                TOPIC,
                "-m",
                message));
    Programs.finish("mosquitto_pub", publisher);
  }

  /** Every message unchanged, and one alert; an alert of 101 would have come before that of 106. */
  private void awaitAll(BlockingQueue<String> received, List<String> messages)
      throws InterruptedException {
    List<String> due = new ArrayList<>(messages.stream().map(text -> TOPIC + " " + text).toList());
    boolean alerted = false;
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!due.isEmpty() || !alerted) {
      String line = received.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
      if (line == null) {
        throw new KsqlException(
            "The second broker did not get everything in " + PATIENCE.toSeconds() + " s.");
      }
      screen.line("  received: " + inShort(line));
      if (line.startsWith(ALERTS + " ")) {
        if (!line.startsWith(ALERTS + " 106,")) {
          throw new KsqlException("This should be no alert: " + line);
        }
        alerted = true;
      } else if (!due.remove(line)) {
        throw new KsqlException("This was not sent: " + line);
      }
    }
  }

  private Map<String, String> awaitDocument(String id) throws InterruptedException {
    SearchClient client = new SearchClient(node());
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      Map<String, String> documents = client.documents(INDEX);
      String member = "\"EVENTID\":" + id;
      if (documents.values().stream().anyMatch(document -> document.contains(member))) {
        return documents;
      }
      if (System.nanoTime() > end) {
        throw new KsqlException("The alert is not in the index " + INDEX + ".");
      }
      Thread.sleep(200);
    }
  }

  private static String inShort(String message) {
    return message.length() > 60 ? message.substring(0, 60) + " .." : message;
  }

  @Override
  public String invitation(EmbeddedServer server) {
    return Invitation.pipeline(server, sender.port(), receiver.port(), node() + "/" + INDEX);
  }

  @Override
  public void close() {
    programs.close();
    ownNode.ifPresent(SearchNodeProcess::close);
  }
}
