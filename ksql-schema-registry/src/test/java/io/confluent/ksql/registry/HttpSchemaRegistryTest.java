package io.confluent.ksql.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.confluent.ksql.schema.Column;
import io.confluent.ksql.schema.Schema.Side;
import io.confluent.ksql.schema.ksql.types.SqlTypes;
import io.confluent.ksql.serde.Format;
import io.confluent.ksql.serde.FormatContext;
import io.confluent.ksql.serde.Formats;
import io.confluent.ksql.serde.registry.HttpSchemaRegistry;
import io.confluent.ksql.serde.registry.RegistryException;
import io.confluent.ksql.serde.registry.RegistrySchema;
import io.confluent.ksql.serde.registry.SchemaRegistry;
import io.confluent.ksql.serde.registry.SchemaRegistrySettings;
import io.confluent.ksql.setting.Settings;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HttpSchemaRegistryTest extends SchemaRegistryContract {
  private static final Duration TIMEOUT = Duration.ofSeconds(5);
  private static final RegistrySchema TEXT =
      RegistrySchema.of(RegistrySchema.Type.AVRO, "\"string\"");

  private final List<SchemaRegistryServer> servers = new ArrayList<>();

  @Override
  protected SchemaRegistry registry() {
    return new HttpSchemaRegistry(List.of(server().uri()), TIMEOUT);
  }

  private SchemaRegistryServer server() {
    SchemaRegistryServer server = SchemaRegistryServer.start(RegistryServerOptions.local(0));
    servers.add(server);
    return server;
  }

  @AfterEach
  void stopServers() {
    servers.forEach(SchemaRegistryServer::close);
  }

  @Test
  void carriesRowsFromOneUserToAnother() {
    SchemaRegistryServer server = server();
    Format avro = Formats.installed().get("AVRO");
    List<Column> columns =
        List.of(new Column("ID", SqlTypes.BIGINT), new Column("NAME", SqlTypes.STRING));
    FormatContext writer =
        FormatContext.of("people", Side.VALUE)
            .withRegistry(new HttpSchemaRegistry(List.of(server.uri()), TIMEOUT));
    FormatContext reader =
        FormatContext.of("people", Side.VALUE)
            .withRegistry(new HttpSchemaRegistry(List.of(server.uri()), TIMEOUT));

    byte[] bytes = avro.encoder(columns, writer).encode(new Object[] {7L, "Ada"});

    assertThat(avro.decoder(columns, reader).decode(bytes)).containsExactly(7L, "Ada");
    assertThat(server.registry().subjects()).containsExactly("people-value");
  }

  @Test
  void remembersSchemasWhenTheServerIsGone() {
    SchemaRegistryServer server = server();
    SchemaRegistry registry = new HttpSchemaRegistry(List.of(server.uri()), TIMEOUT);
    int id = registry.register("s", TEXT);
    registry.byId(id);
    server.close();
    servers.clear();

    assertThat(registry.byId(id)).contains(TEXT);
    assertThatThrownBy(() -> registry.byId(id + 1))
        .isInstanceOfSatisfying(
            RegistryException.class,
            e -> assertThat(e.code()).isEqualTo(RegistryException.UNREACHABLE));
  }

  @Test
  void triesTheNextAddress() throws IOException {
    URI nobody;
    try (ServerSocket socket = new ServerSocket()) {
      socket.bind(new InetSocketAddress("127.0.0.1", 0));
      nobody = URI.create("http://127.0.0.1:" + socket.getLocalPort());
    }
    SchemaRegistry registry =
        new HttpSchemaRegistry(List.of(nobody, URI.create(server().uri() + "/")), TIMEOUT);

    assertThat(registry.register("s", TEXT)).isEqualTo(1);
  }

  @Test
  void sendsTheUserAndSaysWhatWasRefused() throws IOException {
    List<String> requests = new ArrayList<>();
    try (ServerSocket socket = new ServerSocket()) {
      socket.bind(new InetSocketAddress("127.0.0.1", 0));
      Thread server = answerOnce(socket, requests, "HTTP/1.1 401 No", "<html>");
      SchemaRegistry registry =
          SchemaRegistrySettings.registry(
                  Settings.of(
                      Map.of(
                          "ksql.schema.registry.url",
                          "http://127.0.0.1:" + socket.getLocalPort(),
                          "ksql.schema.registry.basic.auth.user.info",
                          "me:secret")))
              .orElseThrow();

      assertThatThrownBy(() -> registry.latest("s"))
          .isInstanceOfSatisfying(
              RegistryException.class, e -> assertThat(e.status()).isEqualTo(401));
      join(server);
    }
    assertThat(requests.get(0)).contains("Authorization: Basic bWU6c2VjcmV0");
  }

  @Test
  void doesNotWaitForEver() throws IOException {
    try (ServerSocket socket = new ServerSocket()) {
      socket.bind(new InetSocketAddress("127.0.0.1", 0));
      SchemaRegistry registry =
          new HttpSchemaRegistry(
              List.of(URI.create("http://127.0.0.1:" + socket.getLocalPort())),
              Duration.ofMillis(200));

      assertThatThrownBy(registry::subjects)
          .isInstanceOfSatisfying(
              RegistryException.class,
              e -> assertThat(e.code()).isEqualTo(RegistryException.UNREACHABLE));
    }
  }

  @Test
  void isNotThereWithoutAnAddress() {
    assertThat(SchemaRegistrySettings.registry(Settings.defaults())).isEmpty();
  }

  private static Thread answerOnce(
      ServerSocket socket, List<String> requests, String status, String body) {
    Thread thread =
        new Thread(
            () -> {
              try (var connection = socket.accept()) {
                byte[] buffer = new byte[8192];
                int length = connection.getInputStream().read(buffer);
                requests.add(new String(buffer, 0, length, StandardCharsets.US_ASCII));
                String answer = status + "\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
                connection.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
              } catch (IOException e) {
                requests.add(e.toString());
              }
            });
    thread.start();
    return thread;
  }

  private static void join(Thread thread) {
    try {
      thread.join(TIMEOUT.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
