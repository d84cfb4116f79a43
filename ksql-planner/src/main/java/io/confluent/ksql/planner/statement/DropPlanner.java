package io.confluent.ksql.planner.statement;

import io.confluent.ksql.diagnostic.Diagnostic;
import io.confluent.ksql.diagnostic.ErrorCode;
import io.confluent.ksql.parser.ast.DropSource;
import io.confluent.ksql.planner.Plan;
import io.confluent.ksql.planner.PlanningContext;
import io.confluent.ksql.planner.catalog.Catalog;
import io.confluent.ksql.planner.catalog.CatalogChange;
import io.confluent.ksql.planner.catalog.PersistentQuery;
import io.confluent.ksql.planner.catalog.Source;
import io.confluent.ksql.planner.command.Duty;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Plans DROP STREAM and DROP TABLE. The query that fills the source ends with it; anything else
 * that reads or writes it must be ended first.
 */
public final class DropPlanner {
  private DropPlanner() {}

  /** What the statement comes to. */
  public static Plan plan(PlanningContext context, DropSource statement) {
    String name = statement.name().text();
    if (statement.ifExists() && context.catalog().source(name).isEmpty()) {
      return new Plan.Nothing("Source " + name + " does not exist.");
    }
    Source source = Existing.source(context, statement.name(), Existing.kind(statement.kind()));
    checkUnused(context, statement, source);
    if (statement.deleteTopic() && source.readOnly()) {
      throw Diagnostic.error(
              ErrorCode.SOURCE_IN_USE,
              statement.name().span(),
              "%s is read-only, so its topic cannot be deleted with it.",
              name)
          .toException();
    }
    List<CatalogChange> changes = new ArrayList<>();
    source.createdBy().ifPresent(id -> changes.add(new CatalogChange.DropQuery(id)));
    changes.add(new CatalogChange.DropSource(name));
    return Changes.of(
        context,
        Changes.id(source.kind().name(), name, "drop"),
        "Source `%s` (topic: %s) was dropped.".formatted(name, source.topic()),
        changes,
        statement.deleteTopic()
            ? List.of(
                new Duty.DeleteTopic(
                    source.topic(), Registrations.subjects(context.formats(), source)))
            : List.of(),
        Optional.empty());
  }

  private static void checkUnused(PlanningContext context, DropSource statement, Source source) {
    Catalog catalog = context.catalog();
    List<PersistentQuery> users = new ArrayList<>(catalog.readersOf(source.name()));
    users.addAll(catalog.writersOf(source.name()));
    List<String> ids =
        users.stream()
            .filter(query -> query.kind() == PersistentQuery.Kind.INSERT)
            .map(PersistentQuery::id)
            .distinct()
            .toList();
    if (!ids.isEmpty()) {
      throw Diagnostic.error(
              ErrorCode.SOURCE_IN_USE,
              statement.name().span(),
              "%s is still read or written by %s.",
              source.name(),
              String.join(", ", ids))
          .hint("TERMINATE " + ids.get(0) + "; ends " + (ids.size() > 1 ? "the first." : "it."))
          .toException();
    }
    List<Source> made = catalog.madeFrom(source.name());
    if (!made.isEmpty()) {
      throw Diagnostic.error(
              ErrorCode.SOURCE_IN_USE,
              statement.name().span(),
              "%s stays while there is what was made from it: %s.",
              source.name(),
              made.stream().map(Source::name).collect(Collectors.joining(", ")))
          .hint("DROP %s %s; comes first.".formatted(made.get(0).kind(), made.get(0).name()))
          .toException();
    }
  }
}
