package io.confluent.ksql.planner.analyze;

import io.confluent.ksql.diagnostic.Diagnostic;
import io.confluent.ksql.diagnostic.ErrorCode;
import io.confluent.ksql.diagnostic.Span;
import io.confluent.ksql.parser.ast.FunctionCall;
import io.confluent.ksql.planner.expr.ColumnRef;
import io.confluent.ksql.planner.physical.TableFunctionCall;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * Takes the calls of table functions out of expressions, or refuses them where there can be none.
 * The value of the n-th stands as a value column right behind those of the row of FROM.
 */
final class TableFunctionCollector {
  /** Why there can be no table function. */
  enum Refusal {
    PLACE(
        "gives any number of rows and can only stand in SELECT.",
        "Store a stream that SELECTs it, and go on with that stream."),
    TABLE(
        "cannot be used on a table: the rows it gives would all have one key.",
        "It takes rows of a stream only."),
    AGGREGATION(
        "cannot be used together with aggregates.",
        "Store a stream that SELECTs it first, and aggregate that stream."),
    NESTED(
        "cannot stand within the arguments of another table function.",
        "Store a stream that SELECTs the inner one first."),
    CASE(
        "cannot stand in CASE, which gives one value for each row.",
        "Store a stream that SELECTs it first, and use CASE on that stream."),
    LAMBDA(
        "cannot stand in a lambda, which gives one value.",
        "Store a stream that SELECTs it first.");

    private final String sentence;
    private final String wayOut;

    Refusal(String sentence, String wayOut) {
      this.sentence = sentence;
      this.wayOut = wayOut;
    }
  }

  private final int width;
  private final Deque<Refusal> refusals = new ArrayDeque<>();
  private final List<TableFunctionCall> calls = new ArrayList<>();
  private final List<FunctionCall> written = new ArrayList<>();

  private TableFunctionCollector(int width) {
    this.width = width;
  }

  /**
   * A collector of calls.
   *
   * @param width how many value columns the row of FROM has
   */
  static TableFunctionCollector behind(int width) {
    return new TableFunctionCollector(width);
  }

  /** One that takes none. */
  static TableFunctionCollector refusing(Refusal why) {
    TableFunctionCollector none = new TableFunctionCollector(0);
    none.refusals.push(why);
    return none;
  }

  /** Binds something in which there can be no table function. */
  <T> T refusing(Refusal why, Supplier<T> binding) {
    refusals.push(why);
    try {
      return binding.get();
    } finally {
      refusals.pop();
    }
  }

  /** Refuses a call where there can be none. */
  void check(FunctionCall node) {
    if (!refusals.isEmpty()) {
      throw refused(refusals.getFirst(), node);
    }
  }

  /** Refuses the calls there have been. */
  void refuseAll(Refusal why) {
    if (!written.isEmpty()) {
      throw refused(why, written.get(0));
    }
  }

  private static RuntimeException refused(Refusal why, FunctionCall node) {
    Span span = node.name().span();
    return Diagnostic.error(
            ErrorCode.INVALID_TABLE_FUNCTION,
            span,
            "The table function %s %s",
            node.name().text().toUpperCase(Locale.ROOT),
            why.sentence)
        .hint(why.wayOut)
        .toException();
  }

  List<TableFunctionCall> calls() {
    return List.copyOf(calls);
  }

  /** Where the value of a call stands; the same call twice is made once. */
  ColumnRef add(FunctionCall node, TableFunctionCall call) {
    for (int i = 0; i < calls.size(); i++) {
      TableFunctionCall known = calls.get(i);
      if (known.signature().equals(call.signature())
          && known.arguments().equals(call.arguments())) {
        return place(i);
      }
    }
    calls.add(call.withName("KSQL_ROW_VALUE_" + calls.size()));
    written.add(node);
    return place(calls.size() - 1);
  }

  private ColumnRef place(int index) {
    TableFunctionCall call = calls.get(index);
    return ColumnRef.value(width + index, call.name(), call.type());
  }
}
