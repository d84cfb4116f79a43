package io.confluent.ksql.planner.expr;

/**
 * The operators of the language, less those with an evaluation order of their own ({@link Logical},
 * {@link Case}). Their operands have been made to fit by casts before.
 */
public enum Operator {
  /** Sum of two numbers of the type of the result, or two texts one after the other. */
  ADD("+"),
  SUBTRACT("-"),
  MULTIPLY("*"),
  DIVIDE("/"),
  MODULO("%"),
  /** A number with its sign turned. */
  NEGATE("-"),
  EQUAL("="),
  NOT_EQUAL("<>"),
  LESS_THAN("<"),
  LESS_THAN_OR_EQUAL("<="),
  GREATER_THAN(">"),
  GREATER_THAN_OR_EQUAL(">="),
  IS_DISTINCT_FROM("IS DISTINCT FROM"),
  IS_NULL("IS NULL"),
  /** Text, pattern and, if given, escape character. */
  LIKE("LIKE"),
  /** A value, then the values it may equal. */
  IN("IN"),
  /** An array or a map, then a one-based position or a key. */
  SUBSCRIPT("[]"),
  /** A struct, then the zero-based position of a field as an INTEGER constant. */
  FIELD("->"),
  /** The items of an array. */
  MAKE_ARRAY("ARRAY"),
  /** Keys and values of a map in turn. */
  MAKE_MAP("MAP");

  private final String symbol;

  Operator(String symbol) {
    this.symbol = symbol;
  }

  /** The operator as SQL text. */
  public String symbol() {
    return symbol;
  }
}
