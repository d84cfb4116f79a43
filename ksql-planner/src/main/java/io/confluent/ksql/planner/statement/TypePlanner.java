package io.confluent.ksql.planner.statement;

import io.confluent.ksql.diagnostic.Diagnostic;
import io.confluent.ksql.diagnostic.ErrorCode;
import io.confluent.ksql.name.Names;
import io.confluent.ksql.parser.ast.CreateType;
import io.confluent.ksql.parser.ast.DropType;
import io.confluent.ksql.planner.Plan;
import io.confluent.ksql.planner.PlanningContext;
import io.confluent.ksql.planner.analyze.TypeBinder;
import io.confluent.ksql.planner.catalog.CatalogChange;
import io.confluent.ksql.schema.ksql.types.SqlType;
import java.util.List;
import java.util.Optional;

/** Plans CREATE TYPE and DROP TYPE. */
public final class TypePlanner {
  private TypePlanner() {}

  /** What the statement comes to. */
  public static Plan create(PlanningContext context, CreateType statement) {
    String name = statement.name().text();
    Optional<SqlType> known = context.catalog().type(name);
    if (known.isPresent()) {
      if (statement.ifNotExists()) {
        return new Plan.Nothing(name + " is already registered with type " + known.get());
      }
      throw Diagnostic.error(
              ErrorCode.TYPE_EXISTS,
              statement.name().span(),
              "There is a type %s already: %s.",
              name,
              known.get())
          .toException();
    }
    SqlType type = TypeBinder.bind(statement.type(), context.catalog());
    return Changes.of(
        context,
        Changes.id("type", name, "create"),
        "Registered custom type with name '%s' and SQL type %s".formatted(name, type),
        List.of(new CatalogChange.PutType(name, type)),
        List.of(),
        Optional.empty());
  }

  /** What the statement comes to. */
  public static Plan drop(PlanningContext context, DropType statement) {
    String name = statement.name().text();
    if (context.catalog().type(name).isEmpty()) {
      if (statement.ifExists()) {
        return new Plan.Nothing("Type '" + name + "' does not exist");
      }
      throw Diagnostic.error(
              ErrorCode.TYPE_NOT_FOUND, statement.name().span(), "There is no type named %s.", name)
          .hint(
              Names.nearest(name, context.catalog().types().keySet())
                  .map("Did you mean %s?"::formatted))
          .toException();
    }
    return Changes.of(
        context,
        Changes.id("type", name, "drop"),
        "Dropped type '" + name + "'",
        List.of(new CatalogChange.DropType(name)),
        List.of(),
        Optional.empty());
  }
}
