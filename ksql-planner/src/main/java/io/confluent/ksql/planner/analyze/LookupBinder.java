package io.confluent.ksql.planner.analyze;

import io.confluent.ksql.diagnostic.Span;
import io.confluent.ksql.parser.ast.Comparison;
import io.confluent.ksql.parser.ast.ComparisonOperator;
import io.confluent.ksql.parser.ast.Expression;
import io.confluent.ksql.parser.ast.Query;
import io.confluent.ksql.planner.PlannerSettings;
import io.confluent.ksql.planner.PlanningContext;
import io.confluent.ksql.planner.catalog.Source;
import io.confluent.ksql.planner.expr.Cast;
import io.confluent.ksql.planner.expr.ColumnRef;
import io.confluent.ksql.planner.expr.Expr;
import io.confluent.ksql.planner.expr.ExprTrees;
import io.confluent.ksql.planner.expr.Operator;
import io.confluent.ksql.planner.lookup.Access;
import io.confluent.ksql.planner.lookup.WindowBound;
import io.confluent.ksql.schema.Column;
import io.confluent.ksql.schema.WindowInfo;
import io.confluent.ksql.schema.ksql.types.SqlBaseType;
import io.confluent.ksql.schema.ksql.types.SqlType;
import io.confluent.ksql.schema.ksql.types.SqlTypes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds out from WHERE which rows of a table's store a query can meet. Each disjunct is a lookup of
 * a key, a range of keys, or all rows; together they are a union.
 */
public final class LookupBinder {
  private final PlanningContext context;
  private final Source source;
  private final ExprBinder binder;
  private final LookupErrors errors;

  private LookupBinder(PlanningContext context, Query query, Source source) {
    this.context = context;
    this.source = source;
    this.binder =
        new ExprBinder(
            context,
            Optional.of(new FromBinder(context).bind(query.from()).scope()),
            Optional.empty());
    this.errors = new LookupErrors(source, rangesAllowed());
  }

  /**
   * What a query of a table reads.
   *
   * @param query bound already, so that what is wrong with its expressions is known
   * @param source the table
   * @throws io.confluent.ksql.diagnostic.DiagnosticException if it would have to look at every row
   *     and may not
   */
  public static List<Access> bind(PlanningContext context, Query query, Source source) {
    return new LookupBinder(context, query, source).bind(query);
  }

  private List<Access> bind(Query query) {
    if (query.where().isEmpty()) {
      return scan(errors.noWhere(query.span()));
    }
    Expression where = query.where().get();
    Optional<List<List<Expression>>> disjuncts = Disjuncts.of(where);
    if (disjuncts.isEmpty()) {
      return scan(errors.tooMany(where.span()));
    }
    Set<Access> found = new LinkedHashSet<>();
    for (List<Expression> disjunct : disjuncts.get()) {
      found.add(access(disjunct));
    }
    return found.size() > 1 && found.stream().anyMatch(Access.Scan.class::isInstance)
        ? List.of(new Access.Scan(List.of()))
        : List.copyOf(found);
  }

  private List<Access> scan(RuntimeException refusal) {
    checkScan(refusal);
    return List.of(new Access.Scan(List.of()));
  }

  private void checkScan(RuntimeException refusal) {
    if (!scansAllowed()) {
      throw refusal;
    }
    if (source.window().filter(window -> window.type() == WindowInfo.Type.SESSION).isPresent()) {
      throw errors.sessionScan(refusal);
    }
  }

  private boolean scansAllowed() {
    return context.settings().get(PlannerSettings.PULL_TABLE_SCAN);
  }

  private boolean rangesAllowed() {
    return context.settings().get(PlannerSettings.PULL_RANGE_SCAN);
  }

  private Access access(List<Expression> disjunct) {
    List<LookupTerm.KeyTerm> keys = new ArrayList<>();
    List<LookupTerm.WindowTerm> windows = new ArrayList<>();
    List<LookupTerm.OtherTerm> others = new ArrayList<>();
    for (Expression written : disjunct) {
      LookupTerm term = term(written);
      if (term instanceof LookupTerm.KeyTerm key) {
        keys.add(key);
      } else if (term instanceof LookupTerm.WindowTerm window) {
        windows.add(window);
      } else {
        others.add((LookupTerm.OtherTerm) term);
      }
    }
    errors.checkBounds(windows);
    List<WindowBound> bounds = windows.stream().map(LookupTerm.WindowTerm::bound).toList();
    Optional<Access> narrow =
        key(keys, bounds).or(() -> source.window().isEmpty() ? range(keys) : Optional.empty());
    boolean once = keys.stream().map(LookupTerm.KeyTerm::column).distinct().count() == keys.size();
    if (narrow.isEmpty() || !scansAllowed() && !once) {
      Span span = disjunct.get(0).span().to(disjunct.get(disjunct.size() - 1).span());
      checkScan(errors.notNarrow(span, keys, others));
    }
    return narrow.orElseGet(() -> new Access.Scan(bounds));
  }

  /** A lookup, if every key column must equal a constant. */
  private Optional<Access> key(Collection<LookupTerm.KeyTerm> terms, List<WindowBound> bounds) {
    List<Expr> values = new ArrayList<>();
    for (int i = 0; i < source.schema().key().size(); i++) {
      int column = i;
      Optional<LookupTerm.KeyTerm> equal =
          terms.stream()
              .filter(term -> term.column() == column && term.operator() == Operator.EQUAL)
              .findFirst();
      if (equal.isEmpty()) {
        return Optional.empty();
      }
      values.add(equal.get().value());
    }
    return Optional.of(new Access.Key(values, bounds));
  }

