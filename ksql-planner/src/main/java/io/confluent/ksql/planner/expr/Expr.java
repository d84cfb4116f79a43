package io.confluent.ksql.planner.expr;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.confluent.ksql.schema.ksql.types.SqlType;
import java.util.List;

/**
 * A typed expression over one row. Columns are positions, functions are resolved overloads, and
 * every conversion stands as a {@link Cast}; nothing is left to look up.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "expr")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Constant.class, name = "constant"),
  @JsonSubTypes.Type(value = ColumnRef.class, name = "column"),
  @JsonSubTypes.Type(value = Call.class, name = "call"),
  @JsonSubTypes.Type(value = Cast.class, name = "cast"),
  @JsonSubTypes.Type(value = Logical.class, name = "logical"),
  @JsonSubTypes.Type(value = Case.class, name = "case"),
  @JsonSubTypes.Type(value = MakeStruct.class, name = "struct"),
  @JsonSubTypes.Type(value = Lambda.class, name = "lambda"),
  @JsonSubTypes.Type(value = LambdaArgument.class, name = "argument"),
})
public sealed interface Expr
    permits Constant, ColumnRef, Call, Cast, Logical, Case, MakeStruct, Lambda, LambdaArgument {

  /** Type of the value; of the body, for a lambda. */
  SqlType type();

  /** The expressions directly below, in order. */
  List<Expr> inputs();

  /**
   * The same with other expressions below.
   *
   * @param inputs as many as {@link #inputs()} has, of the same types
   */
  Expr withInputs(List<Expr> inputs);

  /** Calls the visitor's method for this kind of expression. */
  <R> R accept(Visitor<R> visitor);

  /**
   * One method a kind of expression; no defaults, so that a new kind stops the build.
   *
   * @param <R> what comes of a visit
   */
  interface Visitor<R> {
    R constant(Constant constant);

    R columnRef(ColumnRef column);

    R call(Call call);

    R cast(Cast cast);

    R logical(Logical logical);

    R caseOf(Case caseOf);

    R makeStruct(MakeStruct struct);

    R lambda(Lambda lambda);

    R lambdaArgument(LambdaArgument argument);
  }
}
