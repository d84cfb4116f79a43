package io.confluent.ksql.rest.client;

import com.fasterxml.jackson.core.type.TypeReference;
import io.confluent.ksql.diagnostic.Diagnostic;
import io.confluent.ksql.diagnostic.ErrorCode;
import io.confluent.ksql.rest.wire.CloseQueryRequest;
import io.confluent.ksql.rest.wire.CommandStatus;
import io.confluent.ksql.rest.wire.CommandStatuses;
import io.confluent.ksql.rest.wire.Entity;
import io.confluent.ksql.rest.wire.HealthCheck;
import io.confluent.ksql.rest.wire.KsqlRequest;
import io.confluent.ksql.rest.wire.MediaTypes;
import io.confluent.ksql.rest.wire.QueryStreamRequest;
import io.confluent.ksql.rest.wire.ServerInfo;
import io.confluent.ksql.rest.wire.TerminateRequest;
import io.confluent.ksql.util.KsqlException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;

/**
 * Asks a KSQL server over HTTP. Every method may throw {@link ServerErrorException} when the server
 * refuses, a {@link io.confluent.ksql.diagnostic.DiagnosticException} with {@link
 * ErrorCode#SERVER_UNREACHABLE} when it cannot be asked, and {@link CancellationException} when the
 * thread was interrupted. Safe for many threads.
 */
public final class KsqlClient {
  private final ClientOptions options;
  private final Transport transport;

  /** A client; connects when it is first asked. */
  public KsqlClient(ClientOptions options) {
    this.options = options;
    this.transport = new Transport(options);
  }

  /** Which server it asks, and how. */
  public ClientOptions options() {
    return options;
  }

  /** What the server is. */
  public ServerInfo info() {
    ServerInfo.Body body =
        transport.read(transport.get("/info"), new TypeReference<ServerInfo.Body>() {});
    if (body.server() == null) {
      throw Diagnostic.error(
              ErrorCode.SERVER_UNREACHABLE, "%s is not a KSQL server.", options.server())
          .toException();
    }
    return body.server();
  }

  /** How the server is. */
  public HealthCheck health() {
    return transport.read(transport.get("/healthcheck"), new TypeReference<>() {});
  }

  /** Runs statements other than SELECT and PRINT; the answers of those that have one. */
  public List<Entity> ksql(KsqlRequest request) {
    return transport.read(transport.post("/ksql", request), new TypeReference<>() {});
  }

  /**
   * How far a command has come.
   *
   * @param commandId as {@code stream/`NAME`/create}
   */
  public CommandStatus status(String commandId) {
    int first = commandId.indexOf('/');
    int last = commandId.lastIndexOf('/');
    if (first < 0 || first == last) {
      throw new IllegalArgumentException("Not a command's id: " + commandId);
    }
    String path =
        String.join(
            "/",
            List.of(
                encode(commandId.substring(0, first)),
                encode(commandId.substring(first + 1, last)),
                encode(commandId.substring(last + 1))));
    return transport.read(transport.get("/status/" + path), new TypeReference<>() {});
  }

  private static String encode(String segment) {
    return URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** How far every command has come, by its id. */
  public Map<String, CommandStatus.Status> statuses() {
    CommandStatuses statuses =
        transport.read(transport.get("/status"), new TypeReference<CommandStatuses>() {});
    return statuses.commandStatuses();
  }

  /**
   * Has the server refuse a property that SET may not change or that does not exist.
   *
   * @throws ServerErrorException if it refuses
   */
  public void requireValidProperty(String name) {
    transport.get("/is_valid_property/" + encode(name));
  }

  /** Starts a SELECT by {@code /query}, where tombstones and final messages are told. */
  public RowStream query(KsqlRequest request) {
    OpenAnswer answer = transport.open("/query", request, MediaTypes.KSQL_V1_JSON);
    return new RowStream(answer, queryId -> {});
  }

  /** Starts a SELECT by {@code /query-stream}; when closed early it is stopped by its id. */
  public RowStream queryStream(QueryStreamRequest request) {
    OpenAnswer answer = transport.open("/query-stream", request, MediaTypes.DELIMITED);
    return new RowStream(answer, this::closeQuietly);
  }

  /** Starts a PRINT. */
  public LineStream print(KsqlRequest request) {
    return new LineStream(transport.open("/query", request, MediaTypes.KSQL_V1_JSON));
  }

  /** Stops a push query that was started by {@code /query-stream}, here or elsewhere. */
  public void closeQuery(String queryId) {
    transport.post("/close-query", new CloseQueryRequest(queryId));
  }

  private void closeQuietly(String queryId) {
    try {
      closeQuery(queryId);
    } catch (KsqlException | CancellationException e) {
      // It has ended by itself, or the server is gone and the query with it.
      return;
    }
  }

  /** Stops the whole cluster of servers and deletes topics whose names match. */
  public List<Entity> terminateCluster(List<String> deleteTopics) {
    byte[] answer = transport.post("/ksql/terminate", new TerminateRequest(deleteTopics));
    return transport.read(answer, new TypeReference<>() {});
  }
}
