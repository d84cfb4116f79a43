package io.confluent.ksql.planner.statement;

import io.confluent.ksql.planner.expr.NamedExpr;
import io.confluent.ksql.planner.physical.AggregateStep;
import io.confluent.ksql.planner.physical.FilterStep;
import io.confluent.ksql.planner.physical.FlatMapStep;
import io.confluent.ksql.planner.physical.ForeignKeyJoinStep;
import io.confluent.ksql.planner.physical.JoinStep;
import io.confluent.ksql.planner.physical.MaterializeStep;
import io.confluent.ksql.planner.physical.ProjectStep;
import io.confluent.ksql.planner.physical.RegroupStep;
import io.confluent.ksql.planner.physical.RekeyStep;
import io.confluent.ksql.planner.physical.RepartitionStep;
import io.confluent.ksql.planner.physical.ScanStep;
import io.confluent.ksql.planner.physical.SinkStep;
import io.confluent.ksql.planner.physical.Step;
import java.util.ArrayList;
import java.util.List;

/**
 * What of a plan its offsets, internal topics and stores hang on. A plan of other lasting parts
 * cannot go on where this one stopped.
 *
 * @param scans what is read, and how
 * @param joins the joins, each with all below it
 * @param groups keys, aggregates and their arguments, from the sink down
 */
record LastingParts(List<Object> scans, List<Step> joins, List<Object> groups) {
  LastingParts {
    scans = List.copyOf(scans);
    joins = List.copyOf(joins);
    groups = List.copyOf(groups);
  }

  static LastingParts of(Step root) {
    Walk walk = new Walk();
    root.accept(walk);
    return new LastingParts(walk.scans, walk.joins, walk.groups);
  }

  private static final class Walk implements Step.Visitor<Void> {
    private final List<Object> scans = new ArrayList<>();
    private final List<Step> joins = new ArrayList<>();
    private final List<Object> groups = new ArrayList<>();
    private boolean belowAggregate;

    private Void descend(Step step) {
      step.inputs().forEach(input -> input.accept(this));
      return null;
    }

    @Override
    public Void scan(ScanStep step) {
      scans.add(
          List.of(
              step.source(),
              step.topic(),
              step.keyFormat(),
              step.valueFormat(),
              step.window(),
              step.timestamp()));
      return null;
    }

    @Override
    public Void filter(FilterStep step) {
      return descend(step);
    }

    /** Above an aggregation a projection is free; below, it gives the arguments. */
    @Override
    public Void project(ProjectStep step) {
      if (belowAggregate) {
        groups.add(step.value());
      }
      return descend(step);
    }

    @Override
    public Void flatMap(FlatMapStep step) {
      return descend(step);
    }

    @Override
    public Void regroup(RegroupStep step) {
      groups.add(step.key().stream().map(NamedExpr::expr).toList());
      groups.add(step.value());
      return descend(step);
    }

    @Override
    public Void rekey(RekeyStep step) {
      groups.add(step.key().stream().map(NamedExpr::expr).toList());
      if (belowAggregate) {
        groups.add(step.value());
      }
      return descend(step);
    }

    @Override
    public Void repartition(RepartitionStep step) {
      groups.add(List.of(step.keyFormat(), step.valueFormat()));
      return descend(step);
    }

    @Override
    public Void aggregate(AggregateStep step) {
      belowAggregate = true;
      groups.add(
          List.of(
              step.calls(), step.windowing(), step.emit(), step.keyFormat(), step.valueFormat()));
      return descend(step);
    }

    @Override
    public Void materialize(MaterializeStep step) {
      groups.add(List.of(step.keyFormat(), step.valueFormat()));
      return descend(step);
    }

    @Override
    public Void join(JoinStep step) {
      joins.add(step);
      return descend(step);
    }

    @Override
    public Void foreignKeyJoin(ForeignKeyJoinStep step) {
      joins.add(step);
      return descend(step);
    }

    @Override
    public Void sink(SinkStep step) {
      return descend(step);
    }
  }
}
