package io.confluent.ksql.engine.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.confluent.ksql.planner.catalog.CatalogChange;
import io.confluent.ksql.planner.command.Command;
import io.confluent.ksql.planner.command.Duty;
import io.confluent.ksql.schema.ksql.types.SqlTypes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** What every kind of command log holds. */
public abstract class CommandLogContract {
  private static final Duration SOON = Duration.ofSeconds(10);

  /** Another view of one log: what one node appends the other reads. */
  protected abstract CommandLog open();

  /** A command that is like no other. */
  protected static Command command(String name) {
    return new Command(
        Command.VERSION,
        "CREATE TYPE " + name + " AS INT;",
        "type/" + name + "/create",
        "done",
        List.of(new CatalogChange.PutType(name, SqlTypes.INTEGER)),
        List.of(new Duty.CreateTopic("t", 1, (short) 1, Map.of("retention.ms", "5"))));
  }

  /** A command can be read soon after it was appended, not at once. */
  protected static List<LoggedCommand> readAll(CommandLog log, int count) {
    long deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();
    List<LoggedCommand> read = log.readToEnd();
    while (read.size() < count && System.nanoTime() < deadline) {
      read = log.readToEnd();
    }
    return read;
  }

  private static List<LoggedCommand> logged(Command... commands) {
    List<LoggedCommand> logged = new ArrayList<>();
    for (int i = 0; i < commands.length; i++) {
      logged.add(LoggedCommand.of(i, commands[i]));
    }
    return logged;
  }

  @Test
  void givesBackWhatWasAppendedInOrder() {
    try (CommandLog log = open()) {
      assertThat(log.readToEnd()).isEmpty();
      assertThat(log.append(command("A"), 0)).isZero();
      assertThat(log.append(command("B"), 1)).isEqualTo(1);
      assertThat(readAll(log, 2)).isEqualTo(logged(command("A"), command("B")));
    }
  }

  @Test
  void refusesACommandThatDoesNotKnowAllBeforeIt() {
    try (CommandLog log = open()) {
      log.append(command("A"), 0);
      assertThatThrownBy(() -> log.append(command("B"), 0)).isInstanceOf(StaleLogException.class);
      assertThat(readAll(log, 1)).isEqualTo(logged(command("A")));
      log.append(command("B"), 1);
    }
  }

  @Test
  void readsOnlyFromAnOffset() {
    try (CommandLog log = open()) {
      log.append(command("A"), 0);
      log.append(command("B"), 1);
      List<LoggedCommand> read = new ArrayList<>();
      while (read.isEmpty()) {
        read.addAll(log.read(1, Duration.ofSeconds(5)));
      }
      assertThat(read).containsExactly(LoggedCommand.of(1, command("B")));
      assertThat(log.read(2, Duration.ofMillis(20))).isEmpty();
      assertThat(readAll(log, 2)).hasSize(2);
    }
  }

  @Test
  void waitsForACommand() {
    try (CommandLog log = open()) {
      CompletableFuture<List<LoggedCommand>> reading =
          CompletableFuture.supplyAsync(
              () -> {
                List<LoggedCommand> read = List.of();
                while (read.isEmpty()) {
                  read = log.read(0, Duration.ofSeconds(5));
                }
                return read;
              });
      log.append(command("A"), 0);
      assertThat(reading.join()).isEqualTo(logged(command("A")));
    }
  }

  @Test
  void knowsHowManyCommandsOthersHaveAppended() {
    try (CommandLog one = open();
        CommandLog two = open()) {
      assertThat(two.size(SOON)).isZero();
      one.append(command("A"), 0);
      assertThat(readAll(one, 1)).hasSize(1);
      assertThat(two.size(SOON)).isEqualTo(1);
    }
  }

  @Test
  void letsOneOfTwoNodesComeFirst() {
    try (CommandLog one = open();
        CommandLog two = open()) {
      one.append(command("A"), 0);
      assertThatThrownBy(() -> two.append(command("B"), 0)).isInstanceOf(StaleLogException.class);
      two.append(command("B"), 1);
      one.append(command("C"), 2);
      two.append(command("D"), 3);
      List<LoggedCommand> all = logged(command("A"), command("B"), command("C"), command("D"));
      assertThat(readAll(one, 4)).isEqualTo(all);
      assertThat(readAll(two, 4)).isEqualTo(all);
    }
  }
}
