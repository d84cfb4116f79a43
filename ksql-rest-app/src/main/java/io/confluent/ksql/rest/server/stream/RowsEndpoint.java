package io.confluent.ksql.rest.server.stream;

import com.fasterxml.jackson.databind.JsonNode;
import io.confluent.ksql.diagnostic.DiagnosticException;
import io.confluent.ksql.diagnostic.ErrorCode;
import io.confluent.ksql.engine.session.Session;
import io.confluent.ksql.engine.topics.OutgoingRecord;
import io.confluent.ksql.rest.server.ServerParts;
import io.confluent.ksql.rest.server.http.Endpoint;
import io.confluent.ksql.rest.server.http.Exchange;
import io.confluent.ksql.rest.server.http.HttpError;
import io.confluent.ksql.rest.wire.MediaTypes;
import io.confluent.ksql.rest.wire.RowsAccepted;
import io.confluent.ksql.rest.wire.RowsRefused;
import io.confluent.ksql.rest.wire.WireErrorCode;
import io.confluent.ksql.util.KsqlException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code POST /topics/<stream>/rows}: what a webhook sends. All rows of a request are taken, or
 * none; it is answered when Kafka has them.
 */
public final class RowsEndpoint {
  private static final String BEFORE = "/topics/";
  private static final String BEHIND = "/rows";
  private static final String KEY = "Idempotency-Key";
  private static final int LONGEST_KEY = 255;

  private final ServerParts parts;
  private final QueryAdmission.Limit rows;
  private final RepeatedRequests repeated;

  /**
   * An endpoint over a server's parts.
   *
   * @param rows how many a request may have
   * @param repeated what was answered to requests with a key
   */
  public RowsEndpoint(ServerParts parts, QueryAdmission.Limit rows, RepeatedRequests repeated) {
    this.parts = parts;
    this.rows = rows;
    this.repeated = repeated;
  }

  /** The endpoint. */
  public Endpoint endpoint() {
    return new Endpoint(
        "POST",
        BEFORE + "*",
        List.of(MediaTypes.JSON, MediaTypes.KSQL_V1_JSON),
        Endpoint.Kind.SHORT,
        this::answer);
  }

  private void answer(Exchange exchange) {
    InsertTarget target =
        InsertTarget.named(name(exchange.path()), Session.empty(), parts.engine());
    Optional<String> key = exchange.header(KEY);
    if (key.isEmpty()) {
      exchange.answer(insert(target, exchange.body(JsonNode.class)));
      return;
    }
    if (key.get().isBlank() || key.get().length() > LONGEST_KEY) {
      throw HttpError.of(
          WireErrorCode.BAD_REQUEST,
          "The header %s has 1 to %d characters.".formatted(KEY, LONGEST_KEY));
    }
    exchange.answer(
        repeated.answer(
            target.name() + '\n' + key.get(),
            digest(exchange.bytes()),
            () -> insert(target, exchange.body(JsonNode.class))));
  }

  private static String name(String path) {
    int end = path.length() - BEHIND.length();
    if (!path.endsWith(BEHIND) || end <= BEFORE.length()) {
      throw HttpError.of(
          WireErrorCode.NOT_FOUND, "Rows are posted to /topics/<stream or table>/rows.");
    }
    try {
      return URLDecoder.decode(path.substring(BEFORE.length(), end), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw HttpError.of(WireErrorCode.BAD_REQUEST, "The path has a % that is no escape.");
    }
  }

  private RowsAccepted insert(InsertTarget target, JsonNode body) {
    List<JsonNode> given = rows(body);
    List<OutgoingRecord> records = new ArrayList<>();
    List<RowsRefused.RowError> errors = new ArrayList<>();
    for (int i = 0; i < given.size(); i++) {
      try {
        records.add(target.record(given.get(i)));
      } catch (KsqlException e) {
        if (!isOfRow(e)) {
          throw e;
        }
        errors.add(new RowsRefused.RowError(i, e.getMessage()));
      }
    }
    if (!errors.isEmpty()) {
      throw new HttpError(RowsRefused.of(given.size(), errors));
    }
    parts.engine().write(records);
    return new RowsAccepted(records.size());
  }

  /** A schema registry that is away, for one, is no mistake of a row. */
  private static boolean isOfRow(KsqlException failure) {
    return !(failure instanceof DiagnosticException known)
        || known.diagnostic().code().kind() == ErrorCode.Kind.USER;
  }

  private List<JsonNode> rows(JsonNode body) {
    if (!body.isArray()) {
      return List.of(body);
    }
    if (body.size() > rows.max()) {
      throw HttpError.of(
          WireErrorCode.TOO_LARGE,
          "The request has %d rows.".formatted(body.size()),
          "Send at most %d at once, or set %s.".formatted(rows.max(), rows.name()));
    }
    List<JsonNode> all = new ArrayList<>();
    body.forEach(all::add);
    return all;
  }

  private static byte[] digest(byte[] body) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(body);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
