package io.confluent.ksql.parser.format;

import io.confluent.ksql.parser.ast.AliasedSource;
import io.confluent.ksql.parser.ast.AllColumns;
import io.confluent.ksql.parser.ast.Expression;
import io.confluent.ksql.parser.ast.HoppingWindow;
import io.confluent.ksql.parser.ast.Join;
import io.confluent.ksql.parser.ast.Query;
import io.confluent.ksql.parser.ast.Relation;
import io.confluent.ksql.parser.ast.SelectItem;
import io.confluent.ksql.parser.ast.SessionWindow;
import io.confluent.ksql.parser.ast.SingleColumn;
import io.confluent.ksql.parser.ast.StructAll;
import io.confluent.ksql.parser.ast.TumblingWindow;
import io.confluent.ksql.parser.ast.WindowClause;
import io.confluent.ksql.parser.ast.Within;
import java.util.List;
import java.util.stream.Collectors;

/** Queries. */
final class QueryFormatter {
  private QueryFormatter() {}

  static String format(Query query) {
    StringBuilder out = new StringBuilder("SELECT ");
    out.append(query.select().stream().map(QueryFormatter::item).collect(Collectors.joining(", ")));
    out.append(" FROM ").append(relation(query.from()));
    query.window().ifPresent(window -> out.append(" WINDOW ").append(window(window)));
    query.where().ifPresent(e -> out.append(" WHERE ").append(ExpressionFormatter.format(e)));
    query
        .groupBy()
        .ifPresent(clause -> out.append(" GROUP BY ").append(groupBy(clause.expressions())));
    query
        .partitionBy()
        .ifPresent(
            clause -> out.append(" PARTITION BY ").append(partitionBy(clause.expressions())));
    query.having().ifPresent(e -> out.append(" HAVING ").append(ExpressionFormatter.format(e)));
    query.emit().ifPresent(emit -> out.append(" EMIT ").append(emit));
    query.limit().ifPresent(limit -> out.append(" LIMIT ").append(limit));
    return out.toString();
  }

  private static String item(SelectItem item) {
    if (item instanceof AllColumns all) {
      return all.source().map(source -> NameFormatter.format(source) + ".*").orElse("*");
    }
    if (item instanceof StructAll all) {
      return ExpressionFormatter.format(all.struct(), Precedence.PRIMARY) + "->*";
    }
    SingleColumn column = (SingleColumn) item;
    String expression = ExpressionFormatter.format(column.expression());
    return column
        .alias()
        .map(alias -> expression + " AS " + NameFormatter.format(alias))
        .orElse(expression);
  }

  private static String relation(Relation relation) {
    if (relation instanceof Join join) {
      String within = join.within().map(QueryFormatter::within).orElse("");
      return "%s %s JOIN %s%s ON %s"
          .formatted(
              relation(join.left()),
              join.type(),
              source(join.right()),
              within,
              ExpressionFormatter.format(join.on()));
    }
    return source((AliasedSource) relation);
  }

  private static String source(AliasedSource source) {
    String name = NameFormatter.format(source.source());
    return source.alias().map(alias -> name + " AS " + NameFormatter.format(alias)).orElse(name);
  }

  private static String within(Within within) {
    String span =
        within.before().equals(within.after())
            ? LiteralFormatter.format(within.before())
            : "("
                + LiteralFormatter.format(within.before())
                + ", "
                + LiteralFormatter.format(within.after())
                + ")";
    String grace =
        within.grace().map(g -> " GRACE PERIOD " + LiteralFormatter.format(g)).orElse("");
    return " WITHIN " + span + grace;
  }

  private static String window(WindowClause window) {
    String options =
        window.retention().map(r -> ", RETENTION " + LiteralFormatter.format(r)).orElse("")
            + window.grace().map(g -> ", GRACE PERIOD " + LiteralFormatter.format(g)).orElse("");
    if (window instanceof TumblingWindow tumbling) {
      return "TUMBLING (SIZE " + LiteralFormatter.format(tumbling.size()) + options + ")";
    }
    if (window instanceof HoppingWindow hopping) {
      return "HOPPING (SIZE %s, ADVANCE BY %s%s)"
          .formatted(
              LiteralFormatter.format(hopping.size()),
              LiteralFormatter.format(hopping.advance()),
              options);
    }
    SessionWindow session = (SessionWindow) window;
    return "SESSION (" + LiteralFormatter.format(session.gap()) + options + ")";
  }

  private static String groupBy(List<Expression> expressions) {
    return expressions.isEmpty() ? "()" : ExpressionFormatter.list(expressions);
  }

  private static String partitionBy(List<Expression> expressions) {
    return expressions.isEmpty()
        ? "()"
        : expressions.stream()
            .map(expression -> ExpressionFormatter.format(expression, Precedence.SUM))
            .collect(Collectors.joining(", "));
  }
}
