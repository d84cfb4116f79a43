package io.confluent.ksql.tools.test.cases;

import com.fasterxml.jackson.databind.JsonNode;
import io.confluent.ksql.diagnostic.ErrorCode;
import io.confluent.ksql.planner.facts.TopicFacts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.header.internals.RecordHeaders;

/** Runs one case against a server. */
final class RestRun {
  private static final String QUERY = "SELECT ";
  private static final long REST_MS = 100;
  private static final Duration LONGEST_START = Duration.ofSeconds(10);
  private static final TestCase.Rest NOTHING_MORE =
      new TestCase.Rest(List.of(), Optional.empty(), false, false, false);

  private final TestCase test;
  private final TestCase.Rest expected;
  private final RestLane lane;
  private final RestClient client;
  private final List<String> statements = new ArrayList<>();
  private final List<String> queries = new ArrayList<>();
  private final List<RestResponses.Response> responses = new ArrayList<>();

  RestRun(TestCase test, RestLane lane) {
    this.test = test;
    this.expected = test.rest().orElse(NOTHING_MORE);
    this.lane = lane;
    this.client = lane.client(test.properties());
    for (String statement : test.statements()) {
      (isQuery(statement) ? queries : statements).add(statement);
    }
  }

  private static boolean isQuery(String statement) {
    return statement.toUpperCase(Locale.ROOT).startsWith(QUERY);
  }

  /** Throws a {@link CaseFailure} if something does not hold that the case says. */
  void run() {
    try (ShadowCatalog shadow = new ShadowCatalog(test, lane.functions())) {
      shadow.setUp();
      shadow.topics().forEach(this::makeTopic);
      awaitTopics(shadow.topics().keySet());
      List<String> written = List.copyOf(statements);
      statements.replaceAll(RestSchemas.copy(shadow.registry(), lane.registry())::withIds);
      if (queries.isEmpty() && expected.failure().isPresent()) {
        runToError();
        return;
      }
      require(client.ksql(String.join("\n", statements)), "The statements failed.")
          .forEach(entity -> responses.add(new RestResponses.Response("admin", entity, "")));
      shadow.execute(written);
      RestTopics topics = new RestTopics(lane, shadow.catalog());
      if (expected.queryFirst()) {
        askFirst(topics);
      } else {
        feed(topics);
        ask();
      }
      if (expected.protobuf()) {
        queries.forEach(this::askForProtobuf);
      }
      topics.check(test);
      new RestResponses(expected).check(responses);
    }
  }

