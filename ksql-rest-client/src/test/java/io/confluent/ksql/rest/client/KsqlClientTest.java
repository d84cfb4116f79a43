package io.confluent.ksql.rest.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.confluent.ksql.diagnostic.DiagnosticException;
import io.confluent.ksql.diagnostic.ErrorCode;
import io.confluent.ksql.net.LoopbackPort;
import io.confluent.ksql.rest.wire.CommandStatus;
import io.confluent.ksql.rest.wire.Entity;
import io.confluent.ksql.rest.wire.KsqlRequest;
import io.confluent.ksql.rest.wire.StreamsList;
import io.confluent.ksql.rest.wire.WireErrorCode;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class KsqlClientTest {
  private ScriptedServer server;
  private KsqlClient client;

  @BeforeEach
  void start() throws Exception {
    server = ScriptedServer.start();
    client = new KsqlClient(ClientOptions.of(server.uri()));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void asksWhatTheServerIs() {
    server.answer(
        "/info", 200, "{\"KsqlServerInfo\":{\"version\":\"0.1.0\",\"serverStatus\":\"RUNNING\"}}");

    assertThat(client.info().version()).isEqualTo("0.1.0");
    assertThat(client.info().serverStatus()).contains("RUNNING");
  }

  @Test
  void asksHowTheServerIs() {
    server.answer(
        "/healthcheck",
        200,
        "{\"isHealthy\":false,\"details\":{\"kafka\":{\"isHealthy\":false}},"
            + "\"serverState\":\"READY\"}");

    assertThat(client.health().healthy()).isFalse();
    assertThat(client.health().details().get("kafka").healthy()).isFalse();
  }

  @Test
  void runsStatements() {
    server.answer(
        "/ksql",
        200,
        "[{\"@type\":\"streams\",\"statementText\":\"LIST STREAMS;\",\"streams\":[],"
            + "\"warnings\":[]}]");
    KsqlRequest request =
        new KsqlRequest(
            "LIST STREAMS;",
            Map.of("auto.offset.reset", "earliest"),
            Map.of("v", "1"),
            Map.of(),
            Optional.of(7L));

    List<Entity> entities = client.ksql(request);

    assertThat(entities).containsExactly(new StreamsList("LIST STREAMS;", List.of(), List.of()));
    assertThat(server.lastRequest().line()).isEqualTo("POST /ksql");
    assertThat(server.lastRequest().accept()).isEqualTo("application/vnd.ksql.v1+json");
    assertThat(server.lastRequest().authorization()).isNull();
    assertThat(server.lastRequest().body())
        .isEqualTo(
            "{\"ksql\":\"LIST STREAMS;\",\"streamsProperties\":{\"auto.offset.reset\":"
                + "\"earliest\"},\"sessionVariables\":{\"v\":\"1\"},\"requestProperties\":{},"
                + "\"commandSequenceNumber\":7}");
  }

  @Test
  void saysWhatTheServerSaid() {
    server.answer(
        "/ksql",
        400,
        "{\"@type\":\"statement_error\",\"error_code\":40001,\"message\":\"No.\","
            + "\"statementText\":\"X;\",\"entities\":[]}");

    ServerErrorException failure =
        catchThrowableOfType(ServerErrorException.class, () -> client.ksql(KsqlRequest.of("X;")));

    assertThat(failure).hasMessage("No.");
    assertThat(failure.error().errorCode()).isEqualTo(WireErrorCode.BAD_STATEMENT.number());
  }

  @Test
  void sendsNameAndPassword() {
    server.answer("/ksql", 200, "[]");

    new KsqlClient(client.options().as(Credentials.basic("ann", "s3crét")))
        .ksql(KsqlRequest.of("A;"));

    assertThat(server.lastRequest().authorization()).isEqualTo("Basic YW5uOnMzY3LDqXQ=");
  }

  @Test
  void sendsAToken() {
    server.answer("/ksql", 200, "[]");

    new KsqlClient(client.options().as(Credentials.bearer("abc"))).ksql(KsqlRequest.of("A;"));

    assertThat(server.lastRequest().authorization()).isEqualTo("Bearer abc");
  }

  @Test
  void doesNotPrintSecrets() {
    ClientOptions options = client.options().as(Credentials.basic("ann", "s3cret"));

    assertThat(options.toString()).contains("ann").doesNotContain("s3cret");
    assertThat(Credentials.bearer("s3cret").toString()).doesNotContain("s3cret");
  }

  @Test
  void asksForTheStatusOfACommand() {
    server.answer(
        "/status", 200, "{\"status\":\"SUCCESS\",\"message\":\"Stream created\",\"queryId\":null}");

    CommandStatus status = client.status("stream/`A b`/create");

    assertThat(status.status()).isEqualTo(CommandStatus.Status.SUCCESS);
    assertThat(server.lastRequest().line()).isEqualTo("GET /status/stream/%60A%20b%60/create");
  }

  @Test
  void asksForTheStatusOfAllCommands() {
    server.answer("/status", 200, "{\"commandStatuses\":{\"stream/`X`/create\":\"ERROR\"}}");

    assertThat(client.statuses())
        .containsExactly(Map.entry("stream/`X`/create", CommandStatus.Status.ERROR));
  }

  @Test
  void asksWhetherAPropertyMayBeSet() {
    server.answer("/is_valid_property/auto.offset.reset", 200, "true");
    server.answer(
        "/is_valid_property/nonsense",
        400,
        "{\"@type\":\"generic_error\",\"error_code\":40000,\"message\":\"Unknown.\"}");

    client.requireValidProperty("auto.offset.reset");

    assertThatThrownBy(() -> client.requireValidProperty("nonsense"))
        .isInstanceOf(ServerErrorException.class)
        .hasMessage("Unknown.");
  }

  @Test
  void terminatesACluster() {
    server.answer("/ksql/terminate", 200, "[]");

    assertThat(client.terminateCluster(List.of("FOO", "bar.*"))).isEmpty();

    assertThat(server.lastRequest().body()).isEqualTo("{\"deleteTopicList\":[\"FOO\",\"bar.*\"]}");
  }

  @Test
  void worksBehindAPathAndATrailingSlash() {
    server.answer("/behind/ksql", 200, "[]");

    KsqlClient behind = new KsqlClient(client.options().at(URI.create(server.uri() + "/behind/")));

    assertThat(behind.ksql(KsqlRequest.of("A;"))).isEmpty();
  }

  @Test
  void knowsAServerOfAnotherKind() {
    server.answer("/", 404, "<html>nothing here</html>");

    DiagnosticException failure =
        catchThrowableOfType(DiagnosticException.class, () -> client.info());

    assertThat(failure.diagnostic().code()).isEqualTo(ErrorCode.SERVER_UNREACHABLE);
    assertThat(failure).hasMessageContaining("404").hasMessageContaining("nothing here");
    assertThat(failure.diagnostic().hint()).isPresent();
  }

  @Test
  void knowsAnAnswerThatIsNone() {
    server.answer("/info", 200, "{\"name\":\"another\"}");
    server.answer("/ksql", 200, "<html/>");

    assertThatThrownBy(() -> client.info()).hasMessageContaining("not a KSQL server");
    assertThatThrownBy(() -> client.ksql(KsqlRequest.of("A;")))
        .hasMessageContaining("does not answer as a KSQL server does");
  }

  @Test
  void saysThatNobodyListens() throws Exception {
    URI nowhere = URI.create("http://127.0.0.1:" + LoopbackPort.free());

    DiagnosticException failure =
        catchThrowableOfType(
            DiagnosticException.class, () -> new KsqlClient(ClientOptions.of(nowhere)).info());

    assertThat(failure.diagnostic().code()).isEqualTo(ErrorCode.SERVER_UNREACHABLE);
    assertThat(failure).hasMessage(nowhere + " cannot be reached.");
  }

  @Test
  void doesNotWaitForEver() {
    CountDownLatch never = new CountDownLatch(1);
    server.stream("/ksql", out -> never.await());
    KsqlClient impatient =
        new KsqlClient(client.options().waiting(Duration.ofSeconds(5), Duration.ofMillis(200)));

    assertThatThrownBy(() -> impatient.ksql(KsqlRequest.of("A;")))
        .isInstanceOf(DiagnosticException.class)
        .hasMessageContaining("has not answered");
  }

  @Test
  void givesUpWhenInterrupted() throws Exception {
    CountDownLatch never = new CountDownLatch(1);
    server.stream("/ksql", out -> never.await());
    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> client.ksql(KsqlRequest.of("A;")))
        .isInstanceOf(CancellationException.class);
    assertThat(Thread.interrupted()).isTrue();
  }
}
