package io.confluent.ksql.planner.analyze;

import io.confluent.ksql.diagnostic.Diagnostic;
import io.confluent.ksql.diagnostic.ErrorCode;
import io.confluent.ksql.diagnostic.Span;
import io.confluent.ksql.planner.expr.Expr;
import io.confluent.ksql.planner.expr.NamedExpr;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the key columns of a stored result in its SELECT list: they must be there, may be renamed,
 * and do not go into the value.
 */
final class ResultKey {
  private final List<String> names = new ArrayList<>();
  private final List<NamedExpr> value = new ArrayList<>();

  private ResultKey() {}

  /**
   * @param keys for each key column the expressions that give it, best first
   * @param keyTitles for each key column how people call it
   * @param select the whole SELECT list, for the error
   */
  static ResultKey find(
      List<SelectedItem> items,
      List<? extends List<? extends Expr>> keys,
      List<String> keyTitles,
      Span select) {
    ResultKey result = new ResultKey();
    List<SelectedItem> keyItems = new ArrayList<>();
    for (int i = 0; i < keys.size(); i++) {
      SelectedItem item = keyItem(items, keys.get(i), keyTitles.get(i), select);
      keyItems.add(item);
      result.names.add(item.name());
    }
    for (SelectedItem item : items) {
      if (!keyItems.contains(item)) {
        result.value.add(new NamedExpr(item.name(), item.expr()));
      }
    }
    return result;
  }

  private static SelectedItem keyItem(
      List<SelectedItem> items, List<? extends Expr> same, String title, Span select) {
    for (Expr key : same) {
      List<SelectedItem> found = items.stream().filter(item -> item.expr().equals(key)).toList();
      if (found.size() > 1) {
        throw Diagnostic.error(
                ErrorCode.INVALID_KEY,
                found.get(1).span(),
                "The key column %s is in the result twice.",
                title)
            .hint("AS_VALUE(...) puts a copy of it into the value.")
            .toException();
      }
      if (!found.isEmpty()) {
        return found.get(0);
      }
    }
    throw Diagnostic.error(
            ErrorCode.INVALID_KEY, select, "The result must include its key column %s.", title)
        .hint("Add %s to SELECT.".formatted(title))
        .toException();
  }

  /** Names of the key columns. */
  List<String> names() {
    return List.copyOf(names);
  }

  /** The value columns in the order of SELECT. */
  List<NamedExpr> value() {
    return List.copyOf(value);
  }
}
