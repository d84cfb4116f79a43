package io.confluent.ksql.rest.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class HttpAccessTest {
  private static final String LIST = "{\"ksql\":\"LIST STREAMS;\"}";
  private static TestServer server;

  @BeforeAll
  static void start() {
    server =
        new TestServer(
            Map.of(
                "access.control.allow.origin", "http://console.example:3000",
                "ksql.allowed.hosts", "ksql.example",
                "ksql.request.max.bytes", "2000"));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  /** A request as bytes, since clients of Java do not let Host be set. */
  private static String raw(String... lines) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", server.port())) {
      socket.setSoTimeout(10_000);
      String request = String.join("\r\n", lines) + "\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      ByteArrayOutputStream answer = new ByteArrayOutputStream();
      socket.getInputStream().transferTo(answer);
      return answer.toString(StandardCharsets.UTF_8);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "evil.example",
        "evil.example:PORT",
        "127.0.0.1:1",
        "localhost",
        "x@127.0.0.1:PORT"
      })
  void refusesAForeignHost(String host) throws IOException {
    String answer = raw("GET /info HTTP/1.1", "Host: " + host.replace("PORT", "" + server.port()));
    assertThat(answer).startsWith("HTTP/1.1 403").contains("40300");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1:PORT",
        "localhost:PORT",
        "LOCALHOST:PORT",
        "[::1]:PORT",
        "ksql.example",
        "ksql.example:PORT"
      })
  void takesItsOwnNames(String host) throws IOException {
    assertThat(raw("GET /info HTTP/1.1", "Host: " + host.replace("PORT", "" + server.port())))
        .startsWith("HTTP/1.1 200");
  }

  @Test
  void refusesARequestWithoutHost() throws IOException {
    assertThat(raw("GET /info HTTP/1.0")).doesNotContain("200 OK");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://evil.example",
        "null",
        "https://127.0.0.1:PORT",
        "http://127.0.0.1:1",
        "http://127.0.0.1:PORT.evil.example"
      })
  void refusesPagesOfForeignOrigin(String origin) {
    var answer = server.post("/ksql", LIST, "Origin", origin.replace("PORT", "" + server.port()));
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.headers().firstValue("access-control-allow-origin")).isEmpty();
  }

  @Test
  void refusesBeforeItLooksAtAnythingElse() {
    assertThat(server.get("/nowhere", "Origin", "http://evil.example").statusCode()).isEqualTo(403);
    assertThat(
            server
                .post("/ksql", "no JSON", "Origin", "http://evil.example", "Content-Type", "x/y")
                .statusCode())
        .isEqualTo(403);
  }

  @Test
  void takesItsOwnPagesAndThoseAllowed() {
    assertThat(server.post("/ksql", LIST, "Origin", server.url()).statusCode()).isEqualTo(200);
    var allowed = server.post("/ksql", LIST, "Origin", "http://console.example:3000");
    assertThat(allowed.statusCode()).isEqualTo(200);
    assertThat(allowed.headers().firstValue("access-control-allow-origin"))
        .contains("http://console.example:3000");
  }

  @Test
  void tellsWhoUsesCurlWhatToAdd() {
    var refused = server.post("/ksql", LIST, "Content-Type", "application/x-www-form-urlencoded");
    assertThat(refused.body()).contains("-H 'Content-Type: application/json'");
    assertThat(server.post("/ksql", LIST).statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({
    "application/json, 200",
    "application/vnd.ksql.v1+json; charset=utf-8, 200",
    "APPLICATION/JSON, 200",
    "text/plain, 415",
    "application/x-www-form-urlencoded, 415"
  })
  void looksAtTheContentTypeOfABody(String type, int status) {
    assertThat(server.post("/ksql", LIST, "Content-Type", type).statusCode()).isEqualTo(status);
  }

  @Test
  void takesABodyWithoutContentType() {
    assertThat(server.post("/ksql", LIST).statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "application/json | 200 | application/json",
        "*/* | 200 | application/vnd.ksql.v1+json",
        "application/* | 200 | application/vnd.ksql.v1+json",
        "application/json;q=0.9, application/vnd.ksql.v1+json;q=0.1 | 200 | application/json",
        "text/html, */*;q=0.1 | 200 | application/vnd.ksql.v1+json",
        "text/html | 406 | application/json",
        "application/json;q=0 | 406 | application/json"
      })
  void answersInATypeThatIsAccepted(String accept, int status, String type) {
    var answer = server.post("/ksql", LIST, "Accept", accept);
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.headers().firstValue("content-type")).contains(type);
  }

  @Test
  void refusesLongBodies() {
    assertThat(server.post("/ksql", "{\"ksql\":\"" + " ".repeat(3000) + "\"}").statusCode())
        .isEqualTo(413);
  }

  @Test
  void findsOnlyWhatThereIs() {
    assertThat(server.get("/nothing").statusCode()).isEqualTo(404);
    assertThat(server.get("/nothing").body()).isEqualTo("Not Found");
    assertThat(server.get("/ksql").statusCode()).isEqualTo(404);
  }

  @Test
  void saysWhatItIs() {
    assertThat(server.get("/info").body())
        .isEqualTo(
            "{\"KsqlServerInfo\":{\"version\":\"0.1.0\",\"kafkaClusterId\":\"cluster-1\","
                + "\"ksqlServiceId\":\"default_\",\"serverStatus\":\"RUNNING\"}}");
    assertThat(server.get("/healthcheck").body())
        .isEqualTo(
            "{\"isHealthy\":true,\"details\":{\"metastore\":{\"isHealthy\":true},"
                + "\"kafka\":{\"isHealthy\":true},\"commandRunner\":{\"isHealthy\":true}},"
                + "\"serverState\":\"READY\"}");
    assertThat(server.get("/v1/metadata/id").body()).contains("\"kafka-cluster\":\"cluster-1\"");
    assertThat(server.get("/chc/ready").body()).isEqualTo("{}");
    assertThat(ServerIdentity.releaseVersion()).matches("\\d+\\.\\d+\\.\\d+.*");
  }

  @Test
  void sendsTheRootToInfo() {
    var answer = server.get("/");
    assertThat(answer.statusCode()).isEqualTo(307);
    assertThat(answer.headers().firstValue("location")).contains("/info");
  }

  @Test
  void speaksHttp2WithoutTls() throws IOException, InterruptedException {
    HttpResponse<String> answer =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_2)
            .build()
            .send(
                HttpRequest.newBuilder(URI.create(server.url() + "/info")).build(),
                HttpResponse.BodyHandlers.ofString());
    assertThat(answer.version()).isEqualTo(HttpClient.Version.HTTP_2);
    assertThat(answer.statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://0.0.0.0:0", "ftp://127.0.0.1:0", "127.0.0.1", ","})
  void doesNotListenToTheWorldWithoutBeingTold(String listener) {
    assertThatThrownBy(() -> new TestServer(Map.of("listeners", listener)).close())
        .hasMessageContaining("listener");
  }

  @Test
  void listensToTheWorldWhenTold() {
    try (TestServer open =
        new TestServer(Map.of("listeners", "http://0.0.0.0:0", "ksql.insecure.listen", "true"))) {
      assertThat(open.url()).startsWith("http://localhost:");
      assertThat(open.get("/info").statusCode()).isEqualTo(200);
    }
  }
}
