package io.confluent.ksql.planner.physical;

import io.confluent.ksql.planner.catalog.FormatSpec;
import io.confluent.ksql.planner.catalog.Source;
import io.confluent.ksql.planner.logical.LogicalPlan;
import java.util.HashSet;
import java.util.Set;

/** From what a query computes to how it runs: names every step, and decides on formats. */
public final class PhysicalPlanner {
  private final InternalFormats formats;
  private final FormatSpec sourceKeyFormat;
  private final Set<String> used = new HashSet<>();

  private PhysicalPlanner(InternalFormats formats, FormatSpec sourceKeyFormat) {
    this.formats = formats;
    this.sourceKeyFormat = sourceKeyFormat;
  }

  /**
   * The steps of a query, without a sink.
   *
   * @param leftmost what the query reads first; its key format is that of internal topics
   */
  public static Step plan(LogicalPlan plan, Source leftmost, InternalFormats formats) {
    return new PhysicalPlanner(formats, leftmost.keyFormat()).step(plan, Place.ONLY);
  }

  /**
   * The steps of a table that is stored, with a store that holds its rows: one of the query's own,
   * or else one for this purpose.
   *
   * @param leftmost what the query reads first
   * @param valueFormat how values of the sink are written
   */
  public static Step queryable(
      Step root, Source leftmost, InternalFormats formats, FormatSpec valueFormat) {
    boolean plainTable = root.kind() == Source.Kind.TABLE && root.window().isEmpty();
    if (!plainTable || QueryableState.of(root).isPresent()) {
      return root;
    }
    return new MaterializeStep(
        new StepId("Materialize"),
        root,
        formats.key(leftmost.keyFormat(), root.schema().key()),
        formats.valueLike(valueFormat));
  }

  /**
   * Where in a query an operator is, which decides on its name.
   *
   * @param word begins the names of its steps
   * @param joins begins the names of joins there: a level further down, a letter more
   * @param repartition name of the topic that it sends events through for the join above it
   */
  private record Place(String word, String joins, String repartition) {
    static final Place ONLY = new Place("", "", "Repartition");

    Place left(String repartitionName) {
      return new Place(joins + "Left", joins + "L_", joins + repartitionName);
    }

    Place right(String repartitionName) {
      return new Place(joins + "Right", joins + "R_", joins + repartitionName);
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
    if (plan instanceof LogicalPlan.Repartition repartition) {
      return repartition(repartition, place);
    }
    if (plan instanceof LogicalPlan.Join join) {
      return join(join, place);
    }
    return join((LogicalPlan.ForeignKeyJoin) plan, place);
  }

  private Step scan(LogicalPlan.Scan scan, Place place) {
    Source source = scan.source();
    String topic = place.word.isEmpty() ? "KsqlTopic" : "KafkaTopic_" + place.word;
    return new ScanStep(
        id(source.isTable() ? topic + "-Reduce" : topic),
        source.kind(),
        source.name(),
        source.topic(),
        formats.read(source.keyFormat()),
        formats.read(source.valueFormat()),
        source.schema(),
        scan.extras(),
        scan.schema(),
        source.window(),
        source.timestamp(),
        scan.used());
  }

  private Step rekey(LogicalPlan.Rekey rekey, Place place) {
    Step input = step(rekey.input(), place);
    return switch (rekey.purpose()) {
      case PARTITION_BY ->
          new RekeyStep(
              id("PartitionBy"), input, rekey.key(), rekey.value(), RekeyStep.OnNullKey.KEEP);
      case GROUP_BY -> group(rekey, input);
      case JOIN ->
          new RekeyStep(
              id(place.word + "SourceKeyed-SelectKey"),
              input,
              rekey.key(),
              rekey.value(),
              RekeyStep.OnNullKey.KEEP);
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
    Step keyed =
        new RekeyStep(
            id(path + "-SelectKey"), input, rekey.key(), rekey.value(), RekeyStep.OnNullKey.DROP);
    return new RepartitionStep(
        id(path), keyed, formats.key(sourceKeyFormat, keyed.schema().key()), formats.value());
  }

  /** Events go on from the topic itself; a table is kept again behind it. */
  private Step repartition(LogicalPlan.Repartition repartition, Place place) {
    Step input = step(repartition.input(), place);
    FormatSpec key = repartition.keyFormat();
    return switch (repartition.kind()) {
      case STREAM -> new RepartitionStep(id(place.repartition), input, key, formats.value());
      case TABLE -> {
        String path = place.word + "SourceKeyed-";
        Step moved = new RepartitionStep(id(path + "SelectKey"), input, key, formats.value());
        yield new MaterializeStep(id(path + "Materialize"), moved, key, formats.value());
      }
    };
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

  private Step join(LogicalPlan.Join join, Place place) {
    boolean streams = join.within().isPresent();
    Step left = step(join.left(), place.left(streams ? "Join-left" : "Join"));
    Step right = step(join.right(), place.right("Join-right"));
    boolean lookup = !streams && left.kind() == Source.Kind.STREAM;
    return new JoinStep(
        id(place.joins + (lookup ? "Join-StreamTable" : "Join")),
        left,
        right,
        join.type(),
        join.within(),
        join.keyFormat(),
        formats.value());
  }

  private Step join(LogicalPlan.ForeignKeyJoin join, Place place) {
    return new ForeignKeyJoinStep(
        id(place.joins + "Join"),
        step(join.left(), place.left("Join")),
        step(join.right(), place.right("Join")),
        join.type(),
        join.foreignKey(),
        join.leftKeyFormat(),
        join.rightKeyFormat(),
        formats.value());
  }
}
