package io.confluent.ksql.parser.ast;

import io.confluent.ksql.diagnostic.Span;
import java.util.Objects;

/** RUN SCRIPT, of the command line client. */
public record RunScript(Span span, String file) implements Statement {
  public RunScript {
    Objects.requireNonNull(span, "span");
    Objects.requireNonNull(file, "file");
  }
}
