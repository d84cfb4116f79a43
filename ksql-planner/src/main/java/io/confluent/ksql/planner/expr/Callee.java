package io.confluent.ksql.planner.expr;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.confluent.ksql.planner.function.FunctionSignature;
import java.util.Objects;

/** What a {@link Call} calls. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Callee.Op.class, name = "operator"),
  @JsonSubTypes.Type(value = Callee.Function.class, name = "function"),
})
public sealed interface Callee {
  /**
   * An operator of the language.
   *
   * @param operator which
   */
  record Op(Operator operator) implements Callee {
    public Op {
      Objects.requireNonNull(operator, "operator");
    }
  }

  /**
   * A scalar function.
   *
   * @param signature the overload that was chosen
   */
  record Function(FunctionSignature signature) implements Callee {
    public Function {
      Objects.requireNonNull(signature, "signature");
    }
  }
}
