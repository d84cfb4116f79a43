package io.confluent.ksql.planner.statement;

import io.confluent.ksql.planner.Plan;
import io.confluent.ksql.planner.PlanningContext;
import io.confluent.ksql.planner.catalog.CatalogChange;
import io.confluent.ksql.planner.catalog.PersistentQuery;
import io.confluent.ksql.planner.catalog.Source;
import io.confluent.ksql.planner.command.Duty;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Plans the end of a whole service: all its queries, and of the topics they wrote those named. */
public final class TerminatePlanner {
  /** The id of its command. */
  public static final String COMMAND_ID = "cluster/TerminateCluster/terminate";

  private TerminatePlanner() {}

  /**
   * What ending the service comes to.
   *
   * @param topics names of topics of sinks that are deleted, as patterns
   */
  public static Plan.Change plan(PlanningContext context, List<Pattern> topics) {
    List<CatalogChange> changes = new ArrayList<>();
    List<Duty> duties = new ArrayList<>();
    Set<String> sinks = new TreeSet<>();
    for (PersistentQuery query : context.catalog().queries()) {
      changes.add(new CatalogChange.DropQuery(query.id()));
      query.sink().ifPresent(sinks::add);
    }
    for (String sink : sinks) {
      Optional<Source> source = context.catalog().source(sink);
      boolean deleted =
          source
              .filter(
                  found ->
                      topics.stream().anyMatch(topic -> topic.matcher(found.topic()).matches()))
              .isPresent();
      if (deleted) {
        changes.add(new CatalogChange.DropSource(sink));
        duties.add(
            new Duty.DeleteTopic(
                source.get().topic(), Registrations.subjects(context.formats(), source.get())));
      }
    }
    return Changes.of(
        context, COMMAND_ID, "The service was ended.", changes, duties, Optional.empty());
  }
}
