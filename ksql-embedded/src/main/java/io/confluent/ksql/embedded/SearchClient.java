package io.confluent.ksql.embedded;

import com.fasterxml.jackson.databind.JsonNode;
import io.confluent.ksql.rest.wire.WireJson;
import io.confluent.ksql.util.KsqlException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/** Asks a search node what it has. */
public final class SearchClient {
  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  /** What a node gives at once by default. */
  private static final int PAGE = 10_000;

  private final URI node;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(TIMEOUT).build();

  /** Of a node. */
  public SearchClient(URI node) {
    this.node = node;
  }

  /** Whether it takes documents. */
  public boolean answers() throws InterruptedException {
    try {
      return send(request("/_cluster/health?wait_for_status=yellow&timeout=1s")).statusCode()
          == 200;
    } catch (IOException e) {
      return false;
    }
  }

  /** How many documents an index has; 0 if there is none of that name. */
  public long count(String index) throws InterruptedException {
    return ask("/" + index + "/_count", "").path("count").asLong();
  }

  /** The documents of an index by their names, as JSON; empty if there is none of that name. */
  public Map<String, String> documents(String index) throws InterruptedException {
    Map<String, String> documents = new TreeMap<>();
    ask("/" + index + "/_refresh", "{}");
    JsonNode page =
        ask(
            "/" + index + "/_search?scroll=1m",
            "{\"size\":%d,\"sort\":[\"_doc\"]}".formatted(PAGE));
    while (!page.path("hits").path("hits").isEmpty()) {
      for (JsonNode hit : page.path("hits").path("hits")) {
        documents.put(hit.path("_id").asText(), hit.path("_source").toString());
      }
      page =
          ask(
              "/_search/scroll",
              WireJson.write(
                  Map.of("scroll", "1m", "scroll_id", page.path("_scroll_id").asText())));
    }
    return documents;
  }

  private JsonNode ask(String path, String body) throws InterruptedException {
    HttpRequest.Builder request = request(path);
    if (!body.isEmpty()) {
      request.header("Content-Type", "application/json");
      request.POST(HttpRequest.BodyPublishers.ofString(body));
    }
    try {
      HttpResponse<String> answer = send(request);
      JsonNode json = WireJson.mapper().readTree(answer.body());
      if (answer.statusCode() / 100 != 2 && answer.statusCode() != 404) {
        throw new KsqlException(node + path + " refuses: " + json.path("error"));
      }
      return json;
    } catch (IOException e) {
      throw new KsqlException(node + " does not answer: " + e.getMessage(), e);
    }
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(node + path)).timeout(TIMEOUT);
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }
}
