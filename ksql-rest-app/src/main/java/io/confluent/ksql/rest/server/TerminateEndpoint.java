package io.confluent.ksql.rest.server;

import io.confluent.ksql.engine.Outcome;
import io.confluent.ksql.engine.command.KafkaCommandLog;
import io.confluent.ksql.rest.server.handler.WireCommands;
import io.confluent.ksql.rest.server.http.Endpoint;
import io.confluent.ksql.rest.server.http.Exchange;
import io.confluent.ksql.rest.server.http.Gate;
import io.confluent.ksql.rest.server.http.HttpError;
import io.confluent.ksql.rest.wire.CommandResult;
import io.confluent.ksql.rest.wire.MediaTypes;
import io.confluent.ksql.rest.wire.TerminateRequest;
import io.confluent.ksql.rest.wire.WireErrorCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * {@code /ksql/terminate}: the end of the whole service. Its queries stop, topics are deleted, and
 * the command log with them; after that the server says so to whoever asks for anything.
 */
final class TerminateEndpoint implements Gate {
  private static final Set<String> STILL_ANSWERED =
      Set.of("/info", "/healthcheck", "/chc/live", "/chc/ready", "/v1/metadata", "/v1/metadata/id");

  private final ServerParts parts;
  private final String serviceId;
  private volatile Stage stage = Stage.RUNNING;

  TerminateEndpoint(ServerParts parts, String serviceId) {
    this.parts = parts;
    this.serviceId = serviceId;
  }

  private enum Stage {
    RUNNING("READY"),
    STOPPING("TERMINATING"),
    STOPPED("TERMINATED");

    private final String wireName;

    Stage(String wireName) {
      this.wireName = wireName;
    }
  }

  /** How far the life of the server has come, in the words of {@code /healthcheck}. */
  String serverState() {
    return stage.wireName;
  }

  Endpoint endpoint() {
    return new Endpoint(
        "POST",
        "/ksql/terminate",
        List.of(MediaTypes.KSQL_V1_JSON, MediaTypes.JSON),
        Endpoint.Kind.SHORT,
        this::answer);
  }

  @Override
  public Optional<HttpError> refusal(String path) {
    if (STILL_ANSWERED.contains(path)) {
      return Optional.empty();
    }
    return switch (stage) {
      case RUNNING -> Optional.empty();
      case STOPPING ->
          Optional.of(HttpError.of(WireErrorCode.SHUTTING_DOWN, "The service is being ended."));
      case STOPPED ->
          Optional.of(HttpError.of(WireErrorCode.SHUT_DOWN, "The service has been ended."));
    };
  }

  private synchronized void answer(Exchange exchange) {
    refusal("").ifPresent(TerminateEndpoint::refuse);
    List<Pattern> topics = patterns(exchange.body(TerminateRequest.class));
    stage = Stage.STOPPING;
    boolean done = false;
    try {
      Outcome.Commanded ended = parts.engine().terminate(topics);
      // Who goes on reading the log would have its topic made again.
      parts.engine().close();
      parts.outside().topics().delete(KafkaCommandLog.topicOf(serviceId));
      done = true;
      exchange.answer(
          List.of(
              new CommandResult(
                  "TERMINATE CLUSTER;",
                  ended.commandId(),
                  WireCommands.status(ended.state()),
                  ended.state().offset(),
                  List.of())));
    } finally {
      stage = done ? Stage.STOPPED : Stage.RUNNING;
    }
  }

  private static void refuse(HttpError error) {
    throw error;
  }

  private static List<Pattern> patterns(TerminateRequest request) {
    List<Pattern> patterns = new ArrayList<>();
    for (String topic : request.deleteTopicList()) {
      try {
        patterns.add(Pattern.compile(topic));
      } catch (PatternSyntaxException e) {
        throw HttpError.of(
            WireErrorCode.BAD_REQUEST, "'%s' is no pattern: %s".formatted(topic, e.getMessage()));
      }
    }
    return patterns;
  }
}
