package io.confluent.ksql.planner.statement;

import io.confluent.ksql.diagnostic.Diagnostic;
import io.confluent.ksql.diagnostic.ErrorCode;
import io.confluent.ksql.diagnostic.Span;
import io.confluent.ksql.name.Identifier;
import io.confluent.ksql.parser.ast.SourceKind;
import io.confluent.ksql.planner.PlannerSettings;
import io.confluent.ksql.planner.PlanningContext;
import io.confluent.ksql.planner.analyze.SourceHints;
import io.confluent.ksql.planner.catalog.Source;
import java.util.Locale;
import java.util.Optional;

/** Checks of what a statement finds under the name that it uses. */
final class Existing {
  private Existing() {}

  static Source.Kind kind(SourceKind kind) {
    return switch (kind) {
      case STREAM -> Source.Kind.STREAM;
      case TABLE -> Source.Kind.TABLE;
    };
  }

  static String word(Source.Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  /** What has the name already; refused unless the statement may replace it. */
  static Optional<Source> toReplace(
      PlanningContext context, Identifier name, Source.Kind kind, boolean orReplace) {
    Optional<Source> found = context.catalog().source(name.text());
    if (found.isEmpty()) {
      return found;
    }
    Source old = found.get();
    if (!orReplace || old.kind() != kind) {
      throw exists(old, name.span(), kind)
          .hint(
              old.kind() == kind
                  ? "CREATE OR REPLACE changes it, DROP removes it."
                  : "Choose another name.")
          .toException();
    }
    if (!context.settings().get(PlannerSettings.CREATE_OR_REPLACE)) {
      throw Diagnostic.error(
              ErrorCode.NOT_SUPPORTED, name.span(), "CREATE OR REPLACE is switched off here.")
          .hint("The server's setting " + PlannerSettings.CREATE_OR_REPLACE.name() + " allows it.")
          .toException();
    }
    if (old.readOnly()) {
      throw Diagnostic.error(
              ErrorCode.NOT_UPGRADEABLE,
              name.span(),
              "%s is read-only and cannot be replaced.",
              old.name())
          .toException();
    }
    return found;
  }

  private static Diagnostic exists(Source old, Span span, Source.Kind kind) {
    return Diagnostic.error(
        ErrorCode.SOURCE_EXISTS,
        span,
        "The %s %s cannot be made: a %s of that name exists.",
        word(kind),
        old.name(),
        word(old.kind()));
  }

  /** What IF NOT EXISTS says of what exists. */
  static String existsMessage(Source old, Source.Kind kind) {
    return "Cannot add %s %s: A %s with the same name already exists."
        .formatted(word(kind), "`" + old.name() + "`", word(old.kind()));
  }

  /** The stream or table of a name, refused if there is none or it is of the other kind. */
  static Source source(PlanningContext context, Identifier name, Source.Kind kind) {
    Source source = source(context, name);
    if (source.kind() != kind) {
      throw Diagnostic.error(
              ErrorCode.WRONG_SOURCE_KIND,
              name.span(),
              "%s is a %s, not a %s.",
              source.name(),
              word(source.kind()),
              word(kind))
          .toException();
    }
    return source;
  }

  static Source source(PlanningContext context, Identifier name) {
    return context
        .catalog()
        .source(name.text())
        .orElseThrow(
            () ->
                Diagnostic.error(
                        ErrorCode.SOURCE_NOT_FOUND,
                        name.span(),
                        "There is no stream or table named %s.",
                        name.text())
                    .hint(SourceHints.nearest(name, context.catalog()))
                    .toException());
  }
}
