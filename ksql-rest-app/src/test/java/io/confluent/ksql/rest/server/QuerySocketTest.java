package io.confluent.ksql.rest.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.confluent.ksql.diagnostic.Diagnostic;
import io.confluent.ksql.diagnostic.ErrorCode;
import io.confluent.ksql.engine.ResultRow;
import io.confluent.ksql.engine.TransientQuery.End;
import io.confluent.ksql.engine.topics.OutgoingRecord;
import io.confluent.ksql.rest.server.FakeQueries.FakeQuery;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class QuerySocketTest {
  private static final String SELECT = "{\"ksql\":\"SELECT id, v FROM s EMIT CHANGES;\"}";
  private TestServer server;

  @BeforeEach
  void start() {
    server =
        new TestServer(
                Map.of(
                    "ksql.max.push.queries", "1",
                    "ksql.server.command.response.timeout.ms", "100"))
            .topic("t", 1);
    server.ksql(
        "CREATE STREAM s (id INT KEY, v VARCHAR) WITH (kafka_topic='t', value_format='JSON');");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  /** What comes over a socket: messages, then the code and the reason of the end. */
  private static final class Listener implements WebSocket.Listener {
    private final BlockingQueue<String> events = new LinkedBlockingQueue<>();
    private final StringBuilder message = new StringBuilder();

    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
      message.append(data);
      if (last) {
        events.add(message.toString());
        message.setLength(0);
      }
      socket.request(1);
      return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
      events.add(code + " " + reason);
      return null;
    }

    private String next() {
      try {
        String event = events.poll(20, TimeUnit.SECONDS);
        return event == null ? "nothing came" : event;
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private Listener open(String query) {
    Listener listener = new Listener();
    HttpClient.newHttpClient()
        .newWebSocketBuilder()
        .buildAsync(
            URI.create(server.url().replace("http:", "ws:") + "/ws/query" + query), listener)
        .join();
    return listener;
  }

  private Listener ask(String request) {
    return open(
        "?request="
            + URLEncoder.encode(request, StandardCharsets.UTF_8)
            + "&version=1&access_token=x");
  }

  private FakeQuery running() {
    while (server.queries().running().isEmpty()) {
      Thread.onSpinWait();
    }
    return server.queries().running().get(0);
  }

  @Test
  void sendsTheColumnsThenTheRows() {
    Listener listener = ask(SELECT);
    assertThat(listener.next())
        .isEqualTo(
            "[{\"name\":\"ID\",\"schema\":{\"type\":\"INTEGER\",\"fields\":null,"
                + "\"memberSchema\":null}},{\"name\":\"V\",\"schema\":{\"type\":\"STRING\","
                + "\"fields\":null,\"memberSchema\":null}}]");
    FakeQuery query = running();
    query.offer(new ResultRow(Arrays.asList(1, "a"), false));
    assertThat(listener.next()).isEqualTo("{\"row\":{\"columns\":[1,\"a\"]}}");
    query.offer(new ResultRow(Arrays.asList(2, null), true));
    assertThat(listener.next()).contains("\"tombstone\":true");
    query.finish(End.COMPLETED);
    assertThat(listener.next()).isEqualTo("1000 done");
  }

  @Test
  void endsTheQueryOfAClientThatIsGone() {
    WebSocket socket =
        HttpClient.newHttpClient()
            .newWebSocketBuilder()
            .buildAsync(
                URI.create(
                    server.url().replace("http:", "ws:")
                        + "/ws/query?request="
                        + URLEncoder.encode(SELECT, StandardCharsets.UTF_8)),
                new Listener())
            .join();
    running();
    socket.abort();
    while (!server.queries().running().isEmpty()) {
      Thread.onSpinWait();
    }
    assertThat(server.queries().running()).isEmpty();
  }

  @Test
  void sendsAMessageARecordOfATopic() {
    server
        .topics()
        .write(
            new OutgoingRecord(
                "t",
                "k".getBytes(StandardCharsets.UTF_8),
                "{\"V\":1}".getBytes(StandardCharsets.UTF_8),
                0));
    Listener listener = ask("{\"ksql\":\"PRINT 't' FROM BEGINNING LIMIT 1;\"}");
    assertThat(listener.next())
        .contains("Key format:")
        .endsWith("rowtime: 1970/01/01 00:00:00.000 Z, key: k, value: {\"V\":1}, partition: 0");
    assertThat(listener.next()).isEqualTo("1000 done");
  }

  @Test
  void closesWithTheReasonWhyARequestIsWrong() {
    assertThat(ask("{\"ksql\":\"SELECT x FROM s EMIT CHANGES;\"}").next())
        .startsWith("1003 ")
        .contains("X");
    assertThat(ask("{\"ksql\":\"LIST STREAMS;\"}").next()).startsWith("1003 ").contains("SELECT");
    assertThat(ask("no JSON").next()).startsWith("1003 ");
    assertThat(open("").next()).startsWith("1003 ").contains("request");
    assertThat(open("?request=%25zz").next()).startsWith("1003 ");
  }

  @Test
  void closesALongReasonWithWhatThereIsRoomFor() {
    String reason = ask("{\"ksql\":\"SELECT " + "é".repeat(200) + " FROM s;\"}").next();
    assertThat(reason.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(128);
  }

  @Test
  void saysThatALaterTryMaySucceed() {
    Listener first = ask(SELECT);
    first.next();
    assertThat(ask(SELECT).next()).startsWith("1013 ");
    assertThat(ask("{\"ksql\":\"SELECT id FROM s EMIT CHANGES;\",\"commandSequenceNumber\":99}"))
        .extracting(Listener::next)
        .asString()
        .startsWith("1013 ");
  }

  @Test
  void tellsThatAQueryFailed() {
    Listener listener = ask(SELECT);
    listener.next();
    running().fail(Diagnostic.error(ErrorCode.KAFKA, "The brokers are gone.").toException());
    assertThat(listener.next()).contains("errorMessage").contains("The brokers are gone.");
    assertThat(listener.next()).isEqualTo("1011 The brokers are gone.");
  }

  @Test
  void isTheOnlySocketAndNotForForeignPages() {
    HttpClient http = HttpClient.newHttpClient();
    String url = server.url().replace("http:", "ws:");
    for (List<String> wrong : List.of(List.of("/ws/other", "http://x"), List.of("/ws/query", ""))) {
      WebSocket.Builder builder = http.newWebSocketBuilder();
      if (wrong.get(1).isEmpty()) {
        builder.header("Origin", "http://evil.example");
      }
      assertThatThrownBy(
              () -> builder.buildAsync(URI.create(url + wrong.get(0)), new Listener()).join())
          .hasMessageContaining("WebSocketHandshakeException");
    }
  }
}
