package io.confluent.ksql.planner.physical;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.confluent.ksql.planner.catalog.Source;
import io.confluent.ksql.schema.Schema;
import io.confluent.ksql.schema.WindowInfo;
import java.util.List;
import java.util.Optional;

/**
 * One operation of a running query. A step's wire name has a version and never changes its meaning
 * once released: what must differ gets the next version, and the old one stays buildable.
 *
 * <p>Whether rows are events or changes of a table is a property ({@link #kind()}), not a class.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "step")
@JsonSubTypes({
  @JsonSubTypes.Type(value = ScanStep.class, name = "scan:1"),
  @JsonSubTypes.Type(value = FilterStep.class, name = "filter:1"),
  @JsonSubTypes.Type(value = ProjectStep.class, name = "project:1"),
  @JsonSubTypes.Type(value = FlatMapStep.class, name = "flatMap:1"),
  @JsonSubTypes.Type(value = RekeyStep.class, name = "rekey:1"),
  @JsonSubTypes.Type(value = RepartitionStep.class, name = "repartition:1"),
  @JsonSubTypes.Type(value = RegroupStep.class, name = "regroup:1"),
  @JsonSubTypes.Type(value = AggregateStep.class, name = "aggregate:1"),
  @JsonSubTypes.Type(value = MaterializeStep.class, name = "materialize:1"),
  @JsonSubTypes.Type(value = JoinStep.class, name = "join:1"),
  @JsonSubTypes.Type(value = ForeignKeyJoinStep.class, name = "foreignKeyJoin:1"),
  @JsonSubTypes.Type(value = SinkStep.class, name = "sink:1"),
})
public sealed interface Step
    permits ScanStep,
        FilterStep,
        ProjectStep,
        FlatMapStep,
        RekeyStep,
        RepartitionStep,
        RegroupStep,
        AggregateStep,
        MaterializeStep,
        JoinStep,
        ForeignKeyJoinStep,
        SinkStep {

  /** Its name, unique in the plan. */
  StepId id();

  /** The steps whose rows it takes. */
  List<Step> inputs();

  /** Columns of the rows it gives. */
  Schema schema();

  /** Whether it gives events or changes of a table. */
  Source.Kind kind();

  /** How the keys of the rows it gives are windowed, if they are. */
  Optional<WindowInfo> window();

  /** Calls the visitor's method for this kind of step. */
  <R> R accept(Visitor<R> visitor);

  /**
   * One method a kind of step; no defaults, so that a new kind stops the build.
   *
   * @param <R> what comes of a visit
   */
  interface Visitor<R> {
    R scan(ScanStep step);

    R filter(FilterStep step);

    R project(ProjectStep step);

    R flatMap(FlatMapStep step);

    R rekey(RekeyStep step);

    R repartition(RepartitionStep step);

    R regroup(RegroupStep step);

    R aggregate(AggregateStep step);

    R materialize(MaterializeStep step);

    R join(JoinStep step);

    R foreignKeyJoin(ForeignKeyJoinStep step);

    R sink(SinkStep step);
  }
}
