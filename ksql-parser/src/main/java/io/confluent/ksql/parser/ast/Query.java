package io.confluent.ksql.parser.ast;

import io.confluent.ksql.diagnostic.Span;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A SELECT, alone or inside another statement.
 *
 * @param select at least one
 * @param limit not negative
 * @param ending where EMIT and LIMIT stand; {@link Span#NONE} without them
 */
public record Query(
    Span span,
    List<SelectItem> select,
    Relation from,
    Optional<WindowClause> window,
    Optional<Expression> where,
    Optional<GroupBy> groupBy,
    Optional<PartitionBy> partitionBy,
    Optional<Expression> having,
    Optional<Emit> emit,
    Optional<Integer> limit,
    Span ending)
    implements Statement {
  public Query {
    Objects.requireNonNull(span, "span");
    select = List.copyOf(select);
    Objects.requireNonNull(from, "from");
    Objects.requireNonNull(window, "window");
    Objects.requireNonNull(where, "where");
    Objects.requireNonNull(groupBy, "groupBy");
    Objects.requireNonNull(partitionBy, "partitionBy");
    Objects.requireNonNull(having, "having");
    Objects.requireNonNull(emit, "emit");
    Objects.requireNonNull(limit, "limit");
    Objects.requireNonNull(ending, "ending");
    if (select.isEmpty()) {
      throw new IllegalArgumentException("SELECT needs an item");
    }
    if (limit.isPresent() && limit.get() < 0) {
      throw new IllegalArgumentException("limit is negative");
    }
  }
}
