package io.confluent.ksql.planner.analyze;

import io.confluent.ksql.diagnostic.Diagnostic;
import io.confluent.ksql.diagnostic.ErrorCode;
import io.confluent.ksql.diagnostic.Span;
import io.confluent.ksql.name.Identifier;
import io.confluent.ksql.name.Names;
import io.confluent.ksql.parser.ast.ArrayConstructor;
import io.confluent.ksql.parser.ast.MapConstructor;
import io.confluent.ksql.parser.ast.StructConstructor;
import io.confluent.ksql.parser.ast.Subscript;
import io.confluent.ksql.planner.expr.Call;
import io.confluent.ksql.planner.expr.Cast;
import io.confluent.ksql.planner.expr.Constant;
import io.confluent.ksql.planner.expr.Expr;
import io.confluent.ksql.planner.expr.MakeStruct;
import io.confluent.ksql.planner.expr.Operator;
import io.confluent.ksql.schema.ksql.types.SqlArray;
import io.confluent.ksql.schema.ksql.types.SqlBaseType;
import io.confluent.ksql.schema.ksql.types.SqlMap;
import io.confluent.ksql.schema.ksql.types.SqlStruct;
import io.confluent.ksql.schema.ksql.types.SqlTypes;
import io.confluent.ksql.util.KsqlException;
import java.util.ArrayList;
import java.util.List;

/** Binds what makes arrays, maps and structs and what takes them apart. */
final class Structures {
  private Structures() {}

  static Expr field(Expr base, Identifier name) {
    if (!(base.type() instanceof SqlStruct struct)) {
      throw Diagnostic.error(
              ErrorCode.TYPE_MISMATCH,
              name.span(),
              "Only a STRUCT has fields, and this is a value of type %s.",
              base.type())
          .toException();
    }
    SqlStruct.Field field =
        struct
            .field(name.text())
            .orElseThrow(
                () ->
                    Diagnostic.error(
                            ErrorCode.FIELD_NOT_FOUND,
                            name.span(),
                            "There is no field %s.",
                            name.text())
                        .hint(
                            Names.nearest(
                                    name.text(),
                                    struct.fields().stream().map(SqlStruct.Field::name).toList())
                                .map("Did you mean %s?"::formatted))
                        .toException());
    return Call.of(
        Operator.FIELD, field.type(), base, new Constant(field.index(), SqlTypes.INTEGER));
  }

  static Expr subscript(Expr base, Expr index, Subscript node) {
    if (base.type() instanceof SqlArray array) {
      boolean whole =
          index.type().baseType() == SqlBaseType.INTEGER
              || index.type().baseType() == SqlBaseType.BIGINT;
      if (!whole) {
        throw TypeErrors.expected(
            node.index().span(), "A position in an array", SqlTypes.INTEGER, index);
      }
      return Call.of(
          Operator.SUBSCRIPT, array.getItemType(), base, Cast.to(SqlTypes.INTEGER, index));
    }
    if (base.type() instanceof SqlMap map) {
      Expr key =
          Coercion.implicit(index, map.getKeyType())
              .orElseThrow(
                  () ->
                      TypeErrors.expected(
                          node.index().span(), "A key of this map", map.getKeyType(), index));
      return Call.of(Operator.SUBSCRIPT, map.getValueType(), base, key);
    }
    throw Diagnostic.error(
            ErrorCode.TYPE_MISMATCH,
            node.span(),
            "Only an ARRAY or a MAP can be subscripted, and this is a value of type %s.",
            base.type())
        .hint(
            base.type().baseType() == SqlBaseType.STRUCT
                ? "Fields of a STRUCT are read by ->."
                : "Leave the brackets out.")
        .toException();
  }

  static Expr array(ArrayConstructor node, List<Expr> items) {
    List<Expr> coerced = oneType(node.span(), items, "An ARRAY");
    return Call.of(
        Operator.MAKE_ARRAY, SqlTypes.array(coerced.get(0).type()), coerced.toArray(new Expr[0]));
  }

  static Expr map(MapConstructor node, List<Expr> keys, List<Expr> values) {
    List<Expr> k = oneType(node.span(), keys, "A MAP");
    List<Expr> v = oneType(node.span(), values, "A MAP");
    List<Expr> entries = new ArrayList<>();
    for (int i = 0; i < k.size(); i++) {
      entries.add(k.get(i));
      entries.add(v.get(i));
    }
    return Call.of(
        Operator.MAKE_MAP,
        SqlTypes.map(k.get(0).type(), v.get(0).type()),
        entries.toArray(new Expr[0]));
  }

  private static List<Expr> oneType(Span span, List<Expr> items, String what) {
    if (items.isEmpty()) {
      throw Diagnostic.error(
              ErrorCode.TYPE_MISMATCH, span, "%s written in SQL needs at least one element.", what)
          .toException();
    }
    return CommonType.coerce(span, items);
  }

  static Expr struct(StructConstructor node, List<Expr> values) {
    SqlStruct.Builder type = SqlTypes.struct();
    for (int i = 0; i < values.size(); i++) {
      Identifier name = node.fields().get(i).name();
      try {
        type.field(name.text(), values.get(i).type());
      } catch (KsqlException e) {
        throw Diagnostic.error(ErrorCode.COLUMN_DUPLICATE, name.span(), "%s", e.getMessage())
            .toException(e);
      }
    }
    return new MakeStruct(type.build(), values);
  }
}
