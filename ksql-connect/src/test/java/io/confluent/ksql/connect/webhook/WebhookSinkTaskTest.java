package io.confluent.ksql.connect.webhook;

import static io.confluent.ksql.connect.TestContext.record;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.confluent.ksql.connect.Posts;
import io.confluent.ksql.connect.TestContext;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.errors.RetriableException;
import org.apache.kafka.connect.sink.SinkRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class WebhookSinkTaskTest {
  private final TestContext context = TestContext.withDeadLetters();
  private final Deque<Integer> statuses = new ArrayDeque<>();
  private Posts posts;

  @BeforeEach
  void start() throws Exception {
    posts = new Posts(post -> Posts.Answer.of(statuses.isEmpty() ? 204 : statuses.remove(), ""));
  }

  @AfterEach
  void stop() {
    posts.close();
  }

  private WebhookSinkTask task(Map<String, String> more) {
    Map<String, String> config = new HashMap<>(more);
    config.put("webhook.url", posts.url() + "/alerts");
    WebhookSinkTask task = new WebhookSinkTask();
    task.initialize(context);
    task.start(config);
    return task;
  }

  @Test
  void postsAlertsInOrderAndRepeatsOnlyWhatDidNotArrive() {
    statuses.addAll(List.of(200, 503));
    WebhookSinkTask task = task(Map.of("webhook.authorization", "Bearer x"));
    List<SinkRecord> batch =
        List.of(
            record(0, "a", Map.of("ID", 1)),
            record(1, "a", "{\"ID\": 2}"),
            record(2, "a", null),
            record(3, "a", "101,2.5"),
            record(4, "a", "{\"N\":0.12345678901234567890,\n\"M\":1.10}"),
            record(5, "a", "{} 7"));

    assertThatThrownBy(() -> task.put(batch)).isInstanceOf(RetriableException.class);
    task.put(batch);

    assertThat(posts.bodies())
        .containsExactly(
            "{\"ID\":1}",
            "{\"ID\":2}",
            "{\"ID\":2}",
            "\"101,2.5\"",
            "{\"N\":0.12345678901234567890,\"M\":1.10}",
            "\"{} 7\"");
    assertThat(posts.received())
        .allSatisfy(post -> assertThat(post.path()).isEqualTo("/alerts"))
        .allSatisfy(
            post -> assertThat(post.headers().get("Authorization")).containsExactly("Bearer x"))
        .extracting(post -> post.headers().get("Idempotency-key").get(0))
        .containsExactly("t+0+0", "t+0+1", "t+0+1", "t+0+3", "t+0+4", "t+0+5");
  }

  @Test
  void putsAsideWhatTheServerRefuses() {
    statuses.add(400);
    task(Map.of()).put(List.of(record(0, "a", Map.of()), record(1, "a", Map.of("X", 1))));

    assertThat(posts.bodies()).containsExactly("{}", "{\"X\":1}");
    assertThat(context.deadLetters())
        .singleElement()
        .asString()
        .contains("t+0+0", "HTTP status 400");
  }

  @Test
  void postsArraysWhereManyMayGoAtOnce() {
    task(Map.of("batch.size", "2"))
        .put(
            List.of(
                record(0, "a", Map.of("X", 1)),
                record(1, "a", Map.of("X", 2)),
                record(2, "a", Map.of("X", 3))));
    assertThat(posts.bodies()).containsExactly("[{\"X\":1},{\"X\":2}]", "[{\"X\":3}]");
    assertThat(keys().get(1)).isEqualTo("t+0+2");
  }

  @Test
  void otherRecordsHaveAnotherKey() throws Exception {
    SinkRecord first = record(0, "a", Map.of("X", 1));
    SinkRecord second = record(1, "a", Map.of("X", 2));
    SinkRecord third = record(2, "a", Map.of("X", 3));
    Map<String, String> three = Map.of("batch.size", "3");
    task(three).put(List.of(first, second));
    task(three).put(List.of(first, second));
    // After a restart the worker may give it more at once.
    task(three).put(List.of(first, second, third));

    assertThat(keys().get(1)).isEqualTo(keys().get(0));
    assertThat(keys().get(2)).isNotEqualTo(keys().get(0));
  }

  private List<String> keys() {
    return posts.received().stream()
        .map(post -> post.headers().get("Idempotency-key").get(0))
        .toList();
  }
}
