package io.confluent.ksql.planner.expr;

import io.confluent.ksql.schema.ksql.types.SqlType;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The result of the first condition that holds.
 *
 * @param whens conditions with their results, in order
 * @param otherwise result if none holds; a NULL constant where SQL names none
 */
public record Case(List<When> whens, Expr otherwise) implements Expr {
  public Case {
    whens = List.copyOf(whens);
    Objects.requireNonNull(otherwise, "otherwise");
  }

  /**
   * A condition and its result.
   *
   * @param condition BOOLEAN expression
   * @param result of the type of the whole
   */
  public record When(Expr condition, Expr result) {}

  @Override
  public SqlType type() {
    return otherwise.type();
  }

  @Override
  public List<Expr> inputs() {
    List<Expr> inputs = new ArrayList<>();
    for (When when : whens) {
      inputs.add(when.condition());
      inputs.add(when.result());
    }
    inputs.add(otherwise);
    return inputs;
  }

  @Override
  public Expr withInputs(List<Expr> inputs) {
    List<When> changed = new ArrayList<>();
    for (int i = 0; i < whens.size(); i++) {
      changed.add(new When(inputs.get(2 * i), inputs.get(2 * i + 1)));
    }
    return new Case(changed, inputs.get(2 * whens.size()));
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.caseOf(this);
  }
}
