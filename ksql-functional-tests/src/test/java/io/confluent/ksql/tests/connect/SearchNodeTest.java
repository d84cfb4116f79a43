package io.confluent.ksql.tests.connect;

import static io.confluent.ksql.connect.TestContext.record;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.confluent.ksql.connect.TestContext;
import io.confluent.ksql.connect.search.SearchSinkTask;
import io.confluent.ksql.embedded.SearchClient;
import io.confluent.ksql.embedded.SearchNodeProcess;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.connect.errors.RetriableException;
import org.apache.kafka.connect.sink.SinkRecord;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The search sink and real nodes of both makes. */
class SearchNodeTest {
  @TempDir Path directory;
  private final TestContext context = TestContext.withDeadLetters();

  private SearchSinkTask task(RealSearchNode node, String... settings) {
    Map<String, String> config = new HashMap<>(Map.of("connection.url", node.url()));
    for (String setting : settings) {
      config.put(setting.split("=", 2)[0], setting.split("=", 2)[1]);
    }
    SearchSinkTask task = new SearchSinkTask();
    task.initialize(context);
    task.start(config);
    return task;
  }

  @ParameterizedTest
  @EnumSource
  void everyRecordIsOneDocument(SearchNodeProcess.Make make) throws Exception {
    try (RealSearchNode node = RealSearchNode.start(make, directory)) {
      SearchClient client = node.client();
      SearchSinkTask byPlace = task(node, "key.ignore=true", "date.fields=AT");
      List<SinkRecord> batch =
          IntStream.range(0, 500)
              .mapToObj(i -> record(i, null, Map.of("ID", i, "AT", 1_546_300_800_000L)))
              .toList();
      byPlace.put(batch);
      byPlace.put(batch);
      assertThat(client.documents("t"))
          .hasSize(500)
          .hasEntrySatisfying(
              "t+0+7",
              document ->
                  assertThat(document).contains("\"ID\":7", "\"AT\":\"2019-01-01T00:00:00Z\""));
      assertThat(mapping(node, "t")).contains("\"AT\":{\"type\":\"date\"}");

      keysNameDocuments(node, client);
      putsAsideOnlyWhatTheNodeRefuses(node, client);
      waitsForANodeThatWasKilled(node, client);
      assertThat(client.documents("none")).isEmpty();
    }
  }

  private void keysNameDocuments(RealSearchNode node, SearchClient client) throws Exception {
    SearchSinkTask byKey = task(node, "index.name=keys");
    byKey.put(List.of(record(0, "a", Map.of("X", 1)), record(1, "b/ä \"", Map.of("X", 1))));
    byKey.put(List.of(record(2, "a", Map.of("X", 2)), record(3, "c", null)));
    byKey.put(List.of(record(4, "b/ä \"", null)));
    assertThat(client.documents("keys")).hasSize(1);
    assertThat(client.documents("keys").get("a")).hasToString("{\"X\":2}");
  }

  private void putsAsideOnlyWhatTheNodeRefuses(RealSearchNode node, SearchClient client)
      throws Exception {
    List<SinkRecord> batch = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      batch.add(record(i, "k" + i, Map.of("N", i)));
    }
    batch.add(record(20, "no number", Map.of("N", "x")));
    batch.add(record(21, "l".repeat(600), Map.of("N", 1)));
    batch.add(record(22, "", Map.of("N", 1)));
    task(node, "index.name=mixed").put(batch);

    assertThat(client.documents("mixed")).hasSize(20);
    assertThat(context.deadLetters())
        .hasSize(3)
        .anySatisfy(text -> assertThat(text).contains("t+0+20", "failed to parse"))
        .anySatisfy(text -> assertThat(text).contains("t+0+21", "512"))
        .anySatisfy(text -> assertThat(text).contains("t+0+22"));
  }

  private void waitsForANodeThatWasKilled(RealSearchNode node, SearchClient client)
      throws Exception {
    SearchSinkTask task = task(node, "index.name=after", "key.ignore=true");
    List<SinkRecord> batch = List.of(record(0, null, Map.of("X", 1)));
    node.kill();
    assertThatThrownBy(() -> task.put(batch)).isInstanceOf(RetriableException.class);
    node.restart();
    node.await();
    task.put(batch);
    assertThat(client.documents("after")).containsOnlyKeys("t+0+0");
    assertThat(client.documents("t")).hasSize(500);
  }

  private static String mapping(RealSearchNode node, String index) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(node.url() + "/" + index + "/_mapping")).build();
    return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()).body();
  }
}
