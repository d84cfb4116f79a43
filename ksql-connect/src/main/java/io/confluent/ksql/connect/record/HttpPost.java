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
import org.apache.kafka.connect.errors.ConnectException;

/** Posts texts, and says what became of them. */
public final class HttpPost {
  private final HttpClient client;
  private final Duration timeout;
  private final Map<String, String> headers;

  /** With headers for every request. */
  public HttpPost(Duration connectTimeout, Duration timeout, Map<String, String> headers) {
    // Not every server ignores an offer of HTTP/2 that comes with a POST.
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(connectTimeout)
            .build();
    this.timeout = timeout;
    this.headers = Map.copyOf(headers);
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
