package io.confluent.ksql.planner.analyze;

import io.confluent.ksql.diagnostic.Diagnostic;
import io.confluent.ksql.diagnostic.ErrorCode;
import io.confluent.ksql.parser.ast.Expression;
import io.confluent.ksql.planner.expr.NamedExpr;
import io.confluent.ksql.schema.ksql.types.SqlArray;
import io.confluent.ksql.schema.ksql.types.SqlMap;
import io.confluent.ksql.schema.ksql.types.SqlStruct;
import io.confluent.ksql.schema.ksql.types.SqlType;
import java.util.List;

/** What a key can be. */
final class KeyTypes {
  private KeyTypes() {}

  /** Refuses maps at any depth: equal ones can be written in different bytes. */
  static void check(List<NamedExpr> keys, List<Expression> written) {
    for (int i = 0; i < keys.size(); i++) {
      if (hasMap(keys.get(i).expr().type())) {
        throw Diagnostic.error(
                ErrorCode.INVALID_KEY,
                written.get(i).span(),
                "A key cannot be or contain a MAP: equal maps may be written differently.")
            .toException();
      }
    }
  }

  static boolean hasMap(SqlType type) {
    if (type instanceof SqlArray array) {
      return hasMap(array.getItemType());
    }
    if (type instanceof SqlStruct struct) {
      return struct.fields().stream().anyMatch(field -> hasMap(field.type()));
    }
    return type instanceof SqlMap;
  }
}
