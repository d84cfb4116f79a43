package io.confluent.ksql.parser.ast;

/** A computation as written: names unresolved, types unknown. */
public sealed interface Expression extends Node
    permits Literal,
        ColumnReference,
        Dereference,
        Subscript,
        Negation,
        Arithmetic,
        Comparison,
        And,
        Or,
        Not,
        Between,
        In,
        Like,
        IsNull,
        SearchedCase,
        SimpleCase,
        CastExpression,
        ArrayConstructor,
        MapConstructor,
        StructConstructor,
        FunctionCall,
        LambdaExpression,
        IntervalUnit {
  /** Calls the method of the visitor that belongs to this variant. */
  <R> R accept(Visitor<R> visitor);

  /**
   * One method for every variant.
   *
   * @param <R> what a visit yields
   */
  interface Visitor<R> {
    R literal(Literal node);

    R columnReference(ColumnReference node);

    R dereference(Dereference node);

    R subscript(Subscript node);

    R negation(Negation node);

    R arithmetic(Arithmetic node);

    R comparison(Comparison node);

    R and(And node);

    R or(Or node);

    R not(Not node);

    R between(Between node);

    R in(In node);

    R like(Like node);

    R isNull(IsNull node);

    R searchedCase(SearchedCase node);

    R simpleCase(SimpleCase node);

    R cast(CastExpression node);

    R arrayConstructor(ArrayConstructor node);

    R mapConstructor(MapConstructor node);

    R structConstructor(StructConstructor node);

    R functionCall(FunctionCall node);

    R lambda(LambdaExpression node);

    R intervalUnit(IntervalUnit node);
  }
}
