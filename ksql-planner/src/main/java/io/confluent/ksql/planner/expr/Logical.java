package io.confluent.ksql.planner.expr;

import io.confluent.ksql.schema.ksql.types.SqlType;
import io.confluent.ksql.schema.ksql.types.SqlTypes;
import java.util.List;
import java.util.Objects;

/**
 * AND, OR, NOT: evaluated from left to right, no further than needed.
 *
 * @param kind which
 * @param operands BOOLEAN expressions: one for NOT, two or more otherwise
 */
public record Logical(Kind kind, List<Expr> operands) implements Expr {
  public Logical {
    Objects.requireNonNull(kind, "kind");
    operands = List.copyOf(operands);
    if ((kind == Kind.NOT) != (operands.size() == 1)) {
      throw new IllegalArgumentException(kind + " of " + operands.size() + " operands");
    }
  }

  /** The connectives. */
  public enum Kind {
    AND,
    OR,
    NOT
  }

  /** Whether both hold. */
  public static Logical and(Expr left, Expr right) {
    return new Logical(Kind.AND, List.of(left, right));
  }

  /** Whether one of both holds. */
  public static Logical or(Expr left, Expr right) {
    return new Logical(Kind.OR, List.of(left, right));
  }

  /** Whether it does not hold. */
  public static Logical not(Expr operand) {
    return new Logical(Kind.NOT, List.of(operand));
  }

  @Override
  public SqlType type() {
    return SqlTypes.BOOLEAN;
  }

  @Override
  public List<Expr> inputs() {
    return operands;
  }

  @Override
  public Expr withInputs(List<Expr> inputs) {
    return new Logical(kind, inputs);
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.logical(this);
  }
}
