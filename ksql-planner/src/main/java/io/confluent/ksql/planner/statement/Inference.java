package io.confluent.ksql.planner.statement;

import io.confluent.ksql.diagnostic.Diagnostic;
import io.confluent.ksql.diagnostic.ErrorCode;
import io.confluent.ksql.diagnostic.Span;
import io.confluent.ksql.planner.PlannerSettings;
import io.confluent.ksql.planner.PlanningContext;
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

  Inference(PlanningContext context, WithClause with, String topic) {
    this.context = context;
    this.with = with;
    this.topic = topic;
  }

  /** All columns: those declared, and those of the registry for a side without any. */
  Schema complete(DeclaredColumns declared, String keyFormat, String valueFormat) {
    refuseBoth(Schema.Side.KEY, declared.key());
    refuseBoth(Schema.Side.VALUE, declared.value());
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

  private void refuseBoth(Schema.Side side, List<Column> declared) {
    String property = side + "_" + Registrations.SCHEMA_ID;
    if (with.has(property) && !declared.isEmpty()) {
      throw with.invalid(
          property, "names a schema, so the statement cannot declare columns beside it.");
    }
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
    Optional<Long> id = with.number(side + "_" + Registrations.SCHEMA_ID);
    SchemaFacts found =
        id.map(number -> context.facts().schema(subject, number.intValue()))
            .orElseGet(() -> context.facts().schema(subject))
            .orElseThrow(() -> missing(side, subject, id));
    if (!found.format().equals(format)) {
      throw Diagnostic.error(
              ErrorCode.INVALID_FORMAT,
              place(side),
              "The schema of %s is one of %s, not of %s.",
              subject,
              found.format(),
              format)
          .hint("Write " + side + "_FORMAT = '" + found.format() + "'.")
          .toException();
    }
    if (side == Schema.Side.VALUE && !found.isRecord() && isWrapped()) {
      throw Diagnostic.error(
              ErrorCode.INVALID_FORMAT,
              place(side),
              "The schema of %s is that of a single value, not of a record with columns.",
              subject)
          .hint("Add " + Formatting.WRAP_SINGLE_VALUE + " = false to the WITH clause.")
          .toException();
    }
    return Optional.of(found.columns());
  }

  private Span place(Schema.Side side) {
    return with.span(with.has(side + "_FORMAT") ? side + "_FORMAT" : Formatting.FORMAT);
  }

  private boolean isWrapped() {
    return with.flag(Formatting.WRAP_SINGLE_VALUE)
        .orElseGet(() -> context.settings().get(PlannerSettings.WRAP_SINGLE_VALUES));
  }

  private RuntimeException missing(Schema.Side side, String subject, Optional<Long> id) {
    if (id.isPresent()) {
      return Diagnostic.error(
              ErrorCode.SCHEMA_NOT_FOUND,
              with.span(side + "_" + Registrations.SCHEMA_ID),
              "The schema registry has no schema with the id %d.",
              id.get())
          .hint("Leave the id out to take the latest schema of " + subject + ".")
          .toException();
    }
    return Diagnostic.error(
            ErrorCode.SCHEMA_NOT_FOUND,
            place(side),
            "The statement names no columns, and the schema registry has no schema for %s.",
            subject)
        .hint("Name the columns, or register a schema first.")
        .toException();
  }
}
