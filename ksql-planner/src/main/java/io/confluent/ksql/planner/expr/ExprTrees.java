package io.confluent.ksql.planner.expr;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Walks over expressions, written once. */
public final class ExprTrees {
  private ExprTrees() {}

  /** The expression with every node, leaves first, put through a function. */
  public static Expr transformUp(Expr expr, UnaryOperator<Expr> change) {
    List<Expr> inputs = expr.inputs();
    List<Expr> changed = new ArrayList<>(inputs.size());
    boolean same = true;
    for (Expr input : inputs) {
      Expr after = transformUp(input, change);
      same &= after == input;
      changed.add(after);
    }
    return change.apply(same ? expr : expr.withInputs(changed));
  }

  /** Shows every node to a consumer, the root first. */
  public static void forEach(Expr expr, Consumer<Expr> consumer) {
    consumer.accept(expr);
    expr.inputs().forEach(input -> forEach(input, consumer));
  }

  /** Whether no column and no argument occurs: the value is the same for every row. */
  public static boolean isConstant(Expr expr) {
    return !(expr instanceof ColumnRef)
        && !(expr instanceof LambdaArgument)
        && !(expr instanceof Lambda)
        && expr.inputs().stream().allMatch(ExprTrees::isConstant);
  }
}
