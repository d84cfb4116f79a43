package io.confluent.ksql.planner.physical;

import io.confluent.ksql.schema.Schema;
import java.util.Objects;

/**
 * A query as it will run.
 *
 * @param root the last step: a {@link SinkStep}, or for a query without sink the step whose rows
 *     are handed to whoever asked
 */
public record PhysicalPlan(Step root) {
  public PhysicalPlan {
    Objects.requireNonNull(root, "root");
  }

  /** Columns of the result. */
  public Schema schema() {
    return root.schema();
  }
}
