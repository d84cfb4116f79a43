package io.confluent.ksql.engine.compile;

import io.confluent.ksql.planner.expr.Call;
import io.confluent.ksql.planner.expr.Constant;
import java.util.List;
import java.util.regex.Pattern;

/** LIKE: {@code %} is any text within a line, {@code _} one character, the rest itself. */
final class Like {
  private Like() {}

  static Evaluator of(Call call, Evaluator[] operands) {
    Evaluator value = operands[0];
    boolean fixed =
        call.arguments().subList(1, operands.length).stream()
            .allMatch(
                argument -> argument instanceof Constant constant && constant.value() != null);
    if (fixed) {
      Pattern pattern = pattern(text(call, 1), operands.length > 2 ? text(call, 2) : "");
      return row -> matches(value.evaluate(row), pattern);
    }
    return changing(value, List.of(operands).subList(1, operands.length));
  }

  private static String text(Call call, int index) {
    return (String) ((Constant) call.arguments().get(index)).value();
  }

  private static Evaluator changing(Evaluator value, List<Evaluator> rest) {
    return row -> {
      Object text = value.evaluate(row);
      Object pattern = rest.get(0).evaluate(row);
      Object escape = rest.size() > 1 ? rest.get(1).evaluate(row) : "";
      if (pattern == null || escape == null) {
        throw new EvaluationException("The pattern of LIKE is NULL");
      }
      return matches(text, pattern((String) pattern, (String) escape));
    };
  }

  private static boolean matches(Object text, Pattern pattern) {
    if (text == null) {
      throw new EvaluationException("The operand of LIKE is NULL");
    }
    return pattern.matcher((String) text).matches();
  }

  private static Pattern pattern(String like, String escape) {
    StringBuilder regex = new StringBuilder();
    StringBuilder literal = new StringBuilder();
    for (int i = 0; i < like.length(); i++) {
      char c = like.charAt(i);
      if (!escape.isEmpty() && c == escape.charAt(0)) {
        i++;
        if (i == like.length()) {
          throw new EvaluationException("A LIKE pattern must not end with its escape character");
        }
        literal.append(like.charAt(i));
      } else if (c == '%' || c == '_') {
        flush(literal, regex);
        regex.append(c == '%' ? ".*" : ".");
      } else {
        literal.append(c);
      }
    }
    flush(literal, regex);
    return Pattern.compile(regex.toString());
  }

  private static void flush(StringBuilder literal, StringBuilder regex) {
    if (!literal.isEmpty()) {
      regex.append(Pattern.quote(literal.toString()));
      literal.setLength(0);
    }
  }
}
