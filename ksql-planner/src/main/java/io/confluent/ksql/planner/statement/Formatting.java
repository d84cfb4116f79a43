package io.confluent.ksql.planner.statement;

import io.confluent.ksql.diagnostic.Diagnostic;
import io.confluent.ksql.diagnostic.ErrorCode;
import io.confluent.ksql.diagnostic.Span;
import io.confluent.ksql.name.Names;
import io.confluent.ksql.parser.ast.Property;
import io.confluent.ksql.planner.PlannerSettings;
import io.confluent.ksql.planner.PlanningContext;
import io.confluent.ksql.planner.catalog.FormatSpec;
import io.confluent.ksql.planner.facts.FormatSupport;
import io.confluent.ksql.schema.Column;
import io.confluent.ksql.schema.Schema;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Finds the formats that a statement means, and checks that they can hold its columns. */
final class Formatting {
  static final String FORMAT = "FORMAT";
  static final String WRAP_SINGLE_VALUE = "WRAP_SINGLE_VALUE";

  private final PlanningContext context;
  private final WithClause with;
  private final String source;

  /**
   * The formats of a stream or table.
   *
   * @param source its name
   */
  Formatting(PlanningContext context, WithClause with, String source) {
    this.context = context;
    this.with = with;
    this.source = source;
    if (with.has(FORMAT)) {
      for (Schema.Side side : Schema.Side.values()) {
        if (with.has(property(side))) {
          throw with.invalid(
              property(side), "cannot stand beside FORMAT, which sets both formats.");
        }
      }
    }
  }

  private static String property(Schema.Side side) {
    return side + "_FORMAT";
  }

  /** The format that the statement names for a side, upper case. */
  Optional<String> named(Schema.Side side) {
    Optional<String> name =
        with.text(property(side)).or(() -> with.text(FORMAT)).map(n -> n.toUpperCase(Locale.ROOT));
    name.ifPresent(format -> abilities(format, side));
    return name;
  }

  /** The format that the settings name for a side, upper case. */
  Optional<String> byDefault(Schema.Side side) {
    String name =
        switch (side) {
          case KEY -> context.settings().get(PlannerSettings.DEFAULT_KEY_FORMAT);
          case VALUE -> context.settings().get(PlannerSettings.DEFAULT_VALUE_FORMAT);
        };
    return name.isEmpty() ? Optional.empty() : Optional.of(name.toUpperCase(Locale.ROOT));
  }

  FormatSupport.Abilities abilities(String format, Schema.Side side) {
    return context.formats().abilities(format).orElseThrow(() -> unknown(format, side));
  }

  private RuntimeException unknown(String format, Schema.Side side) {
    Span span = with.span(with.has(property(side)) ? property(side) : FORMAT);
    return Diagnostic.error(ErrorCode.INVALID_FORMAT, span, "There is no format named %s.", format)
        .hint(
            Names.nearest(format, context.formats().names())
                .map("Did you mean %s?"::formatted)
                .or(
                    () ->
                        Optional.of(
                            "There are " + String.join(", ", context.formats().names()) + ".")))
        .toException();
  }

  /** A format with its options from the WITH clause, checked against the columns it is to hold. */
  FormatSpec spec(String format, Schema.Side side, List<Column> columns) {
    Map<String, String> options = new TreeMap<>();
    Map<String, String> given = options(format, side);
    if (!columns.isEmpty() && !given.containsKey(Registrations.SCHEMA_ID)) {
      options.putAll(context.formats().impliedOptions(format, side, source));
    }
    options.putAll(given);
    FormatSpec spec = new FormatSpec(format, options, wrapped(format, side, columns));
    check(spec, side, columns);
    return spec;
  }

  void check(FormatSpec spec, Schema.Side side, List<Column> columns) {
    FormatSupport.Abilities abilities = abilities(spec.name(), side);
    if (abilities.usesRegistry() && !context.facts().hasRegistry()) {
      throw Diagnostic.error(
              ErrorCode.SCHEMA_REGISTRY_MISSING,
              with.span(property(side)),
              "The format %s needs a schema registry, and none is configured.",
              spec.name())
          .hint("Set ksql.schema.registry.url.")
          .toException();
    }
    Optional<Diagnostic> problem = context.formats().problem(spec, columns, side);
    if (problem.isPresent()) {
      throw (problem.get().code() == ErrorCode.INVALID_FORMAT
              ? problem.get().at(with.span(property(side))).hint(otherFormat(side))
              : ofOption(problem.get(), side))
          .toException();
    }
  }

  private static String otherFormat(Schema.Side side) {
    return side == Schema.Side.KEY
        ? "Another format for the key may do: WITH (KEY_FORMAT = 'JSON')."
        : "Another format for the value may do: WITH (VALUE_FORMAT = 'JSON').";
  }

  /** What is wrong with an option stands at it if there is only one. */
  private Diagnostic ofOption(Diagnostic problem, Schema.Side side) {
    List<Property> given =
        with.withPrefix(side + "_").stream()
            .filter(property -> !property.name().equalsIgnoreCase(property(side)))
            .toList();
    Span place = given.size() == 1 ? given.get(0).span() : with.span(property(side));
    return new Diagnostic(
        ErrorCode.INVALID_PROPERTY, place, problem.message(), problem.notes(), problem.hint());
  }

  private Map<String, String> options(String format, Schema.Side side) {
    String prefix = side + "_";
    Map<String, String> options = new TreeMap<>();
    for (Property property : with.withPrefix(prefix)) {
      String name = property.name().toUpperCase(Locale.ROOT);
      if (!name.equals(property(side))) {
        String option = name.substring(prefix.length()).replace("AVRO_SCHEMA", "SCHEMA");
        if (!abilities(format, side).options().contains(option)) {
          throw with.invalid(name, "is no option of the format " + format + ".");
        }
        options.put(option, with.text(name).orElse(""));
      }
    }
    return options;
  }

  private boolean wrapped(String format, Schema.Side side, List<Column> columns) {
    FormatSupport.Abilities abilities = abilities(format, side);
    Optional<Boolean> asked =
        side == Schema.Side.VALUE ? with.flag(WRAP_SINGLE_VALUE) : Optional.empty();
    if (asked.isPresent()) {
      if (columns.size() != 1) {
        throw with.invalid(WRAP_SINGLE_VALUE, "is for values of one column only.");
      }
      boolean able = asked.get() ? abilities.wrapsSingles() : abilities.unwrapsSingles();
      if (!able) {
        throw with.invalid(
            WRAP_SINGLE_VALUE, "cannot be " + asked.get() + " with the format " + format + ".");
      }
      return asked.get();
    }
    if (side == Schema.Side.KEY) {
      return !abilities.unwrapsSingles();
    }
    boolean preferred = context.settings().get(PlannerSettings.WRAP_SINGLE_VALUES);
    return preferred ? abilities.wrapsSingles() : !abilities.unwrapsSingles();
  }
}
