package io.confluent.ksql.planner.statement;

import io.confluent.ksql.diagnostic.Diagnostic;
import io.confluent.ksql.diagnostic.ErrorCode;
import io.confluent.ksql.diagnostic.Span;
import io.confluent.ksql.planner.PlanningContext;
import io.confluent.ksql.planner.catalog.Source;
import io.confluent.ksql.planner.facts.FormatSupport;
import io.confluent.ksql.planner.facts.SchemaFacts;
import io.confluent.ksql.schema.Column;
import io.confluent.ksql.schema.Schema;
import java.util.List;
import java.util.Optional;

/** Takes columns that a statement does not declare from the schema registry. */
final class Inference {
  private final PlanningContext context;
  private final WithClause with;
  private final String topic;
  private final Span statement;

  Inference(PlanningContext context, WithClause with, String topic, Span statement) {
    this.context = context;
    this.with = with;
    this.topic = topic;
    this.statement = statement;
  }

  /** All columns: those declared, and those of the registry for a side without any. */
  Schema complete(
      DeclaredColumns declared, String keyFormat, String valueFormat, Source.Kind kind) {
    boolean namesKeyFormat = with.has("KEY_FORMAT") || with.has(Formatting.FORMAT);
    List<Column> key =
        declared.key().isEmpty() && namesKeyFormat
            ? infer(Schema.Side.KEY, keyFormat).orElse(List.of())
            : declared.key();
    List<Column> value =
        declared.value().isEmpty()
            ? infer(Schema.Side.VALUE, valueFormat).orElse(List.of())
            : declared.value();
    return new Schema(key, value);
  }

  private Optional<List<Column>> infer(Schema.Side side, String format) {
    boolean able =
        context
            .formats()
            .abilities(format)
            .filter(FormatSupport.Abilities::infersSchema)
            .isPresent();
    if (!able) {
      return Optional.empty();
    }
    String subject = Registrations.subject(topic, side);
    Optional<Long> id = with.number(side + "_SCHEMA_ID");
    SchemaFacts found =
        id.map(number -> context.facts().schema(subject, number.intValue()))
            .orElseGet(() -> context.facts().schema(subject))
            .orElseThrow(() -> missing(subject));
    if (!found.format().equals(format)) {
      throw Diagnostic.error(
              ErrorCode.INVALID_FORMAT,
              with.span(side + "_FORMAT"),
              "The schema of %s is one of %s, not of %s.",
              subject,
              found.format(),
              format)
          .hint("Write " + side + "_FORMAT = '" + found.format() + "'.")
          .toException();
    }
    return Optional.of(found.columns());
  }

  private RuntimeException missing(String subject) {
    return Diagnostic.error(
            ErrorCode.SCHEMA_NOT_FOUND,
            statement,
            "The statement names no columns, and the schema registry has no schema for %s.",
            subject)
        .hint("Name the columns, or register a schema first.")
        .toException();
  }
}