  /** A range, if the one key column is compared once and its bytes are in order. */
  private Optional<Access> range(List<LookupTerm.KeyTerm> terms) {
    List<Column> key = source.schema().key();
    boolean ordered =
        key.size() == 1
            && (key.get(0).type().baseType() == SqlBaseType.STRING
                || key.get(0).type().baseType() == SqlBaseType.BYTES);
    if (!ordered || !rangesAllowed() || terms.size() != 1) {
      return Optional.empty();
    }
    LookupTerm.KeyTerm term = terms.get(0);
    return switch (term.operator()) {
      case LESS_THAN, LESS_THAN_OR_EQUAL, GREATER_THAN, GREATER_THAN_OR_EQUAL ->
          Optional.of(new Access.Range(term.operator(), term.value()));
      case ADD,
          SUBTRACT,
          MULTIPLY,
          DIVIDE,
          MODULO,
          NEGATE,
          EQUAL,
          NOT_EQUAL,
          IS_DISTINCT_FROM,
          IS_NULL,
          LIKE,
          IN,
          SUBSCRIPT,
          FIELD,
          MAKE_ARRAY,
          MAKE_MAP ->
          Optional.empty();
    };
  }

  private LookupTerm term(Expression written) {
    if (written instanceof Comparison comparison && isOrder(comparison.operator())) {
      Expr left = binder.bindNullable(comparison.left());
      Expr right = binder.bindNullable(comparison.right());
      Operator operator = Operators.of(comparison.operator());
      if (isPlace(left)) {
        return compared(comparison, (ColumnRef) left, operator, right);
      }
      if (isPlace(right)) {
        return compared(comparison, (ColumnRef) right, mirrored(operator), left);
      }
    }
    boolean about = isAboutKey(binder.bindNullable(written));
    return new LookupTerm.OtherTerm(
        written.span(), about ? LookupTerm.Reason.INDIRECT : LookupTerm.Reason.NO_KEY);
  }

  /** Whether rows could be looked for by a comparison of it. */
  private static boolean isPlace(Expr expr) {
    return expr instanceof ColumnRef column
        && switch (column.side()) {
          case KEY, WINDOW_START, WINDOW_END -> true;
          case VALUE, TIME -> false;
        };
  }

  private static boolean isAboutKey(Expr expr) {
    boolean[] found = new boolean[1];
    ExprTrees.forEach(
        expr,
        node ->
            found[0] |= node instanceof ColumnRef column && column.side() == ColumnRef.Side.KEY);
    return found[0];
  }

  private static boolean isOrder(ComparisonOperator operator) {
    return switch (operator) {
      case EQUAL, NOT_EQUAL, LESS_THAN, LESS_THAN_OR_EQUAL, GREATER_THAN, GREATER_THAN_OR_EQUAL ->
          true;
      case IS_DISTINCT_FROM, IS_NOT_DISTINCT_FROM -> false;
    };
  }

  private static Operator mirrored(Operator operator) {
    return switch (operator) {
      case LESS_THAN -> Operator.GREATER_THAN;
      case LESS_THAN_OR_EQUAL -> Operator.GREATER_THAN_OR_EQUAL;
      case GREATER_THAN -> Operator.LESS_THAN;
      case GREATER_THAN_OR_EQUAL -> Operator.LESS_THAN_OR_EQUAL;
      case ADD,
          SUBTRACT,
          MULTIPLY,
          DIVIDE,
          MODULO,
          NEGATE,
          EQUAL,
          NOT_EQUAL,
          IS_DISTINCT_FROM,
          IS_NULL,
          LIKE,
          IN,
          SUBSCRIPT,
          FIELD,
          MAKE_ARRAY,
          MAKE_MAP ->
          operator;
    };
  }

  private LookupTerm compared(Comparison written, ColumnRef place, Operator operator, Expr value) {
    Span span = written.span();
    boolean isKey = place.side() == ColumnRef.Side.KEY;
    if (!ExprTrees.isConstant(value)) {
      return new LookupTerm.OtherTerm(
          span, isKey ? LookupTerm.Reason.NOT_CONSTANT : LookupTerm.Reason.NO_KEY);
    }
    if (isKey) {
      return asKeyType(value, place.type(), operator, span)
          .<LookupTerm>map(of -> new LookupTerm.KeyTerm(span, place.index(), operator, of))
          .orElseGet(() -> new LookupTerm.OtherTerm(span, LookupTerm.Reason.OTHER_TYPE));
    }
    Expr time = Operators.asTimeOf(place, value, span);
    Optional<Expr> ms = Coercion.implicit(time, SqlTypes.BIGINT);
    if (ms.isEmpty() || operator == Operator.NOT_EQUAL) {
      return new LookupTerm.OtherTerm(span, LookupTerm.Reason.NO_KEY);
    }
    WindowBound.Edge edge =
        place.side() == ColumnRef.Side.WINDOW_START ? WindowBound.Edge.START : WindowBound.Edge.END;
    return new LookupTerm.WindowTerm(span, new WindowBound(edge, operator, ms.get()));
  }

  /** The value as the key column holds it; empty if it may be none that the column can hold. */
  private static Optional<Expr> asKeyType(Expr value, SqlType type, Operator operator, Span span) {
    if (Nulls.isUntyped(value)) {
      return Optional.empty();
    }
    SqlType common =
        Coercion.comparison(type, value.type())
            .orElseThrow(() -> TypeErrors.keyValue(span, operator, type, value));
    return common.equals(type) ? Optional.of(Cast.to(type, value)) : Optional.empty();
  }
}
