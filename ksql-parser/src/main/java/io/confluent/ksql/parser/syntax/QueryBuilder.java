package io.confluent.ksql.parser.syntax;

import io.confluent.ksql.diagnostic.Diagnostic;
import io.confluent.ksql.diagnostic.ErrorCode;
import io.confluent.ksql.diagnostic.Span;
import io.confluent.ksql.parser.ast.AliasedSource;
import io.confluent.ksql.parser.ast.AllColumns;
import io.confluent.ksql.parser.ast.Emit;
import io.confluent.ksql.parser.ast.GroupBy;
import io.confluent.ksql.parser.ast.HoppingWindow;
import io.confluent.ksql.parser.ast.Join;
import io.confluent.ksql.parser.ast.JoinType;
import io.confluent.ksql.parser.ast.PartitionBy;
import io.confluent.ksql.parser.ast.Query;
import io.confluent.ksql.parser.ast.Relation;
import io.confluent.ksql.parser.ast.SelectItem;
import io.confluent.ksql.parser.ast.SessionWindow;
import io.confluent.ksql.parser.ast.SingleColumn;
import io.confluent.ksql.parser.ast.StructAll;
import io.confluent.ksql.parser.ast.TumblingWindow;
import io.confluent.ksql.parser.ast.WindowClause;
import io.confluent.ksql.parser.ast.Within;
import io.confluent.ksql.parser.syntax.KsqlGrammarParser.*;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Queries and their clauses. */
final class QueryBuilder {
  private final Spans spans;
  private final NameBuilder names;
  private final LiteralBuilder literals;
  private final ExpressionBuilder expressions;

  QueryBuilder(
      Spans spans, NameBuilder names, LiteralBuilder literals, ExpressionBuilder expressions) {
    this.spans = spans;
    this.names = names;
    this.literals = literals;
    this.expressions = expressions;
  }

  Query query(QueryContext context) {
    return new Query(
        spans.of(context),
        context.selectItem().stream().map(item -> item.accept(new Items())).toList(),
        context.relation().accept(new Relations()),
        Optional.ofNullable(context.window()).map(window -> window.accept(new Windows())),
        expressions.optional(context.where),
        Optional.ofNullable(context.groupBy()).map(this::groupBy),
        Optional.ofNullable(context.partitionBy()).map(this::partitionBy),
        expressions.optional(context.having),
        Optional.ofNullable(context.emit)
            .map(word -> word.getType() == KsqlGrammarParser.FINAL ? Emit.FINAL : Emit.CHANGES),
        Optional.ofNullable(context.limit()).map(limit -> limit(limit, context.emit == null)),
        ending(context));
  }

  private Span ending(QueryContext context) {
    return Stream.of(context.EMIT(), context.LIMIT())
        .filter(Objects::nonNull)
        .findFirst()
        .map(first -> spans.between(first.getSymbol(), context.getStop()))
        .orElse(Span.NONE);
  }

  private int limit(LimitContext context, boolean pull) {
    if (context.MINUS() != null) {
      throw Diagnostic.error(
              pull ? ErrorCode.INVALID_PULL_QUERY : ErrorCode.INVALID_LITERAL,
              spans.of(context),
              "LIMIT cannot be negative.")
          .toException();
    }
    return literals.integer(context.integer());
  }

  private GroupBy groupBy(GroupByContext context) {
    return new GroupBy(spans.of(context), expressions.clause(context.expression()));
  }

  private PartitionBy partitionBy(PartitionByContext context) {
    return new PartitionBy(spans.of(context), expressions.clause(context.operand()));
  }

  private AliasedSource source(AliasedSourceContext context) {
    return new AliasedSource(
        spans.of(context),
        names.source(context.sourceName(0)),
        Optional.ofNullable(context.alias).map(names::source));
  }

  private Within within(WithinContext context) {
    Duration before = literals.duration(context.both != null ? context.both : context.before);
    Duration after = literals.duration(context.both != null ? context.both : context.after);
    return new Within(spans.of(context), before, after, literals.optionalDuration(context.grace));
  }

  private final class Items extends StrictVisitor<SelectItem> {
    @Override
    public SelectItem visitAllColumns(AllColumnsContext context) {
      return new AllColumns(
          spans.of(context), Optional.ofNullable(context.identifier()).map(names::identifier));
    }

    @Override
    public SelectItem visitSelectedExpression(SelectedExpressionContext context) {
      if (context.ARROW() != null) {
        return structAll(context);
      }
      return new SingleColumn(
          spans.of(context),
          expressions.expression(context.expression()),
          Optional.ofNullable(context.identifier()).map(names::identifier));
    }

    private SelectItem structAll(SelectedExpressionContext context) {
      if (ExpressionBuilder.primary(context.expression()) == null) {
        throw Diagnostic.error(
                ErrorCode.SYNTAX,
                spans.of(context.ARROW().getSymbol()),
                "What has all its fields selected must be a name or stand in brackets.")
            .toException();
      }
      return new StructAll(spans.of(context), expressions.expression(context.expression()));
    }
  }

  private final class Relations extends StrictVisitor<Relation> {
    @Override
    public Relation visitPlainRelation(PlainRelationContext context) {
      return source(context.aliasedSource());
    }

    @Override
    public Relation visitJoin(JoinContext context) {
      return new Join(
          spans.of(context),
          type(context.joinType()),
          context.relation().accept(this),
          source(context.aliasedSource()),
          expressions.expression(context.expression()),
          Optional.ofNullable(context.within()).map(QueryBuilder.this::within));
    }

    private static JoinType type(JoinTypeContext context) {
      return context == null
          ? JoinType.INNER
          : JoinType.valueOf(Words.of(context.getStart().getType()));
    }
  }

  private final class Windows extends StrictVisitor<WindowClause> {
    @Override
    public WindowClause visitTumblingWindow(TumblingWindowContext context) {
      return new TumblingWindow(
          spans.of(context),
          literals.duration(context.size),
          literals.optionalDuration(context.windowOptions().retention),
          literals.optionalDuration(context.windowOptions().grace));
    }

    @Override
    public WindowClause visitHoppingWindow(HoppingWindowContext context) {
      return new HoppingWindow(
          spans.of(context),
          literals.duration(context.size),
          literals.duration(context.advance),
          literals.optionalDuration(context.windowOptions().retention),
          literals.optionalDuration(context.windowOptions().grace));
    }

    @Override
    public WindowClause visitSessionWindow(SessionWindowContext context) {
      return new SessionWindow(
          spans.of(context),
          literals.duration(context.gap),
          literals.optionalDuration(context.windowOptions().retention),
          literals.optionalDuration(context.windowOptions().grace));
    }
  }
}
