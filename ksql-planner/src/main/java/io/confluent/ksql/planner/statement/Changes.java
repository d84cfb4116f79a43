package io.confluent.ksql.planner.statement;

import io.confluent.ksql.planner.Plan;
import io.confluent.ksql.planner.PlanningContext;
import io.confluent.ksql.planner.catalog.CatalogChange;
import io.confluent.ksql.planner.catalog.Source;
import io.confluent.ksql.planner.command.Command;
import io.confluent.ksql.planner.command.Duty;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Makes commands; one place for the ids by which the HTTP API names them. */
final class Changes {
  private Changes() {}

  /** The id of a command that makes a stream or table or writes to it. */
  static String createId(Source.Kind kind, String name) {
    return kind.name().toLowerCase(Locale.ROOT) + "/`" + name + "`/create";
  }

  /** The id of another command. */
  static String id(String kind, String name, String action) {
    return kind.toLowerCase(Locale.ROOT) + "/" + name + "/" + action;
  }

  static Plan.Change of(
      PlanningContext context,
      String commandId,
      String message,
      List<CatalogChange> changes,
      List<Duty> duties,
      Optional<String> queryId) {
    return new Plan.Change(
        new Command(Command.VERSION, context.sql(), commandId, message, changes, duties), queryId);
  }
}
