package io.confluent.ksql.planner.analyze;

import io.confluent.ksql.diagnostic.Diagnostic;
import io.confluent.ksql.diagnostic.ErrorCode;
import io.confluent.ksql.name.Identifier;
import io.confluent.ksql.parser.ast.AliasedSource;
import io.confluent.ksql.parser.ast.Join;
import io.confluent.ksql.parser.ast.Relation;
import io.confluent.ksql.planner.PlanningContext;
import io.confluent.ksql.planner.catalog.Source;
import io.confluent.ksql.planner.expr.ColumnRef;
import io.confluent.ksql.planner.logical.LogicalPlan;
import io.confluent.ksql.planner.physical.ScanExtra;
import io.confluent.ksql.schema.Column;
import io.confluent.ksql.schema.PseudoColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Binds FROM: finds the sources, and lays out the row that the rest of the query sees. */
final class FromBinder {
  private final PlanningContext context;

  FromBinder(PlanningContext context) {
    this.context = context;
  }

  FromClause bind(Relation relation) {
    if (relation instanceof Join join) {
      return new JoinBinder(context, this).bind(join);
    }
    return bindSource((AliasedSource) relation);
  }

  FromClause bindSource(AliasedSource node) {
    Source source = source(node.source());
    List<ScanExtra> extras = new ArrayList<>(ScanExtra.ofHeaders(source.headers()));
    extras.add(new ScanExtra(ScanExtra.Kind.PARTITION, PseudoColumn.ROWPARTITION.name(), ""));
    extras.add(new ScanExtra(ScanExtra.Kind.OFFSET, PseudoColumn.ROWOFFSET.name(), ""));
    LogicalPlan.Scan scan = new LogicalPlan.Scan(source, extras);
    List<ScopeColumn> columns = columns(scan);
    List<KeyColumn> keys =
        columns.stream()
            .filter(column -> column.role() == ScopeColumn.Role.KEY)
            .map(column -> KeyColumn.of(column.place()))
            .toList();
    return new FromClause(
        scan,
        List.of(new ScopeSource(node.name().text(), source, columns)),
        keys,
        Optional.empty(),
        KeyPlace.of(source, context));
  }

  private Source source(Identifier name) {
    return context.catalog().source(name.text()).orElseThrow(() -> unknown(name));
  }

  private RuntimeException unknown(Identifier name) {
    return Diagnostic.error(
            ErrorCode.SOURCE_NOT_FOUND,
            name.span(),
            "There is no stream or table named %s.",
            name.text())
        .hint(SourceHints.nearest(name, context.catalog()))
        .toException();
  }

  private static List<ScopeColumn> columns(LogicalPlan.Scan scan) {
    List<ScopeColumn> columns = new ArrayList<>();
    List<Column> key = scan.schema().key();
    for (int i = 0; i < key.size(); i++) {
      ColumnRef place = ColumnRef.key(i, key.get(i).name(), key.get(i).type());
      columns.add(new ScopeColumn(place.name(), place, ScopeColumn.Role.KEY));
    }
    List<Column> value = scan.schema().value();
    for (int i = 0; i < value.size(); i++) {
      ColumnRef place = ColumnRef.value(i, value.get(i).name(), value.get(i).type());
      boolean pseudo = PseudoColumn.of(place.name()).isPresent();
      columns.add(
          new ScopeColumn(
              place.name(), place, pseudo ? ScopeColumn.Role.PSEUDO : ScopeColumn.Role.VALUE));
    }
    columns.add(pseudo(ColumnRef.Side.TIME, PseudoColumn.ROWTIME));
    if (scan.source().window().isPresent()) {
      columns.add(pseudo(ColumnRef.Side.WINDOW_START, PseudoColumn.WINDOWSTART));
      columns.add(pseudo(ColumnRef.Side.WINDOW_END, PseudoColumn.WINDOWEND));
    }
    return columns;
  }

  static ScopeColumn pseudo(ColumnRef.Side side, PseudoColumn column) {
    return new ScopeColumn(
        column.name(), ColumnRef.pseudo(side, column.name()), ScopeColumn.Role.PSEUDO);
  }
}
