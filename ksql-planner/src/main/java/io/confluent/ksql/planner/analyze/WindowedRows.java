package io.confluent.ksql.planner.analyze;

import io.confluent.ksql.diagnostic.Diagnostic;
import io.confluent.ksql.diagnostic.ErrorCode;
import io.confluent.ksql.diagnostic.Span;
import io.confluent.ksql.planner.catalog.Source;
import io.confluent.ksql.planner.expr.ColumnRef;
import io.confluent.ksql.planner.expr.Expr;
import io.confluent.ksql.planner.expr.NamedExpr;
import io.confluent.ksql.planner.logical.LogicalPlan;
import java.util.List;

/**
 * Keys of rows that have windows. The window is part of a row's key and goes wherever the row goes;
 * no other key can be put into its place.
 */
final class WindowedRows {
  private WindowedRows() {}

  /** Refuses a stored query over a windowed table. */
  static void refuseTable(QueryParts parts) {
    parts
        .windowed()
        .filter(source -> parts.isStored() && parts.isTable())
        .ifPresent(
            source -> {
              throw Diagnostic.error(
                      ErrorCode.WRONG_SOURCE_KIND,
                      parts.query().from().span(),
                      "%s is a windowed table, and no stored query reads one.",
                      source.name())
                  .hint("Declare a windowed stream over its topic, or ask it with SELECT.")
                  .toException();
            });
  }

  /**
   * Refuses another key for windowed rows than the one column that they have.
   *
   * @param clause the clause that asks for the key
   */
  static void checkKept(QueryParts parts, List<Expr> key, Span clause) {
    parts
        .windowed()
        .filter(source -> parts.isTable() || !isKey(parts, key))
        .ifPresent(
            source -> {
              throw otherKey(parts, source, clause);
            });
  }

  private static boolean isKey(QueryParts parts, List<Expr> key) {
    return parts.rows().schema().key().size() == 1
        && key.size() == 1
        && parts.inKey(key.get(0)) instanceof ColumnRef column
        && column.side() == ColumnRef.Side.KEY;
  }

  private static RuntimeException otherKey(QueryParts parts, Source source, Span clause) {
    boolean possible = parts.rows().schema().key().size() == 1 && !parts.isTable();
    return Diagnostic.error(
            ErrorCode.WINDOWED_REKEY,
            clause,
            "The rows of %s have windows, which are part of their key; it cannot be exchanged.",
            source.name())
        .hint(
            possible
                ? "Only the key " + parts.rows().schema().key().get(0).name() + " can stand here."
                : "Store its rows under a key without windows first.")
        .toException();
  }

  /** The rows under a key that was checked; taken from the key they have where it is there. */
  static LogicalPlan rekeyed(
      QueryParts parts,
      List<NamedExpr> key,
      List<NamedExpr> value,
      LogicalPlan.Rekey.Purpose purpose) {
    return parts.windowed().isPresent()
        ? new LogicalPlan.Project(parts.rows(), key.stream().map(NamedExpr::name).toList(), value)
        : new LogicalPlan.Rekey(
            parts.rows(),
            key.stream().map(k -> new NamedExpr(k.name(), parts.inKey(k.expr()))).toList(),
            value,
            purpose);
  }
}
