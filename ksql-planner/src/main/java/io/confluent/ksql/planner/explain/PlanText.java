package io.confluent.ksql.planner.explain;

import io.confluent.ksql.planner.catalog.Source;
import io.confluent.ksql.planner.expr.Expr;
import io.confluent.ksql.planner.expr.NamedExpr;
import io.confluent.ksql.planner.function.FunctionSignature;
import io.confluent.ksql.planner.physical.AggregateStep;
import io.confluent.ksql.planner.physical.Aggregation;
import io.confluent.ksql.planner.physical.FilterStep;
import io.confluent.ksql.planner.physical.FlatMapStep;
import io.confluent.ksql.planner.physical.ForeignKeyJoinStep;
import io.confluent.ksql.planner.physical.JoinKind;
import io.confluent.ksql.planner.physical.JoinStep;
import io.confluent.ksql.planner.physical.JoinWindow;
import io.confluent.ksql.planner.physical.MaterializeStep;
import io.confluent.ksql.planner.physical.ProjectStep;
import io.confluent.ksql.planner.physical.RegroupStep;
import io.confluent.ksql.planner.physical.RekeyStep;
import io.confluent.ksql.planner.physical.RepartitionStep;
import io.confluent.ksql.planner.physical.ScanStep;
import io.confluent.ksql.planner.physical.SinkStep;
import io.confluent.ksql.planner.physical.Step;
import io.confluent.ksql.planner.physical.WindowSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The steps of a plan as an indented tree, the last step first. For EXPLAIN and tests. */
public final class PlanText implements Step.Visitor<String> {
  private static final PlanText VISITOR = new PlanText();

  private PlanText() {}

  /** The plan as text, one line a step, no final line end. */
  public static String of(Step root) {
    StringBuilder text = new StringBuilder();
    append(root, 0, text);
    return text.toString().stripTrailing();
  }

  /** One step, without those below it. */
  static String line(Step step) {
    return step.accept(VISITOR);
  }

  private static void append(Step step, int depth, StringBuilder text) {
    text.append("  ".repeat(depth)).append(step.accept(VISITOR)).append('\n');
    step.inputs().forEach(input -> append(input, depth + 1, text));
  }

  @Override
  public String scan(ScanStep step) {
    return "Scan %s %s from topic %s, %s/%s [%s]"
        .formatted(
            step.kind().name().toLowerCase(Locale.ROOT),
            step.source(),
            step.topic(),
            step.keyFormat().name(),
            step.valueFormat().name(),
            step.schema());
  }

  @Override
  public String filter(FilterStep step) {
    return "Filter " + ExprText.of(step.condition());
  }

  @Override
  public String project(ProjectStep step) {
    String key = step.keyNames().isEmpty() ? "" : "key " + String.join(", ", step.keyNames());
    return "Project "
        + Stream.of(key, columns(step.value()))
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining("; "));
  }

  @Override
  public String flatMap(FlatMapStep step) {
    return "FlatMap "
        + step.calls().stream()
            .map(call -> call(call.signature(), call.arguments()))
            .collect(Collectors.joining(", "));
  }

  @Override
  public String rekey(RekeyStep step) {
    return "Rekey by " + columns(step.key()) + "; " + columns(step.value());
  }

  private static String columns(List<NamedExpr> exprs) {
    return exprs.stream()
        .map(
            named -> {
              String expr = ExprText.of(named.expr());
              return expr.equals(named.name()) ? expr : expr + " AS " + named.name();
            })
        .collect(Collectors.joining(", "));
  }

  @Override
  public String repartition(RepartitionStep step) {
    return "Repartition %s, %s/%s"
        .formatted(step.id(), step.keyFormat().name(), step.valueFormat().name());
  }

  @Override
  public String regroup(RegroupStep step) {
    return "Regroup %s by %s; %s, %s/%s"
        .formatted(
            step.id(),
            columns(step.key()),
            columns(step.value()),
            step.keyFormat().name(),
            step.valueFormat().name());
  }

  @Override
  public String aggregate(AggregateStep step) {
    return "Aggregate "
        + step.calls().stream().map(PlanText::call).collect(Collectors.joining(", "))
        + step.windowing().map(PlanText::window).orElse("")
        + " EMIT "
        + step.emit();
  }

  private static String call(Aggregation call) {
    List<Expr> arguments = new ArrayList<>(call.arguments());
    arguments.addAll(call.literals());
    return call(call.signature(), arguments);
  }

  private static String call(FunctionSignature signature, List<Expr> arguments) {
    return arguments.stream()
        .map(ExprText::of)
        .collect(
            Collectors.joining(", ", signature.function().toUpperCase(Locale.ROOT) + "(", ")"));
  }

  private static String window(WindowSpec window) {
    return " WINDOW %s %d ms, advance %d ms, grace %d ms"
        .formatted(
            window.type(),
            window.size().toMillis(),
            window.advance().toMillis(),
            window.grace().toMillis());
  }

  @Override
  public String materialize(MaterializeStep step) {
    return "Keep in store %s, %s/%s"
        .formatted(step.id(), step.keyFormat().name(), step.valueFormat().name());
  }

  @Override
  public String join(JoinStep step) {
    return "%s join of %s and %s"
            .formatted(title(step.type()), word(step.left().kind()), word(step.right().kind()))
        + step.within().map(PlanText::within).orElse("");
  }

  private static String title(JoinKind type) {
    return switch (type) {
      case INNER -> "Inner";
      case LEFT -> "Left";
      case RIGHT -> "Right";
      case FULL -> "Full outer";
    };
  }

  private static String word(Source.Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  private static String within(JoinWindow window) {
    return " WITHIN %d ms before, %d ms after, grace %d ms, unmatched rows %s"
        .formatted(
            window.before().toMillis(),
            window.after().toMillis(),
            window.grace().toMillis(),
            switch (window.unmatched()) {
              case AT_ONCE -> "at once";
              case WHEN_CLOSED -> "when closed";
            });
  }

  @Override
  public String foreignKeyJoin(ForeignKeyJoinStep step) {
    return "%s join of table and table by foreign key %s"
        .formatted(title(step.type()), step.foreignKey().name());
  }

  @Override
  public String sink(SinkStep step) {
    return "Sink to topic %s, %s/%s [%s]"
        .formatted(step.topic(), step.keyFormat().name(), step.valueFormat().name(), step.schema());
  }
}
