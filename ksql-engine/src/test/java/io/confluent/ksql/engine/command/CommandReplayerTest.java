package io.confluent.ksql.engine.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.confluent.ksql.diagnostic.DiagnosticException;
import io.confluent.ksql.engine.facts.DutyRunner;
import io.confluent.ksql.engine.topics.InMemoryTopics;
import io.confluent.ksql.planner.catalog.CatalogChange;
import io.confluent.ksql.planner.catalog.FormatSpec;
import io.confluent.ksql.planner.catalog.PersistentQuery;
import io.confluent.ksql.planner.catalog.Source;
import io.confluent.ksql.planner.command.Command;
import io.confluent.ksql.planner.command.Duty;
import io.confluent.ksql.planner.physical.PhysicalPlan;
import io.confluent.ksql.planner.physical.ScanStep;
import io.confluent.ksql.planner.physical.StepId;
import io.confluent.ksql.schema.Column;
import io.confluent.ksql.schema.Schema;
import io.confluent.ksql.schema.ksql.types.SqlTypes;
import io.confluent.ksql.serde.Formats;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class CommandReplayerTest {
  private static final Duration SOON = Duration.ofSeconds(10);
  private static final FormatSpec JSON = new FormatSpec("JSON", Map.of(), true);
  private static final Schema SCHEMA =
      new Schema(List.of(), List.of(new Column("V", SqlTypes.INTEGER)));

  private final InMemoryCommandLog log = new InMemoryCommandLog();
  private final InMemoryTopics topics = new InMemoryTopics();
  private final List<String> calls = new ArrayList<>();
  private final CommandReplayer replayer = replayer(log);

  private CommandReplayer replayer(CommandLog from) {
    return new CommandReplayer(
        from, new DutyRunner(topics, Formats.installed(), Optional.empty()), new Calls());
  }

  @AfterEach
  void close() {
    replayer.close();
  }

  /** Writes down what it is told. */
  private final class Calls implements PersistentQueries {
    private synchronized void called(String call) {
      calls.add(call);
    }

    @Override
    public void start(PersistentQuery query) {
      if (query.id().startsWith("BAD")) {
        throw new IllegalStateException("It does not run.");
      }
      called("start " + query.id() + " " + query.state());
    }

    @Override
    public void startFresh(PersistentQuery query, String topic) {
      called("empty " + topic);
      start(query);
    }

    @Override
    public void drop(String queryId) {
      called("drop " + queryId);
    }

    @Override
    public void replace(PersistentQuery query) {
      called("replace " + query.id());
    }

    @Override
    public void pause(String queryId) {
      called("pause " + queryId);
    }

    @Override
    public void resume(String queryId) {
      called("resume " + queryId);
    }
  }

  private static Source source(String name) {
    return new Source(
        name,
        Source.Kind.STREAM,
        "",
        SCHEMA,
        List.of(),
        "topic-" + name,
        FormatSpec.NONE,
        JSON,
        Optional.empty(),
        Optional.empty(),
        false,
        Optional.empty());
  }

  private static PersistentQuery query(String id, String topic) {
    ScanStep scan =
        new ScanStep(
            new StepId("Scan"),
            Source.Kind.STREAM,
            "S",
            topic,
            FormatSpec.NONE,
            JSON,
            SCHEMA,
            List.of(),
            SCHEMA,
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    return new PersistentQuery(
        id,
        PersistentQuery.Kind.INSERT,
        "",
        Set.of("S"),
        Optional.empty(),
        new PhysicalPlan(scan),
        Map.of(),
        PersistentQuery.State.RUNNING);
  }

  private static Command command(List<CatalogChange> changes, Duty... duties) {
    return new Command(
        1, "sql", "a/" + changes.hashCode() + "/b", "done", changes, List.of(duties));
  }

  private static Command createSource(String name) {
    return command(
        List.of(new CatalogChange.PutSource(source(name))),
        new Duty.CreateTopic("topic-" + name, 1, (short) 1, Map.of()));
  }

  private static Command dropSource(String name) {
    return command(
        List.of(new CatalogChange.DropSource(name)),
        new Duty.DeleteTopic("topic-" + name, List.of()));
  }

  private static Command put(PersistentQuery query) {
    return command(List.of(new CatalogChange.PutQuery(query)));
  }

  private void append(Command... commands) {
    for (Command command : commands) {
      log.append(command, log.readToEnd().size());
    }
  }

  private void await(long commands) {
    assertThat(replayer.await(commands, SOON)).isTrue();
  }

  @Test
  void startsOnlyWhatIsLeftAtTheEndOfTheLog() {
    append(
        put(query("A", "t")),
        put(query("B", "t")),
        command(List.of(new CatalogChange.DropQuery("A"))),
        command(List.of(new CatalogChange.SetQueryState("B", PersistentQuery.State.PAUSED))));
    replayer.start();
    assertThat(calls).containsExactly("start B PAUSED");
    assertThat(replayer.version().nextCommand()).isEqualTo(4);
  }

  @Test
  void followsTheCommandsOfOtherNodes() {
    replayer.start();
    append(put(query("A", "t")));
    await(1);
    append(command(List.of(new CatalogChange.SetQueryState("A", PersistentQuery.State.PAUSED))));
    await(2);
    append(command(List.of(new CatalogChange.SetQueryState("A", PersistentQuery.State.RUNNING))));
    await(3);
    append(put(query("A", "other")));
    await(4);
    append(command(List.of(new CatalogChange.DropQuery("A"))));
    await(5);
    assertThat(calls)
        .containsExactly("start A RUNNING", "pause A", "resume A", "replace A", "drop A");
  }

  @Test
  void makesTopicsThatAreMissingButNotThoseThatWereGivenUp() {
    append(createSource("KEPT"), createSource("GONE"), dropSource("GONE"));
    replayer.start();
    assertThat(topics.all()).containsOnlyKeys("topic-KEPT");
  }

  @Test
  void deletesATopicForItsOwnCommandOnly() {
    append(createSource("A"), createSource("B"));
    replayer.start();
    replayer.expect(2, dropSource("A"));
    append(dropSource("A"), dropSource("B"));
    await(4);
    assertThat(topics.all()).containsOnlyKeys("topic-B");
  }

  @Test
  void doesNotDeleteATopicAtARestart() {
    topics.create(new Duty.CreateTopic("topic-A", 1, (short) 1, Map.of()));
    append(createSource("A"), dropSource("A"));
    replayer.start();
    assertThat(topics.all()).containsOnlyKeys("topic-A");
  }

  private static Command putFresh(String old, PersistentQuery query) {
    return command(
        List.of(new CatalogChange.DropQuery(old), new CatalogChange.PutQuery(query)),
        new Duty.EmptyTopic("o", query.id()));
  }

  @Test
  void emptiesATopicBetweenTheOldQueryAndTheNewOneForItsOwnCommandOnly() {
    append(put(query("A", "t")));
    replayer.start();
    replayer.expect(1, putFresh("A", query("B", "t")));
    append(putFresh("A", query("B", "t")));
    await(2);
    append(putFresh("B", query("C", "t")));
    await(3);
    assertThat(calls)
        .containsExactly(
            "start A RUNNING", "drop A", "empty o", "start B RUNNING", "drop B", "start C RUNNING");
  }

  @Test
  void emptiesNoTopicAtARestart() {
    append(put(query("A", "t")), putFresh("A", query("B", "t")));
    replayer.start();
    assertThat(calls).containsExactly("start B RUNNING");
  }

  @Test
  void goesOnAfterACommandThatFails() {
    topics.create(new Duty.CreateTopic("topic-A", 9, (short) 1, Map.of()));
    replayer.start();
    append(createSource("A"), put(query("BAD", "t")), put(query("GOOD", "t")));
    await(3);
    assertThat(replayer.version().catalog().source("A")).isPresent();
    assertThat(replayer.states().values())
        .extracting(CommandState::stage)
        .contains(CommandState.Stage.ERROR);
    assertThat(calls).contains("start GOOD RUNNING");
  }

  @Test
  void stopsBeforeACommandOfALaterReleaseAndSaysSo() {
    CommandLog later =
        new CommandLog() {
          @Override
          public long append(Command command, long expectedOffset) {
            throw new AssertionError();
          }

          @Override
          public List<LoggedCommand> read(long from, Duration wait) {
            return List.of();
          }

          @Override
          public List<LoggedCommand> readToEnd() {
            return List.of(
                LoggedCommand.of(0, put(query("A", "t"))),
                LoggedCommand.unreadable(1, "Command 1 has version 2."),
                LoggedCommand.of(2, put(query("C", "t"))));
          }

          @Override
          public long size(Duration wait) {
            throw new AssertionError();
          }

          @Override
          public void close() {
            // Nothing is open.
          }
        };
    try (CommandReplayer stopped = replayer(later)) {
      stopped.start();
      assertThat(stopped.problem()).contains("Command 1 has version 2.");
      assertThat(calls).containsExactly("start A RUNNING");
      assertThat(stopped.await(3, Duration.ofMillis(10))).isFalse();
    }
  }

  @Test
  void catchesUpWithWhatIsNotKnown() {
    replayer.start();
    CatalogVersion none = replayer.version();
    assertThat(replayer.catchUp(none)).isFalse();
    append(put(query("A", "t")));
    assertThat(replayer.catchUp(none)).isTrue();
    assertThat(replayer.catchUp(none)).isTrue();
    assertThat(replayer.catchUp(replayer.version())).isFalse();
  }

  @Test
  void doesNotWaitLongerThanAsked() {
    replayer.start();
    assertThat(replayer.await(1, Duration.ofMillis(20))).isFalse();
  }

  @Test
  void doesNotStartOnALogThatCannotBeRead() {
    CommandLog foreign =
        new CommandLog() {
          @Override
          public long append(Command command, long expectedOffset) {
            throw new AssertionError();
          }

          @Override
          public List<LoggedCommand> read(long from, Duration wait) {
            throw new AssertionError();
          }

          @Override
          public List<LoggedCommand> readToEnd() {
            CommandRecord.read(0, new byte[0]);
            throw new AssertionError();
          }

          @Override
          public long size(Duration wait) {
            throw new AssertionError();
          }

          @Override
          public void close() {
            // Nothing is open.
          }
        };
    try (CommandReplayer stopped = replayer(foreign)) {
      assertThatThrownBy(stopped::start).isInstanceOf(DiagnosticException.class);
    }
  }
}
