package io.confluent.ksql.planner.analyze;

import io.confluent.ksql.diagnostic.Diagnostic;
import io.confluent.ksql.diagnostic.DiagnosticException;
import io.confluent.ksql.diagnostic.ErrorCode;
import io.confluent.ksql.parser.ast.Comparison;
import io.confluent.ksql.parser.ast.ComparisonOperator;
import io.confluent.ksql.parser.ast.Expression;
import io.confluent.ksql.parser.ast.Join;
import io.confluent.ksql.parser.ast.JoinType;
import io.confluent.ksql.planner.PlanningContext;
import io.confluent.ksql.planner.catalog.Source;
import io.confluent.ksql.planner.expr.ColumnRef;
import io.confluent.ksql.planner.expr.Expr;
import io.confluent.ksql.planner.expr.ExprTrees;
import io.confluent.ksql.planner.expr.NamedExpr;
import io.confluent.ksql.planner.facts.TopicFacts;
import io.confluent.ksql.planner.logical.LogicalPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Binds a join. Each side first has all its columns in the value, so the value of the joined row is
 * that of the left side and then that of the right; what nobody asks for is pruned later.
 */
final class JoinBinder {
  private final PlanningContext context;
  private final FromBinder from;

  JoinBinder(PlanningContext context, FromBinder from) {
    this.context = context;
    this.from = from;
  }

  FromClause bind(Join join) {
    FromClause left = from.bind(join.left());
    FromClause right = from.bindSource(join.right());
    checkKinds(join, left, right);
    Criterion criterion = criterion(join, left, right);
    FromClause rightOpen = open(right);
    ScopeSource table = right.sources().get(0);
    boolean onKey =
        right.keys().size() == 1 && right.keys().get(0).contains(criterion.right().expr());
    if (!onKey) {
      throw Diagnostic.error(
              ErrorCode.INVALID_JOIN,
              criterion.right().written().span(),
              "A stream can only be joined to a table on the table's primary key.")
          .hint(
              "The primary key of "
                  + table.alias()
                  + " is "
                  + String.join(
                      ", ",
                      table.source().schema().key().stream().map(column -> column.name()).toList())
                  + ".")
          .toException();
    }
    checkTypes(join, criterion);
    FromClause leftOpen = keyed(join, left, right, criterion.left());
    LogicalPlan plan =
        new LogicalPlan.StreamTableJoin(
            leftOpen.plan(), rightOpen.plan(), join.type() == JoinType.LEFT);
    int offset = leftOpen.plan().schema().value().size();
    List<ScopeSource> sources = new ArrayList<>(leftOpen.sources());
    rightOpen.sources().forEach(source -> sources.add(shifted(source, offset)));
    return new FromClause(
        plan, sources, List.of(keyColumns(leftOpen, rightOpen, criterion, offset)));
  }

  private void checkKinds(Join join, FromClause left, FromClause right) {
    Source.Kind leftKind = left.plan().kind();
    Source.Kind rightKind = right.plan().kind();
    ScopeSource added = right.sources().get(0);
    for (ScopeSource source : left.sources()) {
      checkWindow(join, source);
      if (source.alias().equals(added.alias()) && !source.source().equals(added.source())) {
        throw error(join, "Two sources of this query are called %s.", added.alias())
            .hint("Give one of them another alias: ... AS other_name.")
            .toException();
      }
      if (source.source().name().equals(added.source().name())) {
        throw error(join, "%s cannot be joined to itself.", source.source().name()).toException();
      }
    }
    checkWindow(join, added);
    if (leftKind == Source.Kind.TABLE && rightKind == Source.Kind.STREAM) {
      throw error(join, "A table cannot be joined to a stream, only a stream to a table.")
          .hint("Exchange the two.")
          .toException();
    }
    if (leftKind != Source.Kind.STREAM || rightKind != Source.Kind.TABLE) {
      throw Diagnostic.error(
              ErrorCode.NOT_SUPPORTED,
              join.right().span(),
              "A %s cannot be joined to a %s yet.",
              leftKind.title().toLowerCase(Locale.ROOT),
              rightKind.title().toLowerCase(Locale.ROOT))
          .toException();
    }
    if (join.within().isPresent()) {
      throw Diagnostic.error(
              ErrorCode.INVALID_JOIN,
              join.within().get().span(),
              "WITHIN belongs to joins of two streams; this joins a stream to a table.")
          .hint("Leave WITHIN out.")
          .toException();
    }
    if (join.type() == JoinType.RIGHT || join.type() == JoinType.FULL) {
      throw error(join, "A stream is joined to a table by INNER or LEFT JOIN only.").toException();
    }
  }

