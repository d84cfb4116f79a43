package io.confluent.ksql.engine.compile;

import io.confluent.ksql.execution.codegen.helpers.TriFunction;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Where the arguments of an expression's lambdas stand while their bodies run. A name has one slot:
 * names are unique along a path of nested lambdas, and lambdas beside each other do not run at the
 * same time.
 */
final class LambdaFrame {
  private final List<String> names = new ArrayList<>();
  private Object[] values = new Object[0];

  /** The slot of a name; given out while compiling. */
  int slot(String name) {
    int index = names.indexOf(name);
    if (index >= 0) {
      return index;
    }
    names.add(name);
    values = new Object[names.size()];
    return names.size() - 1;
  }

  Object value(int slot) {
    return values[slot];
  }

  /** Gives, for a row, the lambda as the functional interface of so many arguments. */
  Evaluator lambda(int[] slots, Evaluator body) {
    return switch (slots.length) {
      case 1 ->
          row ->
              (Function<Object, Object>)
                  a -> {
                    values[slots[0]] = a;
                    return body.evaluate(row);
                  };
      case 2 ->
          row ->
              (BiFunction<Object, Object, Object>)
                  (a, b) -> {
                    values[slots[0]] = a;
                    values[slots[1]] = b;
                    return body.evaluate(row);
                  };
      case 3 ->
          row ->
              (TriFunction<Object, Object, Object, Object>)
                  (a, b, c) -> {
                    values[slots[0]] = a;
                    values[slots[1]] = b;
                    values[slots[2]] = c;
                    return body.evaluate(row);
                  };
      default -> throw new IllegalArgumentException("A lambda of " + slots.length + " arguments");
    };
  }
}
