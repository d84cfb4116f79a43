package io.confluent.ksql.planner.command;

import io.confluent.ksql.planner.catalog.CatalogChange;
import java.util.List;
import java.util.Objects;

/**
 * One record of the command log: everything that a statement does, planned. Replaying it never
 * parses and never plans.
 *
 * @param version version of this shape, {@link #VERSION} when written by this release
 * @param sql the statement, secrets masked; for people only
 * @param commandId who asked for it: kind, name and action, as the HTTP API names commands
 * @param message what the user is told when it is done
 * @param changes what it changes in the catalog, in order
 * @param duties what it makes true outside, in order, before queries start
 */
public record Command(
    int version,
    String sql,
    String commandId,
    String message,
    List<CatalogChange> changes,
    List<Duty> duties) {
  /** The version that this release writes. */
  public static final int VERSION = 1;

  public Command {
    Objects.requireNonNull(sql, "sql");
    Objects.requireNonNull(commandId, "commandId");
    Objects.requireNonNull(message, "message");
    changes = List.copyOf(changes);
    duties = List.copyOf(duties);
  }
}
