package io.confluent.ksql.planner.analyze;

import io.confluent.ksql.diagnostic.Diagnostic;
import io.confluent.ksql.diagnostic.ErrorCode;
import io.confluent.ksql.diagnostic.Span;
import io.confluent.ksql.name.Identifier;
import io.confluent.ksql.name.Names;
import io.confluent.ksql.parser.ast.AllColumns;
import io.confluent.ksql.parser.ast.SelectItem;
import io.confluent.ksql.parser.ast.SingleColumn;
import io.confluent.ksql.parser.ast.StructAll;
import io.confluent.ksql.planner.expr.Expr;
import io.confluent.ksql.schema.PseudoColumn;
import io.confluent.ksql.schema.ksql.types.SqlStruct;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Binds the SELECT list: expands the stars, and names every column. */
final class SelectBinder {
  /** Where key columns stand in {@code *}. */
  enum StarOrder {
    KEY_FIRST,
    /** Under PARTITION BY, which makes them columns of the value. */
    KEY_LAST
  }

  private final Scope scope;
  private final ExprBinder binder;
  private final ColumnNames names;
  private final StarOrder order;
  private final boolean persistent;

  SelectBinder(
      Scope scope, ExprBinder binder, ColumnNames names, StarOrder order, boolean persistent) {
    this.scope = scope;
    this.binder = binder;
    this.names = names;
    this.order = order;
    this.persistent = persistent;
  }

  List<SelectedItem> bind(List<SelectItem> select) {
    List<SelectedItem> items = new ArrayList<>();
    for (SelectItem item : select) {
      if (item instanceof SingleColumn column) {
        items.add(single(column));
      } else if (item instanceof AllColumns all) {
        items.addAll(star(all));
      } else {
        items.addAll(structStar((StructAll) item));
      }
    }
    checkDistinct(items);
    return items;
  }

  private SelectedItem single(SingleColumn column) {
    String name =
        column.alias().map(Identifier::text).orElseGet(() -> names.of(column.expression()));
    boolean reserved = PseudoColumn.of(name).isPresent();
    if (reserved && column.alias().isPresent()) {
      throw Diagnostic.error(
              ErrorCode.COLUMN_RESERVED,
              column.alias().get().span(),
              "%s is the name of a column that every row has; no other can be called so.",
              name)
          .toException();
    }
    if (reserved && persistent) {
      throw Diagnostic.error(
              ErrorCode.COLUMN_RESERVED,
              column.span(),
              "%s cannot be stored under its own name.",
              name)
          .hint("Give it another: %s AS %s_.".formatted(name, name))
          .toException();
    }
    return new SelectedItem(
        name, binder.bind(column.expression()), column.span(), column.alias().isPresent());
  }

  private List<SelectedItem> star(AllColumns all) {
    List<SelectedItem> items = new ArrayList<>();
    if (all.source().isEmpty() && scope.synthetic().isPresent()) {
      ScopeColumn key = scope.synthetic().get();
      items.add(new SelectedItem(key.name(), key.place(), all.span(), false));
    }
    List<ScopeSource> sources =
        all.source().map(alias -> List.of(scope.source(alias))).orElseGet(scope::sources);
    for (ScopeSource source : sources) {
      for (ScopeColumn column : ordered(source)) {
        String name = scope.isJoin() ? source.alias() + "_" + column.name() : column.name();
        items.add(new SelectedItem(name, column.place(), all.span(), false));
      }
    }
    return items;
  }

  private List<ScopeColumn> ordered(ScopeSource source) {
    List<ScopeColumn> key = new ArrayList<>();
    List<ScopeColumn> bounds = new ArrayList<>();
    List<ScopeColumn> value = new ArrayList<>();
    for (ScopeColumn column : source.columns()) {
      switch (column.role()) {
        case KEY -> key.add(column);
        case VALUE -> value.add(column);
        case PSEUDO -> {
          boolean bound =
              PseudoColumn.of(column.name()).filter(PseudoColumn::isWindowBound).isPresent();
          // The window of a stored row is that of its key; which one each side had is not in there.
          if (bound && (!persistent || scope.isJoin())) {
            bounds.add(column);
          }
        }
      }
    }
    List<ScopeColumn> ordered = new ArrayList<>();
    if (order == StarOrder.KEY_FIRST) {
      ordered.addAll(key);
      ordered.addAll(bounds);
      ordered.addAll(value);
    } else {
      ordered.addAll(value);
      ordered.addAll(key);
    }
    return ordered;
  }

  private List<SelectedItem> structStar(StructAll all) {
    Expr base = binder.bind(all.struct());
    if (!(base.type() instanceof SqlStruct struct)) {
      throw Diagnostic.error(
              ErrorCode.TYPE_MISMATCH,
              all.span(),
              "Only a STRUCT has fields, and this is a value of type %s.",
              base.type())
          .toException();
    }
    return struct.fields().stream()
        .map(
            field ->
                new SelectedItem(
                    field.name(),
                    Structures.field(base, new Identifier(field.name(), all.span(), true)),
                    all.span(),
                    false))
        .toList();
  }

  private static void checkDistinct(List<SelectedItem> items) {
    Set<String> seen = new HashSet<>();
    for (SelectedItem item : items) {
      if (!seen.add(item.name())) {
        throw duplicate(item.name(), item.span());
      }
    }
  }

  private static RuntimeException duplicate(String name, Span span) {
    return Diagnostic.error(
            ErrorCode.COLUMN_DUPLICATE,
            span,
            "Two columns of the result are named %s.",
            Names.quoted(name))
        .hint("Name one of them otherwise with AS.")
        .toException();
  }
}
