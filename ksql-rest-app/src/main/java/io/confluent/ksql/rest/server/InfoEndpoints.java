package io.confluent.ksql.rest.server;

import io.confluent.ksql.engine.command.CommandState;
import io.confluent.ksql.engine.command.KafkaCommandLog;
import io.confluent.ksql.rest.server.handler.WireCommands;
import io.confluent.ksql.rest.server.http.Endpoint;
import io.confluent.ksql.rest.server.http.Exchange;
import io.confluent.ksql.rest.server.http.HttpError;
import io.confluent.ksql.rest.wire.CommandStatus;
import io.confluent.ksql.rest.wire.CommandStatuses;
import io.confluent.ksql.rest.wire.HealthCheck;
import io.confluent.ksql.rest.wire.MediaTypes;
import io.confluent.ksql.rest.wire.ServerInfo;
import io.confluent.ksql.rest.wire.ServerMetadata;
import io.confluent.ksql.rest.wire.WireErrorCode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/** What a server says of itself and of its commands. */
final class InfoEndpoints {
  private static final List<String> JSON = List.of(MediaTypes.KSQL_V1_JSON, MediaTypes.JSON);
  private static final List<String> ANY =
      List.of(MediaTypes.JSON, MediaTypes.KSQL_V1_JSON, "text/html", "text/plain");
  private static final String STATUS = "/status/";
  private static final String VALID_PROPERTY = "/is_valid_property/";

  private final ServerParts parts;
  private final ServerIdentity identity;
  private final Supplier<String> serverState;
  private final long healthNanos;
  private HealthCheck health;
  private long healthAt;

  /**
   * Endpoints over a server's parts.
   *
   * @param serverState how far its life has come, in the words of {@code /healthcheck}
   */
  InfoEndpoints(ServerParts parts, ServerIdentity identity, Supplier<String> serverState) {
    this.parts = parts;
    this.identity = identity;
    this.serverState = serverState;
    this.healthNanos = parts.settings().get(ServerSettings.HEALTH_CHECK_INTERVAL).toNanos();
  }

  List<Endpoint> all() {
    return List.of(
        get("/", ANY, exchange -> exchange.redirect("/info")),
        get("/info", JSON, exchange -> exchange.answer(new ServerInfo.Body(info()))),
        get("/healthcheck", JSON, exchange -> exchange.answer(health().inState(serverState.get()))),
        get("/status", JSON, exchange -> exchange.answer(statuses())),
        get(STATUS + "*", JSON, this::status),
        get(VALID_PROPERTY + "*", JSON, this::isValidProperty),
        get("/v1/metadata", JSON, exchange -> exchange.answer(metadata())),
        get("/v1/metadata/id", JSON, exchange -> exchange.answer(metadata().clusterId())),
        get("/chc/ready", JSON, exchange -> exchange.answer(Map.of())),
        get("/chc/live", JSON, exchange -> exchange.answer(Map.of())));
  }

  private static Endpoint get(String path, List<String> offers, Endpoint.Action action) {
    return new Endpoint("GET", path, offers, Endpoint.Kind.SHORT, action);
  }

  private ServerInfo info() {
    return new ServerInfo(
        identity.version(),
        identity.clusterId(),
        identity.serviceId(),
        Optional.of(parts.engine().problem().isPresent() ? "DEGRADED" : "RUNNING"));
  }

  private ServerMetadata metadata() {
    return ServerMetadata.of(identity.version(), identity.clusterId(), identity.serviceId());
  }

  private synchronized HealthCheck health() {
    long now = System.nanoTime();
    if (health == null || now - healthAt >= healthNanos) {
      health = findHealth();
      healthAt = now;
    }
    return health;
  }

  private HealthCheck findHealth() {
    boolean kafka = isKafkaWell();
    boolean commands = parts.engine().problem().isEmpty();
    Map<String, HealthCheck.Part> details = new LinkedHashMap<>();
    details.put("metastore", new HealthCheck.Part(true));
    details.put("kafka", new HealthCheck.Part(kafka));
    details.put("commandRunner", new HealthCheck.Part(commands));
    return new HealthCheck(kafka && commands, details, Optional.empty());
  }

  private boolean isKafkaWell() {
    try {
      parts.outside().topics().describe(List.of(KafkaCommandLog.topicOf(identity.serviceId())));
      return true;
    } catch (RuntimeException e) {
      return false;
    }
  }

  private CommandStatuses statuses() {
    Map<String, CommandStatus.Status> statuses = new TreeMap<>();
    parts
        .engine()
        .commandStates()
        .forEach((id, state) -> statuses.put(id, WireCommands.status(state).status()));
    return new CommandStatuses(statuses);
  }

  private void status(Exchange exchange) {
    String id = rest(exchange, STATUS);
    CommandState state =
        parts
            .engine()
            .commandState(id)
            .orElseThrow(
                () -> HttpError.of(WireErrorCode.NOT_FOUND, "There is no command " + id + "."));
    exchange.answer(WireCommands.status(state));
  }

  private void isValidProperty(Exchange exchange) {
    parts.rules().checkName(rest(exchange, VALID_PROPERTY));
    exchange.answer(true);
  }

  /** What follows in the path, its escapes resolved; a plus stands for itself in paths. */
  private static String rest(Exchange exchange, String prefix) {
    String rest = exchange.path().substring(prefix.length()).replace("+", "%2B");
    try {
      return URLDecoder.decode(rest, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw HttpError.of(WireErrorCode.BAD_REQUEST, "The path has a wrong escape.");
    }
  }
}
