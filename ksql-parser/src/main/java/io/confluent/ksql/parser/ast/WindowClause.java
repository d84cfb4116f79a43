package io.confluent.ksql.parser.ast;

import java.time.Duration;
import java.util.Optional;

/** How rows are cut into windows. */
public sealed interface WindowClause extends Node
    permits TumblingWindow, HoppingWindow, SessionWindow {
  /** How long windows are kept. */
  Optional<Duration> retention();

  /** How long after its end a window takes late rows. */
  Optional<Duration> grace();
}
