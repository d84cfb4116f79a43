package io.confluent.ksql.planner.statement;

import io.confluent.ksql.diagnostic.Diagnostic;
import io.confluent.ksql.diagnostic.ErrorCode;
import io.confluent.ksql.parser.ast.AlterSource;
import io.confluent.ksql.planner.Plan;
import io.confluent.ksql.planner.PlanningContext;
import io.confluent.ksql.planner.catalog.CatalogChange;
import io.confluent.ksql.planner.catalog.Source;
import io.confluent.ksql.schema.Column;
import io.confluent.ksql.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Plans ALTER STREAM and ALTER TABLE, which add value columns. */
public final class AlterPlanner {
  private AlterPlanner() {}

  /** What the statement comes to. */
  public static Plan plan(PlanningContext context, AlterSource statement) {
    Source source = Existing.source(context, statement.name(), Existing.kind(statement.kind()));
    if (source.createdBy().isPresent() || source.readOnly()) {
      throw Diagnostic.error(
              ErrorCode.NOT_UPGRADEABLE,
              statement.name().span(),
              source.readOnly()
                  ? "%s is read-only and cannot be altered."
                  : "%s is filled by a query and cannot be altered.",
              source.name())
          .hint(
              source.readOnly()
                  ? Optional.empty()
                  : Optional.of("CREATE OR REPLACE changes the query."))
          .toException();
    }
    List<Column> value = new ArrayList<>(source.schema().value());
    List<Column> added = DeclaredColumns.of(statement.added(), context.catalog()).value();
    for (int i = 0; i < added.size(); i++) {
      Column column = added.get(i);
      boolean header = source.headers().stream().anyMatch(h -> h.name().equals(column.name()));
      if (header || source.schema().all().stream().anyMatch(c -> c.name().equals(column.name()))) {
        throw Diagnostic.error(
                ErrorCode.COLUMN_DUPLICATE,
                statement.added().get(i).name().span(),
                "There is a column named %s already.",
                column.name())
            .toException();
      }
      value.add(column);
    }
    Source altered =
        new Source(
            source.name(),
            source.kind(),
            context.sql(),
            new Schema(source.schema().key(), value),
            source.headers(),
            source.topic(),
            source.keyFormat(),
            source.valueFormat(),
            source.window(),
            source.timestamp(),
            false,
            Optional.empty());
    return Changes.of(
        context,
        Changes.id(source.kind().name(), source.name(), "alter"),
        "%s %s altered.".formatted(source.kind().title(), source.name()),
        List.of(new CatalogChange.PutSource(altered)),
        List.of(),
        Optional.empty());
  }
}
