package io.confluent.ksql.planner.analyze;

import io.confluent.ksql.diagnostic.Span;
import io.confluent.ksql.planner.expr.Expr;
import io.confluent.ksql.planner.expr.Operator;
import io.confluent.ksql.planner.lookup.WindowBound;

/** One of the conditions that must hold together, as far as it narrows what is to be read. */
sealed interface LookupTerm {
  /** Where it stands in the text. */
  Span span();

  /**
   * A key column compared with a constant.
   *
   * @param column which key column
   * @param operator the column stands at its left
   * @param value of the column's type
   */
  record KeyTerm(Span span, int column, Operator operator, Expr value) implements LookupTerm {}

  /** A bound of the window compared with a constant. */
  record WindowTerm(Span span, WindowBound bound) implements LookupTerm {}

  /**
   * Anything else.
   *
   * @param reason why it narrows nothing
   */
  record OtherTerm(Span span, Reason reason) implements LookupTerm {}

  /** Why a condition narrows nothing. */
  enum Reason {
    /** It is about no key column. */
    NO_KEY,
    /** A key column stands in it only inside a computation. */
    INDIRECT,
    /** A key column is compared with what differs from row to row. */
    NOT_CONSTANT,
    /** A key column is compared with a value of a type that it cannot have. */
    OTHER_TYPE
  }
}
