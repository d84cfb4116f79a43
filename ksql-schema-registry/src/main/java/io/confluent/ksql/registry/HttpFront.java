package io.confluent.ksql.registry;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** HTTP requests to requests of the API, which are answered off the event loop. */
final class HttpFront implements Handler<HttpServerRequest> {
  private static final Logger LOG = LoggerFactory.getLogger(HttpFront.class);
  private static final String CONTENT_TYPE = "application/vnd.schemaregistry.v1+json";

  private final Vertx vertx;
  private final RegistryApi api;
  private final RequestGuard guard;
  private final int maxBytes;

  HttpFront(Vertx vertx, RegistryApi api, RequestGuard guard, int maxBytes) {
    this.vertx = vertx;
    this.api = api;
    this.guard = guard;
    this.maxBytes = maxBytes;
  }

  @Override
  public void handle(HttpServerRequest request) {
    String authority = request.authority() == null ? null : request.authority().toString();
    Optional<ApiAnswer> refusal = guard.refusal(authority, request.getHeader("Origin"));
    boolean hasBody =
        request.method().equals(HttpMethod.POST) || request.method().equals(HttpMethod.PUT);
    if (refusal.isEmpty() && hasBody) {
      refusal = guard.refusalOfType(request.getHeader("Content-Type"));
    }
    if (refusal.isPresent()) {
      refuse(request, refusal.get());
      return;
    }
    readBody(request);
  }

  private void readBody(HttpServerRequest request) {
    Buffer body = Buffer.buffer();
    request.handler(
        chunk -> {
          if (body.length() + chunk.length() <= maxBytes) {
            body.appendBuffer(chunk);
          } else if (!request.response().ended()) {
            refuse(
                request,
                ApiAnswer.error(413, 413, "A request may have up to " + maxBytes + " bytes."));
          }
        });
    request.endHandler(
        end -> {
          if (!request.response().ended()) {
            answer(request, body.toString(StandardCharsets.UTF_8));
          }
        });
  }

  private void answer(HttpServerRequest request, String body) {
    ApiRequest parsed;
    try {
      parsed = new ApiRequest(request.method().name(), segments(request), query(request), body);
    } catch (IllegalArgumentException e) {
      send(request, ApiAnswer.error(400, 400, "The path is not valid."));
      return;
    }
    vertx
        .executeBlocking(() -> api.answer(parsed), false)
        .onSuccess(answer -> send(request, answer))
        .onFailure(
            failure -> {
              LOG.error("A request to the schema registry failed.", failure);
              send(request, ApiAnswer.error(500, 500, "The request failed inside the server."));
            });
  }

  private static List<String> segments(HttpServerRequest request) {
    List<String> segments = new ArrayList<>();
    for (String segment : request.path().split("/")) {
      if (!segment.isEmpty()) {
        // In a path, other than in a form, a plus sign is one.
        segments.add(URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8));
      }
    }
    return segments;
  }

  private static Map<String, String> query(HttpServerRequest request) {
    Map<String, String> query = new HashMap<>();
    request.params().forEach(query::put);
    return query;
  }

  /** The rest of the request is not read, so the connection cannot be used again. */
  private static void refuse(HttpServerRequest request, ApiAnswer answer) {
    request.response().putHeader("Connection", "close");
    send(request, answer);
  }

  private static void send(HttpServerRequest request, ApiAnswer answer) {
    if (request.response().closed()) {
      return;
    }
    request
        .response()
        .setStatusCode(answer.status())
        .putHeader("Content-Type", CONTENT_TYPE)
        .putHeader("X-Content-Type-Options", "nosniff")
        .end(answer.body());
  }
}
