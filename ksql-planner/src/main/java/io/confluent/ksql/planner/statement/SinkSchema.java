package io.confluent.ksql.planner.statement;

import io.confluent.ksql.diagnostic.Diagnostic;
import io.confluent.ksql.diagnostic.ErrorCode;
import io.confluent.ksql.planner.PlanningContext;
import io.confluent.ksql.planner.catalog.Source;
import io.confluent.ksql.planner.facts.SchemaFacts;
import io.confluent.ksql.schema.Column;
import io.confluent.ksql.schema.Schema;
import java.util.List;
import java.util.Optional;

/** Holds the value of a result against the registered schema that it is to be written with. */
final class SinkSchema {
  private static final String VALUE_SCHEMA_ID = "VALUE_SCHEMA_ID";

  private final PlanningContext context;
  private final WithClause with;

  SinkSchema(PlanningContext context, WithClause with) {
    this.context = context;
    this.with = with;
  }

  /** The columns must be the first of the schema, in its order; the schema may have more. */
  void check(Source sink) {
    Optional<Long> id = with.number(VALUE_SCHEMA_ID);
    if (id.isEmpty()) {
      return;
    }
    String subject = Registrations.subject(sink.topic(), Schema.Side.VALUE);
    Optional<SchemaFacts> schema = context.facts().schema(subject, id.get().intValue());
    if (schema.isEmpty() || !schema.get().isRecord()) {
      return;
    }
    List<Column> known = schema.get().columns();
    List<Column> columns = sink.schema().value();
    for (int i = 0; i < columns.size(); i++) {
      if (i >= known.size() || !known.get(i).equals(columns.get(i))) {
        throw Diagnostic.error(
                ErrorCode.INVALID_PROJECTION,
                with.span(VALUE_SCHEMA_ID),
                "The column %s is not number %d of the schema %d, whose columns are %s.",
                columns.get(i),
                i + 1,
                id.get(),
                known)
            .hint("SELECT the columns of the schema in their order.")
            .toException();
      }
    }
  }
}
