package io.confluent.ksql.planner.statement;

import io.confluent.ksql.diagnostic.Diagnostic;
import io.confluent.ksql.diagnostic.ErrorCode;
import io.confluent.ksql.diagnostic.Span;
import io.confluent.ksql.planner.PlanningContext;
import io.confluent.ksql.planner.catalog.Source;
import io.confluent.ksql.planner.facts.SchemaFacts;
import io.confluent.ksql.schema.Column;
import io.confluent.ksql.schema.Schema;
import io.confluent.ksql.schema.ksql.types.SqlStruct;
import io.confluent.ksql.schema.ksql.types.SqlType;
import java.util.List;
import java.util.Optional;

/** Holds the value of a result against the registered schema that it is to be written with. */
final class SinkSchema {
  private final PlanningContext context;
  private final WithClause with;

  SinkSchema(PlanningContext context, WithClause with) {
    this.context = context;
    this.with = with;
  }

  /** The columns must be the first of the schema, in its order; the schema may have more. */
  void check(Source sink) {
    check(sink, Schema.Side.VALUE, sink.schema().value());
    check(sink, Schema.Side.KEY, sink.schema().key());
  }

  private void check(Source sink, Schema.Side side, List<Column> columns) {
    String property = side + "_" + Registrations.SCHEMA_ID;
    Optional<SchemaFacts> schema =
        with.number(property)
            .flatMap(
                id ->
                    context
                        .facts()
                        .schema(Registrations.subject(sink.topic(), side), id.intValue()));
    if (schema.isEmpty() || columns.isEmpty()) {
      return;
    }
    switch (side) {
      case VALUE -> checkValue(columns, schema.get(), with.span(property));
      case KEY -> checkKey(columns, schema.get(), with.span(property));
    }
  }

  private static void checkValue(List<Column> columns, SchemaFacts schema, Span place) {
    if (schema.isRecord()) {
      checkFirst(columns, schema.columns(), schema, place);
    }
  }

  /** A key of one column stands without a record around it, so its name is nowhere. */
  private static void checkKey(List<Column> columns, SchemaFacts schema, Span place) {
    SqlType type = schema.columns().get(0).type();
    if (columns.size() > 1 && type instanceof SqlStruct struct) {
      List<Column> known =
          struct.fields().stream().map(field -> new Column(field.name(), field.type())).toList();
      checkFirst(columns, known, schema, place);
    } else if (columns.size() > 1 || !columns.get(0).type().equals(type)) {
      throw Diagnostic.error(
              ErrorCode.INVALID_KEY,
              place,
              "The schema %d is of keys of the type %s, and this key is %s.",
              schema.id(),
              type,
              columns)
          .hint("CAST the key to that type, or name another schema.")
          .toException();
    }
  }

  private static void checkFirst(
      List<Column> columns, List<Column> known, SchemaFacts schema, Span place) {
    for (int i = 0; i < columns.size(); i++) {
      if (i >= known.size() || !known.get(i).equals(columns.get(i))) {
        throw Diagnostic.error(
                ErrorCode.INVALID_PROJECTION,
                place,
                "The column %s is not number %d of the schema %d, whose columns are %s.",
                columns.get(i),
                i + 1,
                schema.id(),
                known)
            .hint("SELECT the columns of the schema in their order.")
            .toException();
      }
    }
  }
}
