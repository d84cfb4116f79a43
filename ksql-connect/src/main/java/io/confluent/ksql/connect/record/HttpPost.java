package io.confluent.ksql.connect.record;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Range;
import org.apache.kafka.common.config.ConfigDef.Type;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.connect.errors.ConnectException;

/** Posts texts, and says what became of them. */
public final class HttpPost {
  private static final String CONNECT_TIMEOUT = "connection.timeout.ms";
  private static final String TIMEOUT = "read.timeout.ms";

  private final HttpClient client;
  private final Duration timeout;
  private final Map<String, String> headers;

  /** With the timeouts of settings, and with headers for every request. */
  public HttpPost(AbstractConfig settings, Map<String, String> headers) {
    // Not every server ignores an offer of HTTP/2 that comes with a POST.
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofMillis(settings.getInt(CONNECT_TIMEOUT)))
            .build();
    this.timeout = Duration.ofMillis(settings.getInt(TIMEOUT));
    this.headers = Map.copyOf(headers);
  }

  /** Adds the timeouts to the settings of a sink. */
  public static ConfigDef define(ConfigDef settings) {
    return settings
        .define(
            CONNECT_TIMEOUT,
            Type.INT,
            5000,
            Range.atLeast(1),
            Importance.LOW,
            "How long the other side may take to accept a connection.")
        .define(
            TIMEOUT,
            Type.INT,
            30_000,
            Range.atLeast(1),
            Importance.LOW,
            "How long the other side may take to answer.");
  }

  /** An address that can be posted to. */
  public static URI url(String setting, String text) {
    if (!text.startsWith("http://") && !text.startsWith("https://")) {
      throw new ConfigException(setting, text, "It begins with http:// or https://.");
    }
    try {
      return URI.create(text);
    } catch (IllegalArgumentException e) {
      throw new ConfigException(setting, text, e.getMessage());
    }
  }

  /**
   * An answer.
   *
   * @param status its status; 0 if there was none
   * @param body its body, or why there is none
   * @param retryAfter how long to wait before the next request
   */
  public record Answer(int status, String body, Optional<Duration> retryAfter) {
    /** Whether it worked. */
    public boolean ok() {
      return status / 100 == 2;
    }

    /** Whether the same request may work later. */
    public boolean worthAnotherTry() {
      return status == 0 || status == 408 || status == 425 || status == 429 || status / 100 == 5;
    }

    /** The answer in a line. */
    public String inShort() {
      String text = body.strip();
      String start = text.length() > 300 ? text.substring(0, 300) + ".." : text;
      return status == 0 ? start : "HTTP status " + status + (start.isEmpty() ? "" : ", " + start);
    }
  }

  /** Posts a text. */
  public Answer post(URI url, String contentType, String body, Map<String, String> more) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(url)
            .timeout(timeout)
            .POST(HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8));
    request.header("Content-Type", contentType);
    headers.forEach(request::header);
    more.forEach(request::header);
    try {
      HttpResponse<String> answer =
          client.send(request.build(), HttpResponse.BodyHandlers.ofString());
      return new Answer(
          answer.statusCode(),
          answer.body(),
          answer.headers().firstValue("Retry-After").flatMap(HttpPost::seconds));
    } catch (IOException e) {
      String why = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
      return new Answer(0, url + " does not answer: " + why, Optional.empty());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ConnectException("Stopped while waiting for " + url, e);
    }
  }

  private static Optional<Duration> seconds(String text) {
    return text.matches("\\d{1,6}")
        ? Optional.of(Duration.ofSeconds(Long.parseLong(text)))
        : Optional.empty();
  }
}
