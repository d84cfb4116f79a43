package io.confluent.ksql.planner.expr;

import io.confluent.ksql.schema.ksql.types.SqlStruct;
import java.util.List;

/**
 * A struct from the values of its fields.
 *
 * @param type the type of the struct
 * @param fields one expression a field, in the type's order
 */
public record MakeStruct(SqlStruct type, List<Expr> fields) implements Expr {
  public MakeStruct {
    fields = List.copyOf(fields);
    if (type.fields().size() != fields.size()) {
      throw new IllegalArgumentException(type + " has other than " + fields.size() + " fields");
    }
  }

  @Override
  public List<Expr> inputs() {
    return fields;
  }

  @Override
  public Expr withInputs(List<Expr> inputs) {
    return new MakeStruct(type, inputs);
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.makeStruct(this);
  }
}
