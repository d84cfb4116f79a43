package io.confluent.ksql.parser.ast;

import io.confluent.ksql.diagnostic.Span;

/** A part of a statement as written. */
public sealed interface Node
    permits Statement,
        Expression,
        Relation,
        SelectItem,
        TypeName,
        WindowClause,
        When,
        Within,
        GroupBy,
        PartitionBy,
        ColumnDefinition,
        Property,
        Properties {
  /** Where it stands in the statement's text; {@link Span#NONE} if it was made, not parsed. */
  Span span();
}
