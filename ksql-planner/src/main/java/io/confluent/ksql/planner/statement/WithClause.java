package io.confluent.ksql.planner.statement;

import io.confluent.ksql.diagnostic.Diagnostic;
import io.confluent.ksql.diagnostic.ErrorCode;
import io.confluent.ksql.diagnostic.Span;
import io.confluent.ksql.name.Names;
import io.confluent.ksql.parser.ast.Properties;
import io.confluent.ksql.parser.ast.Property;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The WITH clause of a statement, read by type. */
final class WithClause {
  private final Properties properties;
  private final Span owner;

  /**
   * @param owner where the name stands of what the clause is about
   */
  WithClause(Properties properties, Span owner) {
    this.properties = properties;
    this.owner = owner;
  }

  /** Refuses what the statement does not know. */
  void check(Set<String> known) {
    for (Property property : properties.properties()) {
      String name = property.name().toUpperCase(Locale.ROOT);
      if (!known.contains(name)) {
        throw Diagnostic.error(
                ErrorCode.INVALID_PROPERTY, property.span(), "There is no property %s here.", name)
            .hint(hint(name, known))
            .toException();
      }
    }
  }

  private static Optional<String> hint(String name, Set<String> known) {
    return name.equals("CLEANUP_POLICY")
        ? Optional.of(
            "Topics of streams are made to delete old records, those of tables to compact.")
        : Names.nearest(name, known).map("Did you mean %s?"::formatted);
  }

  /** Where a property stands; else where the whole clause does; else what it would be about. */
  Span span(String name) {
    Span clause = properties.span().isKnown() ? properties.span() : owner;
    return properties.get(name).map(Property::span).orElse(clause);
  }

  boolean has(String name) {
    return properties.get(name).isPresent();
  }

  Optional<String> text(String name) {
    return properties.get(name).map(property -> property.value().value()).map(WithClause::textOf);
  }

  private static String textOf(Object value) {
    return value instanceof BigDecimal decimal ? decimal.toPlainString() : String.valueOf(value);
  }

  Optional<Long> number(String name) {
    return text(name)
        .map(
            text -> {
              try {
                return Long.valueOf(text.trim());
              } catch (NumberFormatException e) {
                throw invalid(name, "must be a whole number, not '" + text + "'.");
              }
            });
  }

  Optional<Boolean> flag(String name) {
    return text(name)
        .map(
            text ->
                switch (text.trim().toLowerCase(Locale.ROOT)) {
                  case "true" -> true;
                  case "false" -> false;
                  default -> throw invalid(name, "must be true or false, not '" + text + "'.");
                });
  }

  /** The properties whose name begins with a prefix, without it. */
  List<Property> withPrefix(String prefix) {
    return properties.properties().stream()
        .filter(property -> property.name().toUpperCase(Locale.ROOT).startsWith(prefix))
        .toList();
  }

  RuntimeException invalid(String name, String problem) {
    return Diagnostic.error(ErrorCode.INVALID_PROPERTY, span(name), "%s %s", name, problem)
        .toException();
  }
}
