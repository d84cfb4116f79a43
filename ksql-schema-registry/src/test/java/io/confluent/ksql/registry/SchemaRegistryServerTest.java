package io.confluent.ksql.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.confluent.ksql.diagnostic.DiagnosticException;
import io.confluent.ksql.registry.RegistryServerOptions.Exposure;
import io.confluent.ksql.serde.registry.RegistrySchema;
import io.confluent.ksql.setting.Settings;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SchemaRegistryServerTest {
  private static final String TYPE = "application/vnd.schemaregistry.v1+json";
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static SchemaRegistryServer server;

  @BeforeAll
  static void start() {
    server =
        SchemaRegistryServer.start(
            new RegistryServerOptions(
                "127.0.0.1", 0, 2000, Set.of("registry.local"), Exposure.LOCAL));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private record Answer(int status, String body) {}

  private static Answer send(String method, String path, String body, String type) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(server.uri() + path))
            .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    if (type != null) {
      request.header("Content-Type", type);
    }
    try {
      HttpResponse<String> response = CLIENT.send(request.build(), BodyHandlers.ofString());
      assertThat(response.headers().firstValue("Content-Type")).contains(TYPE);
      return new Answer(response.statusCode(), response.body());
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  private static Answer get(String path) {
    return send("GET", path, null, null);
  }

  private static Answer post(String path, String body) {
    return send("POST", path, body, TYPE);
  }

  private static int register(String subject, String type) {
    Answer answer =
        post("/subjects/" + subject + "/versions", "{\"schema\":\"\\\"" + type + "\\\"\"}");
    assertThat(answer.status()).isEqualTo(200);
    return Integer.parseInt(answer.body().replaceAll("\\D", ""));
  }

  @Test
  void speaksTheProtocol() {
    int id = register("p", "float");

    assertThat(get("/schemas/ids/" + id))
        .isEqualTo(new Answer(200, "{\"schema\":\"\\\"float\\\"\"}"));
    assertThat(get("/schemas/ids/" + id + "/schema")).isEqualTo(new Answer(200, "\"float\""));
    assertThat(get("/schemas/ids/" + id + "/versions"))
        .isEqualTo(new Answer(200, "[{\"subject\":\"p\",\"version\":1}]"));
    assertThat(get("/schemas/ids/" + id + "/subjects")).isEqualTo(new Answer(200, "[\"p\"]"));
    String version =
        "{\"subject\":\"p\",\"version\":1,\"id\":" + id + ",\"schema\":\"\\\"float\\\"\"}";
    assertThat(get("/subjects/p/versions/1")).isEqualTo(new Answer(200, version));
    assertThat(get("/subjects/p/versions/latest")).isEqualTo(new Answer(200, version));
    assertThat(get("/subjects/p/versions/1/schema")).isEqualTo(new Answer(200, "\"float\""));
    assertThat(post("/subjects/p", "{\"schema\":\"\\\"float\\\"\",\"schemaType\":\"AVRO\"}"))
        .isEqualTo(new Answer(200, version));
    assertThat(get("/subjects?subjectPrefix=p")).isEqualTo(new Answer(200, "[\"p\"]"));
    assertThat(get("/schemas/types"))
        .isEqualTo(new Answer(200, "[\"AVRO\",\"JSON\",\"PROTOBUF\"]"));
    assertThat(get("/")).isEqualTo(new Answer(200, "{}"));
  }

  @Test
  void deletesSoftlyAndThenForGood() {
    register("d", "int");

    assertThat(send("DELETE", "/subjects/d?permanent=true", null, null).status()).isEqualTo(404);
    assertThat(send("DELETE", "/subjects/d/versions/1", null, null))
        .isEqualTo(new Answer(200, "1"));
    assertThat(get("/subjects/d/versions").status()).isEqualTo(404);
    assertThat(get("/subjects/d/versions?deleted=true")).isEqualTo(new Answer(200, "[1]"));
    assertThat(get("/subjects/d/versions/latest?deleted=true").status()).isEqualTo(200);
    assertThat(send("DELETE", "/subjects/d?permanent=true", null, null))
        .isEqualTo(new Answer(200, "[1]"));
    assertThat(get("/subjects/d/versions?deleted=true").status()).isEqualTo(404);
  }

  @Test
  void saysWhatIsDeletedAlready() {
    register("dd", "int");
    register("dd", "long");

    assertThat(send("DELETE", "/subjects/dd/versions/1", null, null).status()).isEqualTo(200);
    assertThat(send("DELETE", "/subjects/dd/versions/1", null, null).body()).contains("40406");
    assertThat(send("DELETE", "/subjects/dd/versions/2?permanent=true", null, null).body())
        .contains("40407");
    assertThat(send("DELETE", "/subjects/dd/versions/latest", null, null))
        .isEqualTo(new Answer(200, "2"));
    assertThat(send("DELETE", "/subjects/dd", null, null).body()).contains("40404");
    assertThat(get("/subjects?subjectPrefix=dd").body()).isEqualTo("[]");
    assertThat(get("/subjects?subjectPrefix=dd&deletedOnly=true").body()).isEqualTo("[\"dd\"]");
    assertThat(post("/subjects/dd", "{\"schema\":\"\\\"int\\\"\"}").body()).contains("40401");
    assertThat(post("/subjects/dd?deleted=true", "{\"schema\":\"\\\"int\\\"\"}").body())
        .contains("\"version\":1");
  }

  @Test
  void keepsSchemasInJsonWithReferences() {
    post(
        "/subjects/j.address/versions",
        "{\"schemaType\":\"JSON\",\"schema\":\"{\\\"type\\\":\\\"string\\\"}\"}");
    String person =
        "{\"schemaType\":\"JSON\",\"schema\":\"{\\\"$ref\\\":\\\"a.json\\\"}\","
            + "\"references\":[{\"name\":\"a.json\",\"subject\":\"j.address\",\"version\":1}]}";

    Answer registered = post("/subjects/j.person/versions", person);

    assertThat(registered.status()).isEqualTo(200);
    String id = registered.body().replaceAll("\\D", "");
    assertThat(get("/schemas/ids/" + id).body())
        .contains("\"schemaType\":\"JSON\"")
        .contains("\"references\":[{\"name\":\"a.json\",\"subject\":\"j.address\",\"version\":1}]");
    assertThat(get("/schemas/ids/" + id + "?fetchMaxId=true").body()).contains("\"maxId\":");
    assertThat(get("/subjects/j.address/versions/1/referencedby").body()).isEqualTo("[" + id + "]");
    assertThat(send("DELETE", "/subjects/j.address", null, null).body()).contains("42206");
    assertThat(post("/subjects/j.person", person).body()).contains("\"id\":" + id);
    assertThat(get("/schemas?subjectPrefix=j.&latestOnly=true").body())
        .contains("j.person", "j.address");
    assertThat(get("/contexts").body()).isEqualTo("[\".\"]");
  }

  @Test
  void takesSchemasThatMeanTheSameForOneIfAsked() {
    String one =
        "{\"schemaType\":\"JSON\","
            + "\"schema\":\"{\\\"type\\\":\\\"string\\\",\\\"minLength\\\":1}\"}";
    String other =
        "{\"schemaType\":\"JSON\","
            + "\"schema\":\"{\\\"minLength\\\":1,\\\"type\\\":\\\"string\\\"}\"}";

    Answer first = post("/subjects/norm/versions?normalize=true", one);

    assertThat(first.status()).isEqualTo(200);
    assertThat(post("/subjects/norm/versions?normalize=true", other)).isEqualTo(first);
    assertThat(post("/subjects/norm?normalize=true", one).status()).isEqualTo(200);
    assertThat(post("/subjects/norm", one).body()).contains("40403");
    assertThat(post("/compatibility/subjects/norm/versions?normalize=true", one).body())
        .contains("true");
  }

  @Test
  void keepsLevelsAndModes() {
    register("c", "int");

    assertThat(get("/config")).isEqualTo(new Answer(200, "{\"compatibilityLevel\":\"BACKWARD\"}"));
    assertThat(get("/config/c").body()).contains("40408");
    assertThat(get("/config/c?defaultToGlobal=true").body()).contains("BACKWARD");
    assertThat(send("PUT", "/config/c", "{\"compatibility\":\"full\"}", TYPE))
        .isEqualTo(new Answer(200, "{\"compatibility\":\"FULL\"}"));
    assertThat(get("/config/c").body()).contains("FULL");
    assertThat(
            post(
                    "/compatibility/subjects/c/versions/latest?verbose=true",
                    "{\"schema\":\"\\\"long\\\"\"}")
                .body())
        .startsWith("{\"is_compatible\":false,\"messages\":[\"The earlier schema");
    assertThat(post("/compatibility/subjects/c/versions", "{\"schema\":\"\\\"int\\\"\"}"))
        .isEqualTo(new Answer(200, "{\"is_compatible\":true}"));
    assertThat(send("DELETE", "/config/c", null, null).body()).contains("FULL");
    assertThat(get("/config/c").status()).isEqualTo(404);

    assertThat(get("/mode")).isEqualTo(new Answer(200, "{\"mode\":\"READWRITE\"}"));
    assertThat(send("PUT", "/mode/c", "{\"mode\":\"READONLY\"}", TYPE).status()).isEqualTo(200);
    assertThat(post("/subjects/c/versions", "{\"schema\":\"\\\"long\\\"\"}").body())
        .contains("42205");
    assertThat(send("DELETE", "/mode/c", null, null).status()).isEqualTo(200);
    assertThat(get("/mode/c").status()).isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /subjects/none/versions, , 404, 40401",
    "GET, /subjects/none/versions/1, , 404, 40401",
    "GET, /subjects/e/versions/7, , 404, 40402",
    "GET, /subjects/e/versions/zero, , 422, 42202",
    "GET, /subjects/e/versions/0, , 422, 42202",
    "GET, /schemas/ids/999, , 404, 40403",
    "GET, /schemas/ids/x, , 404, 404",
    "POST, /subjects/none, '{\"schema\":\"\\\"int\\\"\"}', 404, 40401",
    "POST, /subjects/e, '{\"schema\":\"\\\"bytes\\\"\"}', 404, 40403",
    "POST, /subjects/e/versions, '{\"schema\":\"\\\"boolean\\\"\"}', 409, 409",
    "POST, /subjects/e/versions, '{\"schema\":\"no\"}', 422, 42201",
    "POST, /subjects/e/versions, '{\"schema\":5}', 422, 42201",
    "POST, /subjects/e/versions, '{\"schema\":\"{}\",\"schemaType\":\"XML\"}', 422, 42201",
    "POST, /subjects/e/versions, '{', 400, 400",
    "POST, /subjects/e/versions, '[]', 400, 400",
    "PUT, /config, '{\"compatibility\":\"SOME\"}', 422, 42203",
    "PUT, /mode, '{\"mode\":\"SOMEHOW\"}', 422, 42204",
    "PUT, /mode, '{\"mode\":\"IMPORT\"}', 422, 42205",
    "PUT, /mode, '{}', 422, 42204",
    "POST, /subjects/e/versions, '{\"schema\":\"[]\",\"schemaType\":\"JSON\"}', 422, 42201",
    "POST, /subjects/e/versions, '{\"schema\":\"\\\"int\\\"\",\"references\":[{}]}', 422, 42201",
    "POST, /subjects/e/versions, '{\"schema\":\"\\\"int\\\"\",\"id\":9}', 422, 42205",
    "POST, /subjects/e/versions, '{\"schema\":\"\\\"int\\\"\",\"id\":-9}', 400, 400",
    "POST, /compatibility/subjects/none/versions/1, '{\"schema\":\"\\\"int\\\"\"}', 404, 40401",
    "POST, /compatibility/subjects/e/versions/8, '{\"schema\":\"\\\"int\\\"\"}', 404, 40402",
    "POST, /compatibility/subjects/e/versions, '{\"schema\":\"no\"}', 422, 42201",
    "GET, /subjects/none/versions/1/referencedby, , 404, 40401",
    "GET, /subjects/e/versions/9/referencedby, , 404, 40402",
    "GET, /schemas/ids/999/versions, , 404, 40403",
    "GET, /subjects/%0A/versions, , 422, 42208",
    "GET, /nowhere, , 404, 404",
    "POST, /schemas/ids/1, '{}', 404, 404",
    "DELETE, /subjects, , 404, 404"
  })
  void answersErrorsWithTheirCodes(String method, String path, String body, int status, int code) {
    register("e", "int");

    Answer answer = send(method, path, body, body == null ? null : TYPE);

    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.body()).startsWith("{\"error_code\":" + code + ",\"message\":\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded", "multipart/form-data"})
  void refusesBodiesThatABrowserSendsUnasked(String type) {
    assertThat(send("POST", "/subjects/x/versions", "{}", type).status()).isEqualTo(415);
    assertThat(send("POST", "/subjects/x/versions", "{}", null).status()).isEqualTo(415);
  }

  @Test
  void refusesLargeBodies() {
    assertThat(post("/subjects/x/versions", "\"" + "a".repeat(3000) + "\"").status())
        .isEqualTo(413);
    assertThat(get("/subjects").status()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({
    "Host: evil.example, 403",
    "Host: 127.0.0.1.evil.example:PORT, 403",
    "'Host: 127.0.0.1:PORT\r\nOrigin: http://evil.example', 403",
    "'Host: 127.0.0.1:PORT\r\nOrigin: null', 403",
    "'Host: 127.0.0.1:PORT\r\nOrigin: http://127.0.0.1:PORT', 200",
    "'Host: localhost:PORT', 200",
    "'Host: [::1]:PORT', 200",
    "'Host: registry.local', 200",
    "'X: y', 403"
  })
  void refusesForeignPages(String headers, int status) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", server.port())) {
      String request =
          "GET /subjects HTTP/1.1\r\n"
              + headers.replace("PORT", Integer.toString(server.port()))
              + "\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      InputStream in = socket.getInputStream();
      String answer = new String(in.readAllBytes(), StandardCharsets.UTF_8);

      assertThat(answer).startsWith("HTTP/1.1 " + status);
    }
  }

  @Test
  void bringsItsSchemasBackAfterARestart() {
    SchemaStore store = new InMemorySchemaStore();
    int id;
    try (SchemaRegistryServer first =
        SchemaRegistryServer.start(RegistryServerOptions.local(0), store)) {
      id = first.registry().register("s", RegistrySchema.of(RegistrySchema.Type.AVRO, "\"int\""));
    }
    try (SchemaRegistryServer second =
        SchemaRegistryServer.start(RegistryServerOptions.local(0), store)) {
      assertThat(second.registry().byId(id)).isPresent();
    }
  }

  @Test
  void listensOnlyHereUnlessTold() {
    RegistryServerOptions wide =
        RegistryServerSettings.options(
            Settings.of(Map.of("ksql.schema.registry.server.host", "0.0.0.0")));

    assertThatThrownBy(() -> SchemaRegistryServer.start(wide))
        .isInstanceOf(DiagnosticException.class)
        .hasMessageContaining("0.0.0.0");
    assertThat(RegistryServerSettings.options(Settings.defaults()).host()).isEqualTo("127.0.0.1");
  }

  @Test
  void saysThatItsPortIsTaken() {
    assertThatThrownBy(() -> SchemaRegistryServer.start(RegistryServerOptions.local(server.port())))
        .isInstanceOf(DiagnosticException.class)
        .hasMessageContaining(Integer.toString(server.port()));
  }
}