  private void makeTopic(String name, TopicFacts facts) {
    try {
      lane.admin()
          .createTopics(List.of(new NewTopic(name, facts.partitions(), (short) facts.replicas())))
          .all()
          .get();
    } catch (ExecutionException e) {
      if (!(e.getCause() instanceof TopicExistsException)) {
        throw new CaseFailure("The topic " + name + " cannot be made", e);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CaseFailure("Interrupted", e);
    }
  }

  /** The broker hears a little later than the controller of what was made. */
  private void awaitTopics(Set<String> names) {
    while (!RestLane.get(() -> lane.admin().listTopics().names().get()).containsAll(names)) {
      Thread.onSpinWait();
    }
  }

  private static JsonNode require(RestClient.Answer answer, String message) {
    if (!answer.isOk()) {
      throw new CaseFailure(message + System.lineSeparator() + "  " + answer.text());
    }
    return answer.body();
  }

  /** All together must fail because of the last one; without it they must not. */
  private void runToError() {
    String last = statements.get(statements.size() - 1);
    checkFailure(client.ksql(String.join("\n", statements)), last);
    List<String> others = statements.subList(0, statements.size() - 1);
    if (!others.isEmpty()) {
      require(client.ksql(String.join("\n", others)), "Statements before the last one failed.");
    }
  }

  private void askFirst(RestTopics topics) {
    try (RestClient.Open open = client.query(queries.get(0), "/query")) {
      open.awaitHeader();
      awaitRunning();
      feed(topics);
      add(queries.get(0), open.answer());
    }
  }

  /**
   * Kafka needs a moment to give a new query its partitions; what it writes before is missed. A
   * query that ends at once is never seen.
   */
  private void awaitRunning() {
    awaitConsumed();
    long deadline = System.nanoTime() + LONGEST_START.toNanos();
    boolean running = false;
    while (!running && System.nanoTime() < deadline) {
      for (JsonNode query : RestClient.listed(client.ksql("LIST QUERIES;"), "queries")) {
        running |= query.path("queryType").asText().equals("PUSH");
      }
    }
  }

  private void feed(RestTopics topics) {
    for (TestCase.Message message : test.inputs()) {
      TopicCodecs codec = topics.codecs(message.topic());
      RecordHeaders headers = new RecordHeaders();
      message
          .headers()
          .forEach(
              header ->
                  headers.add(
                      header.key(),
                      header.value() == null ? null : Base64.getDecoder().decode(header.value())));
      lane.producer()
          .send(
              new ProducerRecord<>(
                  message.topic(),
                  null,
                  message.timestamp().orElse(0),
                  codec.keyBytes(message),
                  codec.valueBytes(message.value()),
                  headers));
    }
    lane.producer().flush();
  }

  private void awaitConsumed() {
    List<String> groups = new ArrayList<>();
    for (JsonNode query : RestClient.listed(client.ksql("LIST QUERIES;"), "queries")) {
      if (query.path("queryType").asText().equals("PERSISTENT")) {
        groups.add(
            "_confluent-ksql-" + RestCases.SERVICE_ID + "query_" + query.path("id").asText());
      }
    }
    new Consumption(lane.admin(), groups).await();
  }

  private void ask() {
    awaitConsumed();
    RestLane.get(
        () -> {
          Thread.sleep(REST_MS);
          return null;
        });
    for (int i = 0; i < queries.size(); i++) {
      RestClient.Answer answer = client.query(queries.get(i));
      if (i == queries.size() - 1 && expected.failure().isPresent()) {
        checkFailure(answer, queries.get(i));
      } else {
        add(queries.get(i), answer);
      }
    }
  }

  private void askForProtobuf(String query) {
    JsonNode rows = require(client.protobuf(query), "The query failed: " + query);
    responses.add(new RestResponses.Response("queryProto", ProtobufText.of(rows), query));
  }

  private void add(String query, RestClient.Answer answer) {
    JsonNode rows = require(answer, "The query failed: " + query);
    if (!rows.isArray()) {
      throw new CaseFailure("The answer is no array: " + answer.text());
    }
    responses.add(new RestResponses.Response("query", rows, query));
  }

  private void checkFailure(RestClient.Answer answer, String statement) {
    TestCase.Failure failure = expected.failure().orElseThrow();
    if (answer.isOk()) {
      throw new CaseFailure(
          "This was accepted and should not: %s%n  %s".formatted(statement, answer.text()));
    }
    boolean statusAgrees =
        failure.status().isEmpty() || failure.status().getAsInt() == answer.status();
    boolean kindAgrees =
        !failure.ofStatement()
            || answer.body().path("@type").asText().equals("statement_error")
                && answer.body().path("statementText").asText().equals(statement);
    if (!statusAgrees || !kindAgrees || !isMeant(answer.body().path("code").asText())) {
      throw new CaseFailure(
          "Another error was expected: %s%n  actual %d %s"
              .formatted(failure, answer.status(), answer.text()));
    }
  }

  /** Whether an error is one of the statement, and not that we cannot do it. */
  private static boolean isMeant(String label) {
    return Arrays.stream(ErrorCode.values())
        .filter(code -> code.label().equals(label))
        .anyMatch(code -> code != ErrorCode.NOT_SUPPORTED && code.kind() == ErrorCode.Kind.USER);
  }
}