  /** The key of a windowed row has its window in it, and so meets no key without. */
  private static void checkWindow(Join join, ScopeSource source) {
    if (source.source().window().isPresent()) {
      throw Diagnostic.error(
              ErrorCode.NOT_SUPPORTED,
              join.right().span(),
              "%s is windowed and cannot be joined yet.",
              source.source().name())
          .toException();
    }
  }

  private static Diagnostic error(Join join, String format, Object... arguments) {
    return Diagnostic.error(ErrorCode.INVALID_JOIN, join.right().span(), format, arguments);
  }

  /**
   * The two sides of ON.
   *
   * @param left the side over the left relation's row
   * @param right the side over the right relation's row
   */
  private record Criterion(Operand left, Operand right) {}

  private record Operand(Expression written, Expr expr) {}

  private Criterion criterion(Join join, FromClause left, FromClause right) {
    if (!(join.on() instanceof Comparison on) || on.operator() != ComparisonOperator.EQUAL) {
      throw Diagnostic.error(
              ErrorCode.INVALID_JOIN, join.on().span(), "ON must be one equality of both sides.")
          .hint("For example ON a.id = b.id.")
          .toException();
    }
    // Bound against both sides first: a name that is in neither or in both says so itself.
    List<ScopeSource> all = new ArrayList<>(left.sources());
    all.addAll(right.sources());
    ExprBinder both = binder(new Scope(all, left.scope().rowTime()));
    both.bind(on.left());
    both.bind(on.right());
    Optional<Expr> leftOfLeft = tryBind(on.left(), left);
    Optional<Expr> rightOfRight = tryBind(on.right(), right);
    if (leftOfLeft.isPresent() && rightOfRight.isPresent()) {
      return criterion(on.left(), leftOfLeft.get(), on.right(), rightOfRight.get());
    }
    Optional<Expr> leftOfRight = tryBind(on.right(), left);
    Optional<Expr> rightOfLeft = tryBind(on.left(), right);
    if (leftOfRight.isPresent() && rightOfLeft.isPresent()) {
      return criterion(on.right(), leftOfRight.get(), on.left(), rightOfLeft.get());
    }
    throw Diagnostic.error(
            ErrorCode.INVALID_JOIN,
            on.span(),
            "Each side of the equality must name columns of one side of the join.")
        .toException();
  }

  private static Criterion criterion(
      Expression leftWritten, Expr left, Expression rightWritten, Expr right) {
    for (Expression written : List.of(leftWritten, rightWritten)) {
      Expr expr = written == leftWritten ? left : right;
      if (ExprTrees.isConstant(expr)) {
        throw Diagnostic.error(
                ErrorCode.INVALID_JOIN,
                written.span(),
                "Each side of the equality must name a column.")
            .toException();
      }
    }
    return new Criterion(new Operand(leftWritten, left), new Operand(rightWritten, right));
  }

  private Optional<Expr> tryBind(Expression expression, FromClause relation) {
    try {
      return Optional.of(binder(relation.scope()).bind(expression));
    } catch (DiagnosticException e) {
      boolean elsewhere =
          e.diagnostic().code() == ErrorCode.COLUMN_NOT_FOUND
              || e.diagnostic().code() == ErrorCode.SOURCE_NOT_FOUND;
      if (elsewhere) {
        return Optional.empty();
      }
      throw e;
    }
  }

  private ExprBinder binder(Scope scope) {
    return new ExprBinder(context, Optional.of(scope), Optional.empty());
  }

  private static void checkTypes(Join join, Criterion criterion) {
    if (!criterion.left().expr().type().equals(criterion.right().expr().type())) {
      throw Diagnostic.error(
              ErrorCode.INVALID_JOIN,
              join.on().span(),
              "Both sides of the equality must be of one type, but these are %s and %s.",
              criterion.left().expr().type(),
              criterion.right().expr().type())
          .hint("CAST the stream's side.")
          .toException();
    }
  }

