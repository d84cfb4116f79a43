package io.confluent.ksql.cli.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.confluent.ksql.rest.wire.CommandResult;
import io.confluent.ksql.rest.wire.CommandStatus;
import io.confluent.ksql.rest.wire.Entity;
import io.confluent.ksql.rest.wire.SourceSummary;
import io.confluent.ksql.rest.wire.StreamsList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EntityTextTest {
  @ParameterizedTest
  @ValueSource(ints = {0, 40, 80, 200})
  void writesEveryAnswer(int width) throws Exception {
    List<String> lines = new ArrayList<>();
    for (Entity entity : Samples.all()) {
      lines.add("======== " + entity.entityType());
      lines.addAll(EntityText.lines(entity, width));
    }

    Golden.assertSame("entities-" + width + ".txt", lines);
  }

  @Test
  void everyKindOfAnswerIsAmongTheSamples() {
    assertThat(Samples.all())
        .extracting(Entity::getClass)
        .containsAll(
            Arrays.stream(Entity.class.getPermittedSubclasses())
                .<Class<? extends Entity>>map(type -> type.asSubclass(Entity.class))
                .toList());
  }

  @ParameterizedTest
  @ValueSource(ints = {80, 200})
  void tablesFitTheWidth(int width) {
    for (Entity entity : Samples.all()) {
      assertThat(EntityText.lines(entity, width))
          .filteredOn(line -> line.contains(" | ") || line.startsWith("----"))
          .allSatisfy(line -> assertThat(DisplayText.width(line)).isLessThanOrEqualTo(width));
    }
  }

  @Test
  void writesTheFirstLineOfAMessage() {
    CommandResult result =
        new CommandResult(
            "S;",
            "stream/`X`/create",
            new CommandStatus(
                CommandStatus.Status.SUCCESS, "Stream created\nmore", Optional.empty()),
            1,
            List.of());

    assertThat(EntityText.lines(result, 80))
        .containsExactly(
            "", " Message        ", "----------------", " Stream created ", "----------------");
  }

  @Test
  void sortsStreamsByName() {
    StreamsList list =
        new StreamsList(
            "S;",
            List.of(
                SourceSummary.of("STREAM", "B", "b", "KAFKA", "JSON", false),
                SourceSummary.of("STREAM", "A", "a", "KAFKA", "JSON", true)),
            List.of());

    assertThat(EntityText.lines(list, 0))
        .containsExactly(
            "",
            " Stream Name | Kafka Topic | Key Format | Value Format | Windowed ",
            "------------------------------------------------------------------",
            " A           | a           | KAFKA      | JSON         | true     ",
            " B           | b           | KAFKA      | JSON         | false    ",
            "------------------------------------------------------------------");
  }
}
