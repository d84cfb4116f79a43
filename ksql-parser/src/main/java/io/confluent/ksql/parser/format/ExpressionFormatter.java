package io.confluent.ksql.parser.format;

import io.confluent.ksql.parser.ast.*;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Expressions, with brackets only where they are needed. */
public final class ExpressionFormatter {
  private ExpressionFormatter() {}

  /** The expression as SQL on one line. */
  public static String format(Expression expression) {
    return expression.accept(new Text());
  }

  /** The expression as an operand that binds at least as tightly as that. */
  static String format(Expression expression, Precedence atLeast) {
    String text = format(expression);
    return Precedence.of(expression).compareTo(atLeast) < 0 ? "(" + text + ")" : text;
  }

  /** Expressions with commas. */
  static String list(List<Expression> expressions) {
    return expressions.stream().map(ExpressionFormatter::format).collect(Collectors.joining(", "));
  }

  private static final class Text implements Expression.Visitor<String> {
    @Override
    public String literal(Literal node) {
      return LiteralFormatter.format(node);
    }

    @Override
    public String columnReference(ColumnReference node) {
      String name = NameFormatter.format(node.name());
      return node.source().map(source -> NameFormatter.format(source) + "." + name).orElse(name);
    }

    @Override
    public String dereference(Dereference node) {
      String field = NameFormatter.format(node.field());
      return format(node.base(), Precedence.PRIMARY) + "->" + field;
    }

    @Override
    public String subscript(Subscript node) {
      return format(node.base(), Precedence.PRIMARY) + "[" + format(node.index()) + "]";
    }

    @Override
    public String negation(Negation node) {
      // Two signs would begin a comment, a sign before a number would become part of it.
      boolean bracketed =
          node.operand() instanceof Negation
              || node.operand() instanceof Literal literal && LiteralFormatter.isNumber(literal);
      return bracketed
          ? "-(" + format(node.operand()) + ")"
          : "-" + format(node.operand(), Precedence.SIGN);
    }

    @Override
    public String arithmetic(Arithmetic node) {
      Precedence own = Precedence.of(node);
      String left = format(node.left(), own);
      return left + " " + node.operator().symbol() + " " + format(node.right(), own.tighter());
    }

    @Override
    public String comparison(Comparison node) {
      String left = format(node.left(), Precedence.SUM);
      return left + " " + node.operator().symbol() + " " + format(node.right(), Precedence.SUM);
    }

    @Override
    public String and(And node) {
      String left = format(node.left(), Precedence.AND);
      return left + " AND " + format(node.right(), Precedence.AND.tighter());
    }

    @Override
    public String or(Or node) {
      String left = format(node.left(), Precedence.OR);
      return left + " OR " + format(node.right(), Precedence.OR.tighter());
    }

    @Override
    public String not(Not node) {
      Expression operand = node.operand();
      if (operand instanceof Between between) {
        return between(between, " NOT BETWEEN ");
      }
      if (operand instanceof In in) {
        return in(in, " NOT IN ");
      }
      if (operand instanceof Like like) {
        return like(like, " NOT LIKE ");
      }
      if (operand instanceof IsNull isNull) {
        return format(isNull.operand(), Precedence.SUM) + " IS NOT NULL";
      }
      return "NOT " + format(operand, Precedence.NOT);
    }

    @Override
    public String between(Between node) {
      return between(node, " BETWEEN ");
    }

    private static String between(Between node, String word) {
      String low = format(node.low(), Precedence.SUM);
      String high = format(node.high(), Precedence.SUM);
      return format(node.value(), Precedence.SUM) + word + low + " AND " + high;
    }

    @Override
    public String in(In node) {
      return in(node, " IN ");
    }

    private static String in(In node, String word) {
      return format(node.value(), Precedence.SUM) + word + "(" + list(node.list()) + ")";
    }

    @Override
    public String like(Like node) {
      return like(node, " LIKE ");
    }

    private static String like(Like node, String word) {
      String pattern = format(node.pattern(), Precedence.SUM);
      String escape = node.escape().map(e -> " ESCAPE " + NameFormatter.text(e)).orElse("");
      return format(node.value(), Precedence.SUM) + word + pattern + escape;
    }

    @Override
    public String isNull(IsNull node) {
      return format(node.operand(), Precedence.SUM) + " IS NULL";
    }

    @Override
    public String searchedCase(SearchedCase node) {
      return "CASE" + branches(node.whens(), node.otherwise());
    }

    @Override
    public String simpleCase(SimpleCase node) {
      return "CASE " + format(node.operand()) + branches(node.whens(), node.otherwise());
    }

    private static String branches(List<When> whens, Optional<Expression> otherwise) {
      StringBuilder out = new StringBuilder();
      for (When when : whens) {
        out.append(" WHEN ").append(format(when.condition()));
        out.append(" THEN ").append(format(when.result()));
      }
      otherwise.ifPresent(e -> out.append(" ELSE ").append(format(e)));
      return out.append(" END").toString();
    }

    @Override
    public String cast(CastExpression node) {
      return "CAST(" + format(node.operand()) + " AS " + TypeFormatter.format(node.type()) + ")";
    }

    @Override
    public String arrayConstructor(ArrayConstructor node) {
      return "ARRAY[" + list(node.elements()) + "]";
    }

    @Override
    public String mapConstructor(MapConstructor node) {
      return node.entries().stream()
          .map(entry -> format(entry.key()) + " := " + format(entry.value()))
          .collect(Collectors.joining(", ", "MAP(", ")"));
    }

    @Override
    public String structConstructor(StructConstructor node) {
      return node.fields().stream()
          .map(field -> NameFormatter.format(field.name()) + " := " + format(field.value()))
          .collect(Collectors.joining(", ", "STRUCT(", ")"));
    }

    @Override
    public String functionCall(FunctionCall node) {
      return NameFormatter.format(node.name()) + "(" + list(node.arguments()) + ")";
    }

    @Override
    public String lambda(LambdaExpression node) {
      String parameters =
          node.parameters().size() == 1
              ? NameFormatter.format(node.parameters().get(0))
              : NameFormatter.list(node.parameters());
      return parameters + " => " + format(node.body());
    }

    @Override
    public String intervalUnit(IntervalUnit node) {
      return node.unit().toString();
    }
  }
}
