package io.confluent.ksql.engine.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.confluent.ksql.diagnostic.DiagnosticException;
import io.confluent.ksql.diagnostic.ErrorCode;
import io.confluent.ksql.planner.command.Duty;
import io.confluent.ksql.planner.facts.TopicFacts;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** What every kind of topics, writers and tails holds. */
public abstract class TopicsContract {
  protected abstract Topics topics();

  protected abstract RecordWriter writer();

  protected abstract TopicTail.Opener tails();

  /** A name that no other test uses. */
  protected abstract String newName();

  private static Duty.CreateTopic topic(String name, int partitions) {
    return new Duty.CreateTopic(name, partitions, (short) 1, Map.of("retention.ms", "3600000"));
  }

  @Test
  void makesATopicAndDescribesIt() {
    String name = newName();
    topics().create(topic(name, 3));
    assertThat(topics().describe(List.of(name, newName())))
        .isEqualTo(Map.of(name, new TopicFacts(3, 1, OptionalLong.of(3_600_000))));
    assertThat(topics().all().get(name).partitions()).isEqualTo(3);
  }

  @Test
  void makesATopicOnce() {
    String name = newName();
    topics().create(topic(name, 3));
    topics().create(topic(name, 3));
    assertThatThrownBy(() -> topics().create(topic(name, 4)))
        .isInstanceOfSatisfying(
            DiagnosticException.class,
            e -> assertThat(e.diagnostic().code()).isEqualTo(ErrorCode.TOPIC_MISMATCH));
    assertThat(topics().describe(List.of(name)).get(name).partitions()).isEqualTo(3);
  }

  @Test
  void checksWithoutMaking() {
    String name = newName();
    topics().check(topic(name, 3));
    assertThat(topics().describe(List.of(name))).isEmpty();
    assertThatThrownBy(() -> topics().check(topic(name, 0)))
        .isInstanceOf(DiagnosticException.class);
    assertThatThrownBy(() -> topics().check(topic("x".repeat(300), 1)))
        .isInstanceOf(DiagnosticException.class);
    topics().create(topic(name, 3));
    topics().check(topic(name, 3));
    assertThatThrownBy(() -> topics().check(topic(name, 4)))
        .isInstanceOf(DiagnosticException.class);
  }

  @Test
  void deletesWhatIsThere() {
    String name = newName();
    topics().create(topic(name, 1));
    topics().delete(name);
    topics().delete(name);
    assertThat(topics().describe(List.of(name))).isEmpty();
  }

  @Test
  void asksForNothing() {
    assertThat(topics().describe(List.of())).isEmpty();
  }

  @Test
  void tailsATopicFromItsBeginningOrItsEnd() {
    String name = newName();
    topics().create(topic(name, 1));
    write(name, "1");
    try (TopicTail all = tails().open(name, TopicTail.Start.BEGINNING);
        TopicTail end = tails().open(name, TopicTail.Start.END)) {
      write(name, "2");
      assertThat(values(all, 2)).containsExactly("1", "2");
      assertThat(values(end, 1)).containsExactly("2");
      assertThat(end.poll(Duration.ofMillis(10))).isEmpty();
    }
  }

  @Test
  void goesOnWithATailWhereAnotherHasStopped() {
    String name = newName();
    topics().create(topic(name, 1));
    write(name, "1");
    Map<Integer, Long> positions;
    try (TopicTail tail = tails().open(name, TopicTail.Start.BEGINNING)) {
      assertThat(values(tail, 1)).containsExactly("1");
      positions = tail.positions();
    }
    write(name, "2");
    assertThat(positions).isEqualTo(Map.of(0, 1L));
    try (TopicTail tail = tails().open(name, TopicTail.Start.at(positions))) {
      assertThat(values(tail, 1)).containsExactly("2");
    }
    assertThatThrownBy(() -> tails().open(name, TopicTail.Start.at(Map.of(0, 9L))))
        .isInstanceOf(DiagnosticException.class)
        .hasMessageContaining("no offset 9");
  }

  @Test
  void saysWhatPartitionsHold() {
    String name = newName();
    topics().create(topic(name, 2));
    write(name, "1");
    write(name, "2");
    Map<String, List<OffsetRange>> offsets = topics().offsets(List.of(name, newName()));
    assertThat(offsets).containsOnlyKeys(name);
    assertThat(offsets.get(name)).extracting(OffsetRange::partition).containsExactly(0, 1);
    assertThat(offsets.get(name).stream().mapToLong(OffsetRange::size).sum()).isEqualTo(2);
    assertThat(topics().offsets(List.of())).isEmpty();
  }

  @Test
  void knowsNothingOfAGroupThatHasReadNothing() {
    assertThat(topics().committed("group-" + newName())).isEmpty();
  }

  private void write(String topic, String value) {
    writer().write(new OutgoingRecord(topic, null, value.getBytes(StandardCharsets.UTF_8), 1000));
  }

  private static List<String> values(TopicTail tail, int count) {
    List<String> values = new ArrayList<>();
    while (values.size() < count) {
      for (IncomingRecord record : tail.poll(Duration.ofSeconds(1))) {
        assertThat(record.timestamp()).isEqualTo(1000);
        assertThat(record.key()).isNull();
        values.add(new String(record.value(), StandardCharsets.UTF_8));
      }
    }
    return values;
  }
}
