package io.confluent.ksql.parser.ast;

import io.confluent.ksql.diagnostic.Span;
import io.confluent.ksql.name.Identifier;
import java.util.Objects;
import java.util.Optional;

/** A stream or table in FROM or JOIN. */
public record AliasedSource(Span span, Identifier source, Optional<Identifier> alias)
    implements Relation {
  public AliasedSource {
    Objects.requireNonNull(span, "span");
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(alias, "alias");
  }

  /** What columns of it are qualified with: the alias, or else its own name. */
  public Identifier name() {
    return alias.orElse(source);
  }
}
