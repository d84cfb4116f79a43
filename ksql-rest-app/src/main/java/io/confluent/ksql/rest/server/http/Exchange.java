package io.confluent.ksql.rest.server.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.confluent.ksql.rest.wire.WireErrorCode;
import io.confluent.ksql.rest.wire.WireJson;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * One request and its answer; but for {@link Endpoint.Kind#DUPLEX} its body has come. Used by a
 * worker thread; the answer is written on the event loop of the connection.
 */
public final class Exchange {
  private final HttpServerRequest request;
  private final Buffer body;
  private final Optional<BodyLines> lines;
  private final String contentType;
  private final ResponseWriter writer;

  Exchange(HttpServerRequest request, Buffer body, String contentType, ResponseWriter writer) {
    this(request, body, Optional.empty(), contentType, writer);
  }

  /** An exchange whose body comes while it is answered. */
  static Exchange duplex(
      HttpServerRequest request, BodyLines lines, String contentType, ResponseWriter writer) {
    return new Exchange(request, Buffer.buffer(), Optional.of(lines), contentType, writer);
  }

  private Exchange(
      HttpServerRequest request,
      Buffer body,
      Optional<BodyLines> lines,
      String contentType,
      ResponseWriter writer) {
    this.request = request;
    this.body = body;
    this.lines = lines;
    this.contentType = contentType;
    this.writer = writer;
  }

  /** The path, with escapes as they came. */
  public String path() {
    return request.path();
  }

  /** The content type that the answer has. */
  public String contentType() {
    return contentType;
  }

  /** The Accept header, if there is one. */
  public Optional<String> accept() {
    return Optional.ofNullable(request.getHeader(HttpHeaders.ACCEPT));
  }

  /** A header, if there is one of that name. */
  public Optional<String> header(String name) {
    return Optional.ofNullable(request.getHeader(name));
  }

  /** The body as it came. */
  public byte[] bytes() {
    return body.getBytes();
  }

  /**
   * The body as a record of the API.
   *
   * @throws HttpError if it is none
   */
  public <T> T body(Class<T> type) {
    return read(body.getBytes(), type);
  }

  /**
   * Bytes as a record of the API.
   *
   * @throws HttpError if they are none
   */
  public static <T> T read(byte[] json, Class<T> type) {
    try {
      T read = WireJson.mapper().readValue(json, type);
      if (read == null) {
        throw HttpError.of(WireErrorCode.BAD_REQUEST, "The request has no body.");
      }
      return read;
    } catch (JsonProcessingException e) {
      throw HttpError.of(
          WireErrorCode.BAD_REQUEST,
          "The body of the request is not what it must be: " + e.getOriginalMessage());
    } catch (IOException e) {
      throw HttpError.of(
          WireErrorCode.BAD_REQUEST, "The body of the request cannot be read: " + e.getMessage());
    }
  }

  /** The body line by line; only where the endpoint asks for that. */
  public BodyLines lines() {
    return lines.orElseThrow();
  }

  /** Whether the client speaks HTTP/2. */
  public boolean isHttp2() {
    return request.version() == HttpVersion.HTTP_2;
  }

  /** Answers with a record of the API. */
  public void answer(Object value) {
    writer.end(200, contentType, Buffer.buffer(WireJson.write(value)), List.of());
  }

  /** Answers with nothing. */
  public void answerEmpty() {
    writer.end(200, contentType, Buffer.buffer(), List.of());
  }

  /** Sends the client to another place of this server. */
  public void redirect(String location) {
    writer.end(307, contentType, Buffer.buffer(), List.of(HttpHeaders.LOCATION, location));
  }

  /** Begins an answer that goes on; what is written goes out at once. */
  public PieceWriter stream(String type) {
    if (lines.isPresent()) {
      // Who sends a body while it is answered may wait for the answer to begin.
      writer.beginNow(type);
    } else {
      writer.begin(type);
    }
    return writer;
  }

  /** Begins an answer that will soon end; what is written goes out in larger pieces. */
  public PieceWriter gather() {
    return new GatheringWriter(writer, contentType);
  }

  /** Answers with an error, if nothing was answered yet. */
  void fail(HttpError error) {
    writer.fail(error);
  }

  static void sendError(HttpServerResponse response, HttpError error) {
    response
        .setStatusCode(error.status())
        .putHeader(HttpHeaders.CONTENT_TYPE, io.confluent.ksql.rest.wire.MediaTypes.JSON)
        .end(WireJson.write(error.body()));
  }
}
