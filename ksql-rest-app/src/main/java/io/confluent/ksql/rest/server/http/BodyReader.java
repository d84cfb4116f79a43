package io.confluent.ksql.rest.server.http;

import io.confluent.ksql.rest.wire.WireErrorCode;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import java.util.function.Consumer;

/** Reads the body of a request, but none that is too long. On the event loop. */
final class BodyReader {
  private final long maxBytes;
  private final HttpServerRequest request;
  private final Buffer body = Buffer.buffer();
  private boolean refused;

  BodyReader(long maxBytes, HttpServerRequest request) {
    this.maxBytes = maxBytes;
    this.request = request;
  }

  void read(Consumer<Buffer> whenComplete) {
    request.handler(this::append);
    request.endHandler(
        end -> {
          if (!refused) {
            whenComplete.accept(body);
          }
        });
  }

  private void append(Buffer part) {
    if (refused) {
      return;
    }
    if (body.length() + part.length() > maxBytes) {
      refused = true;
      if (request.version() != HttpVersion.HTTP_2) {
        request.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
      }
      Exchange.sendError(
          request.response(),
          HttpError.of(
              WireErrorCode.TOO_LARGE,
              "The request is longer than %d bytes.".formatted(maxBytes),
              "Send the statements in several requests, or raise ksql.request.max.bytes."));
    } else {
      body.appendBuffer(part);
    }
  }
}