  /** The left side with all its columns in the value and the join expression as its key. */
  private FromClause keyed(Join join, FromClause left, FromClause right, Operand criterion) {
    boolean keyedSo = left.keys().size() == 1 && left.keys().get(0).contains(criterion.expr());
    FromClause open = open(left);
    if (keyedSo) {
      checkPartitions(join, left, right);
      return open;
    }
    LogicalPlan.Project project = (LogicalPlan.Project) open.plan();
    NamedExpr key = new NamedExpr(keyName(criterion.expr()), criterion.expr());
    LogicalPlan rekeyed =
        new LogicalPlan.Rekey(
            project.input(), List.of(key), project.value(), LogicalPlan.Rekey.Purpose.JOIN);
    return new FromClause(rekeyed, open.sources(), open.keys());
  }

  private static String keyName(Expr expr) {
    return expr instanceof ColumnRef column ? column.name() : "ROWKEY";
  }

  private void checkPartitions(Join join, FromClause left, FromClause right) {
    Source leftSource = left.sources().get(0).source();
    Source rightSource = right.sources().get(0).source();
    Optional<Integer> leftPartitions =
        context.facts().topic(leftSource.topic()).map(TopicFacts::partitions);
    Optional<Integer> rightPartitions =
        context.facts().topic(rightSource.topic()).map(TopicFacts::partitions);
    if (leftPartitions.isPresent()
        && rightPartitions.isPresent()
        && !leftPartitions.equals(rightPartitions)) {
      throw error(
              join,
              "%s has %d partitions and %s has %d; rows of one key would not meet.",
              leftSource.name(),
              leftPartitions.get(),
              rightSource.name(),
              rightPartitions.get())
          .hint("Write one of them to a topic of as many partitions first.")
          .toException();
    }
  }

  /** The relation with every column, pseudo columns included, in the value. */
  private static FromClause open(FromClause relation) {
    List<NamedExpr> value = new ArrayList<>();
    List<ScopeSource> sources = new ArrayList<>();
    for (ScopeSource source : relation.sources()) {
      List<ScopeColumn> columns = new ArrayList<>();
      for (ScopeColumn column : source.columns()) {
        ColumnRef place = ColumnRef.value(value.size(), column.name(), column.place().type());
        columns.add(new ScopeColumn(column.name(), place, column.role()));
        value.add(new NamedExpr(source.alias() + "." + column.name(), column.place()));
      }
      sources.add(new ScopeSource(source.alias(), source.source(), columns));
    }
    List<List<ColumnRef>> keys = new ArrayList<>();
    for (List<ColumnRef> same : relation.keys()) {
      keys.add(same.stream().map(column -> placeIn(value, column)).toList());
    }
    List<String> keyNames =
        relation.plan().schema().key().stream().map(column -> column.name()).toList();
    return new FromClause(new LogicalPlan.Project(relation.plan(), keyNames, value), sources, keys);
  }

  private static ColumnRef placeIn(List<NamedExpr> value, Expr expr) {
    for (int i = 0; i < value.size(); i++) {
      if (value.get(i).expr().equals(expr)) {
        return ColumnRef.value(i, ((ColumnRef) expr).name(), expr.type());
      }
    }
    throw new IllegalArgumentException(expr + " is not among the columns");
  }

  private static ScopeSource shifted(ScopeSource source, int offset) {
    return new ScopeSource(
        source.alias(),
        source.source(),
        source.columns().stream()
            .map(
                column ->
                    new ScopeColumn(
                        column.name(),
                        ColumnRef.value(
                            column.place().index() + offset, column.name(), column.place().type()),
                        column.role()))
            .toList());
  }

  /** The columns of the joined row that hold the value of its key. */
  private static List<ColumnRef> keyColumns(
      FromClause left, FromClause right, Criterion criterion, int offset) {
    List<ColumnRef> same = new ArrayList<>();
    if (criterion.left().expr() instanceof ColumnRef column) {
      List<NamedExpr> value =
          left.plan() instanceof LogicalPlan.Rekey rekey
              ? rekey.value()
              : ((LogicalPlan.Project) left.plan()).value();
      same.add(placeIn(value, column));
    }
    for (ColumnRef column : right.keys().get(0)) {
      same.add(ColumnRef.value(column.index() + offset, column.name(), column.type()));
    }
    return same;
  }
}
