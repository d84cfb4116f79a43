package io.confluent.ksql.planner.explain;

import io.confluent.ksql.planner.Plan;
import io.confluent.ksql.planner.command.PlanJson;
import io.confluent.ksql.planner.lookup.Access;
import io.confluent.ksql.planner.lookup.WindowBound;
import io.confluent.ksql.planner.physical.Step;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/** What a query for whoever asked does, for EXPLAIN. */
public final class RowsText {
  private RowsText() {}

  /** The query as text. */
  public static String of(Plan.Rows query) {
    if (query instanceof Plan.Pull pull) {
      List<Step> above = new ArrayList<>(pull.state().above());
      above.addAll(pull.steps());
      return steps(above)
          + pull.accesses().stream()
              .map(RowsText::access)
              .collect(
                  Collectors.joining(
                      "\n",
                      "",
                      "\n  in store %s of query %s"
                          .formatted(pull.state().stored().id(), pull.keeper())));
    }
    return query instanceof Plan.Follow follow
        ? steps(follow.steps()) + "Follow topic " + follow.scan().topic()
        : PlanJson.pretty(((Plan.Push) query).physical());
  }

  /** The last one first, as plans are read. */
  private static String steps(List<Step> steps) {
    List<Step> reversed = new ArrayList<>(steps);
    Collections.reverse(reversed);
    return reversed.stream().map(step -> PlanText.line(step) + "\n").collect(Collectors.joining());
  }

  private static String access(Access access) {
    if (access instanceof Access.Key key) {
      return "Look up key "
          + key.values().stream().map(ExprText::of).collect(Collectors.joining(", "))
          + windows(key.windows());
    }
    if (access instanceof Access.Range range) {
      return "Read keys %s %s".formatted(range.operator().symbol(), ExprText.of(range.value()));
    }
    return "Read all rows" + windows(((Access.Scan) access).windows());
  }

  private static String windows(List<WindowBound> bounds) {
    return bounds.stream()
        .map(
            bound ->
                " WINDOW%s %s %s"
                    .formatted(bound.edge(), bound.operator().symbol(), ExprText.of(bound.value())))
        .collect(Collectors.joining());
  }
}
