package io.confluent.ksql.planner.analyze;

import io.confluent.ksql.diagnostic.Diagnostic;
import io.confluent.ksql.diagnostic.DiagnosticException;
import io.confluent.ksql.diagnostic.ErrorCode;
import io.confluent.ksql.diagnostic.Span;
import io.confluent.ksql.planner.PlannerSettings;
import io.confluent.ksql.planner.catalog.Source;
import io.confluent.ksql.planner.expr.Operator;
import io.confluent.ksql.planner.lookup.WindowBound;
import io.confluent.ksql.schema.Column;
import io.confluent.ksql.schema.ksql.types.SqlBaseType;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Why a query of a table cannot be answered from a few of its rows. */
final class LookupErrors {
  private final Source source;
  private final boolean ranges;

  /**
   * @param ranges whether ranges of keys may be read
   */
  LookupErrors(Source source, boolean ranges) {
    this.source = source;
    this.ranges = ranges;
  }

  private String keyNames() {
    return source.schema().key().stream().map(Column::name).collect(Collectors.joining(", "));
  }

  private RuntimeException error(Span span, String format, Object... arguments) {
    return Diagnostic.error(ErrorCode.INVALID_PULL_QUERY, span, format, arguments)
        .note("Looking at every row is switched off by " + PlannerSettings.PULL_TABLE_SCAN.name())
        .hint(
            source.schema().key().stream()
                    .map(column -> column.name() + " = ...")
                    .collect(Collectors.joining(" AND ", "Name the row: WHERE ", "."))
                + (canRange() ? " A single <, <=, > or >= is taken, too." : ""))
        .toException();
  }

  private boolean canRange() {
    if (!ranges || source.schema().key().size() != 1 || source.window().isPresent()) {
      return false;
    }
    SqlBaseType type = source.schema().key().get(0).type().baseType();
    return type == SqlBaseType.STRING || type == SqlBaseType.BYTES;
  }

  RuntimeException noWhere(Span query) {
    return error(query, "Without WHERE every row of %s has to be read.", source.name());
  }

  RuntimeException tooMany(Span where) {
    return error(where, "The condition has too many alternatives to look for each.");
  }

  /** Why one of the alternatives of a condition names no key. */
  RuntimeException notNarrow(
      Span span, List<LookupTerm.KeyTerm> keys, List<LookupTerm.OtherTerm> others) {
    Set<Integer> columns = new HashSet<>();
    for (LookupTerm.KeyTerm key : keys) {
      if (!columns.add(key.column())) {
        return error(
            key.span(),
            "The key column %s is compared more than once; one comparison is taken.",
            source.schema().key().get(key.column()).name());
      }
    }
    Optional<RuntimeException> other =
        others.stream().flatMap(term -> about(term).stream()).findFirst();
    if (other.isPresent()) {
      return other.get();
    }
    if (keys.isEmpty()) {
      return error(span, "This says nothing about the key of %s: %s.", source.name(), keyNames());
    }
    if (keys.size() < source.schema().key().size()) {
      return error(
          span, "The key of %s has several columns, and all must be named.", source.name());
    }
    LookupTerm.KeyTerm unequal =
        keys.stream().filter(key -> key.operator() != Operator.EQUAL).findFirst().orElseThrow();
    return error(unequal.span(), "A row is found by =, not by %s.", unequal.operator().symbol());
  }

  private Optional<RuntimeException> about(LookupTerm.OtherTerm term) {
    return switch (term.reason()) {
      case NO_KEY -> Optional.empty();
      case INDIRECT ->
          Optional.of(
              error(term.span(), "A key column must stand alone on one side of a comparison."));
      case NOT_CONSTANT ->
          Optional.of(
              error(
                  term.span(),
                  "A key column must be compared with a value that is the same for every row."));
      case OTHER_TYPE ->
          Optional.of(
              error(
                  term.span(),
                  "A key column must be compared with a value of its own type, %s.",
                  source.schema().key().stream()
                      .map(column -> column.name() + " " + column.type())
                      .collect(Collectors.joining(", "))));
    };
  }

  /** Sessions are only found by their keys. */
  RuntimeException sessionScan(RuntimeException refusal) {
    Span span =
        refusal instanceof DiagnosticException known ? known.diagnostic().span() : Span.NONE;
    return Diagnostic.error(
            ErrorCode.INVALID_PULL_QUERY,
            span,
            "The sessions of %s can only be asked for by key, and this does not name one.",
            source.name())
        .hint(
            source.schema().key().stream()
                .map(column -> column.name() + " = ...")
                .collect(Collectors.joining(" AND ", "Write WHERE ", ".")))
        .toException();
  }

  /** Two bounds of the same kind, or one beside an equality, are a mistake. */
  void checkBounds(List<LookupTerm.WindowTerm> terms) {
    Set<String> seen = new HashSet<>();
    for (LookupTerm.WindowTerm term : terms) {
      WindowBound bound = term.bound();
      String edge = "WINDOW" + bound.edge().name();
      boolean alone =
          terms.stream().filter(other -> other.bound().edge() == bound.edge()).count() == 1;
      if (bound.operator() == Operator.EQUAL && !alone) {
        throw bounds(term.span(), "%s is said to equal a value, and is compared again.", edge);
      }
      if (!seen.add(edge + direction(bound.operator()))) {
        throw bounds(term.span(), "%s has two bounds on the same side.", edge);
      }
    }
  }

  private static String direction(Operator operator) {
    return operator.symbol().substring(0, 1);
  }

  private static RuntimeException bounds(Span span, String format, String edge) {
    return Diagnostic.error(ErrorCode.INVALID_PULL_QUERY, span, format, edge)
        .hint("Leave one of them out.")
        .toException();
  }
}
