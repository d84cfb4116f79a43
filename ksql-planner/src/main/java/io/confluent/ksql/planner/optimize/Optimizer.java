package io.confluent.ksql.planner.optimize;

import io.confluent.ksql.planner.logical.LogicalPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Applies the rules from the leaves up until none fires, then prunes columns. A rule can be
 * switched off by name, for tests and for support.
 */
public final class Optimizer {
  private static final List<Rule> RULES = List.of(new MergeFilters(), new DropUselessRekey());

  private final List<Rule> rules;

  /**
   * @param disabled names of rules that are not to be applied
   */
  public Optimizer(Set<String> disabled) {
    this.rules = RULES.stream().filter(rule -> !disabled.contains(rule.name())).toList();
  }

  /** A plan of the same rows. */
  public LogicalPlan optimize(LogicalPlan plan) {
    return PruneColumns.apply(rewritten(plan));
  }

  private LogicalPlan rewritten(LogicalPlan plan) {
    List<LogicalPlan> inputs = new ArrayList<>();
    plan.inputs().forEach(input -> inputs.add(rewritten(input)));
    LogicalPlan current = plan.withInputs(inputs);
    for (Rule rule : rules) {
      Optional<LogicalPlan> better = rule.apply(current);
      if (better.isPresent()) {
        return rewritten(better.get());
      }
    }
    return current;
  }
}
