package io.confluent.ksql.planner.optimize;

import io.confluent.ksql.planner.logical.LogicalPlan;
import java.util.Optional;

/** One way of giving the same rows for less work. */
interface Rule {
  /** Its name, by which it can be switched off. */
  default String name() {
    return getClass().getSimpleName();
  }

  /** The better plan; empty where the rule has nothing to say of this operator. */
  Optional<LogicalPlan> apply(LogicalPlan plan);
}
