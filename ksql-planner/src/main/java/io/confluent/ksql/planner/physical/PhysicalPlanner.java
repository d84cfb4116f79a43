package io.confluent.ksql.planner.physical;

import io.confluent.ksql.planner.catalog.FormatSpec;
import io.confluent.ksql.planner.catalog.Source;
import io.confluent.ksql.planner.facts.FormatSupport;
import io.confluent.ksql.planner.logical.LogicalPlan;
import java.util.HashSet;
import java.util.Set;

/** From what a query computes to how it runs: names every step, and decides on formats. */
public final class PhysicalPlanner {
  private final InternalFormats formats;
  private final FormatSpec sourceKeyFormat;
  private final Set<String> used = new HashSet<>();

  private PhysicalPlanner(FormatSupport formats, FormatSpec sourceKeyFormat) {
    this.formats = new InternalFormats(formats);
    this.sourceKeyFormat = sourceKeyFormat;
  }

  /**
   * The steps of a query, without a sink.
   *
   * @param leftmost what the query reads first; its key format is that of internal topics
   */
  public static Step plan(LogicalPlan plan, Source leftmost, FormatSupport formats) {
    return new PhysicalPlanner(formats, leftmost.keyFormat()).step(plan, Place.ONLY);
  }

  /**
   * The steps of a table that is stored, with a store that holds its rows: one of the query's own,
   * or else one for this purpose.
   *
   * @param leftmost what the query reads first
   */
  public static Step queryable(Step root, Source leftmost, FormatSupport formats) {
    boolean plainTable = root.kind() == Source.Kind.TABLE && root.window().isEmpty();
    if (!plainTable || QueryableState.of(root).isPresent()) {
      return root;
    }
    InternalFormats internal = new InternalFormats(formats);
    return new MaterializeStep(
        new StepId("Materialize"),
        root,
        internal.key(leftmost.keyFormat(), root.schema().key()),
        internal.value());
  }

  /** Where in a query an operator is, which decides on its name. */
  private enum Place {
    ONLY(""),
    LEFT("Left"),
    RIGHT("Right");

    private final String word;

    Place(String word) {
      this.word = word;
    }
  }

  private StepId id(String path) {
    String candidate = path;
    for (int i = 2; !used.add(candidate); i++) {
      candidate = path + "-" + i;
    }
    return new StepId(candidate);
  }

  private Step step(LogicalPlan plan, Place place) {
    if (plan instanceof LogicalPlan.Scan scan) {
      return scan(scan, place);
    }
    if (plan instanceof LogicalPlan.Filter filter) {
      Step input = step(filter.input(), place);
      String name =
          filter.input() instanceof LogicalPlan.Aggregate ? "HavingFilter" : "WhereFilter";
      return new FilterStep(id(place.word + name), input, filter.condition());
    }
    if (plan instanceof LogicalPlan.Project project) {
      Step input = step(project.input(), place);
      return new ProjectStep(
          id(place.word + "Project"), input, project.keyNames(), project.value());
    }
    if (plan instanceof LogicalPlan.FlatMap flatMap) {
      Step input = step(flatMap.input(), place);
      return new FlatMapStep(id(place.word + "FlatMap"), input, flatMap.calls());
    }
    if (plan instanceof LogicalPlan.Rekey rekey) {
      return rekey(rekey, place);
    }
    if (plan instanceof LogicalPlan.Aggregate aggregate) {
      return aggregate(aggregate, place);
    }
    return join((LogicalPlan.StreamTableJoin) plan);
  }

  private Step scan(LogicalPlan.Scan scan, Place place) {
    Source source = scan.source();
    String topic = place == Place.ONLY ? "KsqlTopic" : "KafkaTopic_" + place.word;
    return new ScanStep(
        id(source.isTable() ? topic + "-Reduce" : topic),
        source.kind(),
        source.name(),
        source.topic(),
        source.keyFormat(),
        source.valueFormat(),
        source.schema(),
        scan.extras(),
        scan.schema(),
        source.window(),
        source.timestamp());
  }

  private Step rekey(LogicalPlan.Rekey rekey, Place place) {
    Step input = step(rekey.input(), place);
    return switch (rekey.purpose()) {
      case PARTITION_BY ->
          new RekeyStep(
              id("PartitionBy"), input, rekey.key(), rekey.value(), RekeyStep.OnNullKey.KEEP);
      case GROUP_BY -> group(rekey, input);
      case JOIN ->
          repartition(
              "Join",
              new RekeyStep(
                  id(place.word + "SourceKeyed-SelectKey"),
                  input,
                  rekey.key(),
                  rekey.value(),
                  RekeyStep.OnNullKey.KEEP));
    };
  }

  private Step group(LogicalPlan.Rekey rekey, Step input) {
    String path = "Aggregate-GroupBy";
    if (rekey.kind() == Source.Kind.TABLE) {
      return new RegroupStep(
          id(path),
          input,
          rekey.key(),
          rekey.value(),
          formats.key(sourceKeyFormat, rekey.schema().key()),
          formats.value());
    }
    return repartition(
        path,
        new RekeyStep(
            id(path + "-SelectKey"), input, rekey.key(), rekey.value(), RekeyStep.OnNullKey.DROP));
  }

  private Step repartition(String path, Step input) {
    return new RepartitionStep(
        id(path), input, formats.key(sourceKeyFormat, input.schema().key()), formats.value());
  }

  private Step aggregate(LogicalPlan.Aggregate aggregate, Place place) {
    Step input = step(aggregate.input(), place);
    return new AggregateStep(
        id("Aggregate-Aggregate-Materialize"),
        input,
        aggregate.calls(),
        aggregate.windowing(),
        aggregate.emission(),
        formats.key(sourceKeyFormat, input.schema().key()),
        formats.value());
  }

  private Step join(LogicalPlan.StreamTableJoin join) {
    Step left = step(join.left(), Place.LEFT);
    Step right = step(join.right(), Place.RIGHT);
    return new StreamTableJoinStep(
        id("Join-StreamTable"),
        left,
        right,
        join.keepsUnmatched()
            ? StreamTableJoinStep.Unmatched.KEEP
            : StreamTableJoinStep.Unmatched.DROP,
        formats.key(sourceKeyFormat, right.schema().key()),
        formats.value());
  }
}
