package io.confluent.ksql.planner.logical;

import io.confluent.ksql.planner.catalog.FormatSpec;
import io.confluent.ksql.planner.catalog.Source;
import io.confluent.ksql.planner.expr.ColumnRef;
import io.confluent.ksql.planner.expr.Expr;
import io.confluent.ksql.planner.expr.NamedExpr;
import io.confluent.ksql.planner.physical.AggregateStep;
import io.confluent.ksql.planner.physical.Aggregation;
import io.confluent.ksql.planner.physical.JoinKind;
import io.confluent.ksql.planner.physical.JoinWindow;
import io.confluent.ksql.planner.physical.ScanExtra;
import io.confluent.ksql.planner.physical.TableFunctionCall;
import io.confluent.ksql.planner.physical.WindowSpec;
import io.confluent.ksql.schema.Column;
import io.confluent.ksql.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** An operator of a query. Expressions of an operator are over the rows of its input. */
public sealed interface LogicalPlan {
  /** Columns of its rows. */
  Schema schema();

  /** The operators whose rows it takes. */
  List<LogicalPlan> inputs();

  /**
   * The same over other inputs.
   *
   * @param inputs as many as {@link #inputs()} has
   */
  LogicalPlan withInputs(List<LogicalPlan> inputs);

  /** Whether its rows are events or changes of a table. */
  Source.Kind kind();

  /**
   * Rows of a stream or table.
   *
   * @param source which
   * @param extras what is appended to its value columns
   * @param used zero-based positions of the source's value columns that are used; empty if all are
   */
  record Scan(Source source, List<ScanExtra> extras, Optional<List<Integer>> used)
      implements LogicalPlan {
    public Scan {
      Objects.requireNonNull(source, "source");
      extras = List.copyOf(extras);
      used = used.map(List::copyOf);
    }

    /** All columns of a stream or table. */
    public Scan(Source source, List<ScanExtra> extras) {
      this(source, extras, Optional.empty());
    }

    @Override
    public Schema schema() {
      List<Column> value = new ArrayList<>(source.schema().value());
      extras.forEach(extra -> value.add(new Column(extra.name(), extra.kind().type())));
      return new Schema(source.schema().key(), value);
    }

    @Override
    public List<LogicalPlan> inputs() {
      return List.of();
    }

    @Override
    public LogicalPlan withInputs(List<LogicalPlan> inputs) {
      return this;
    }

    @Override
    public Source.Kind kind() {
      return source.kind();
    }
  }

  /**
   * The rows for which a condition is true.
   *
   * @param input whose rows
   * @param condition BOOLEAN expression
   */
  record Filter(LogicalPlan input, Expr condition) implements LogicalPlan {
    public Filter {
      Objects.requireNonNull(input, "input");
      Objects.requireNonNull(condition, "condition");
    }

    @Override
    public Schema schema() {
      return input.schema();
    }

    @Override
    public List<LogicalPlan> inputs() {
      return List.of(input);
    }

    @Override
    public LogicalPlan withInputs(List<LogicalPlan> inputs) {
      return new Filter(inputs.get(0), condition);
    }

    @Override
    public Source.Kind kind() {
      return input.kind();
    }
  }

  /**
   * Rows with another value and, by other names, the same key.
   *
   * @param input whose rows
   * @param keyNames names of the key columns
   * @param value the value columns
   */
  record Project(LogicalPlan input, List<String> keyNames, List<NamedExpr> value)
      implements LogicalPlan {
    public Project {
      Objects.requireNonNull(input, "input");
      keyNames = List.copyOf(keyNames);
      value = List.copyOf(value);
    }

    @Override
    public Schema schema() {
      List<Column> key = new ArrayList<>();
      for (int i = 0; i < keyNames.size(); i++) {
        key.add(new Column(keyNames.get(i), input.schema().key().get(i).type()));
      }
      return new Schema(key, NamedExpr.columns(value));
    }

    @Override
    public List<LogicalPlan> inputs() {
      return List.of(input);
    }

    @Override
    public LogicalPlan withInputs(List<LogicalPlan> inputs) {
      return new Project(inputs.get(0), keyNames, value);
    }

    @Override
    public Source.Kind kind() {
      return input.kind();
    }
  }

  /**
   * Events, each as often as the longest list has values that its table functions give: the value
   * columns of the event, then one for each call.
   *
   * @param input whose rows; a stream
   * @param calls the table functions
   */
  record FlatMap(LogicalPlan input, List<TableFunctionCall> calls) implements LogicalPlan {
    public FlatMap {
      Objects.requireNonNull(input, "input");
      calls = List.copyOf(calls);
    }

    @Override
    public Schema schema() {
      List<Column> value = new ArrayList<>(input.schema().value());
      calls.forEach(call -> value.add(new Column(call.name(), call.type())));
      return new Schema(input.schema().key(), value);
    }

    @Override
    public List<LogicalPlan> inputs() {
      return List.of(input);
    }

    @Override
    public LogicalPlan withInputs(List<LogicalPlan> inputs) {
      return new FlatMap(inputs.get(0), calls);
    }

    @Override
    public Source.Kind kind() {
      return Source.Kind.STREAM;
    }
  }

  /**
   * Rows with another key and value: events, or rows of a table under the key of their group.
   *
   * @param input whose rows; a table only to be grouped
   * @param key the key columns
   * @param value the value columns
   * @param purpose what the key is for
   */
  record Rekey(LogicalPlan input, List<NamedExpr> key, List<NamedExpr> value, Purpose purpose)
      implements LogicalPlan {
    public Rekey {
      Objects.requireNonNull(input, "input");
      key = List.copyOf(key);
      value = List.copyOf(value);
      Objects.requireNonNull(purpose, "purpose");
    }

    /** What a key is for. */
    public enum Purpose {
      PARTITION_BY,
      GROUP_BY,
      JOIN
    }

    @Override
    public Schema schema() {
      return new Schema(NamedExpr.columns(key), NamedExpr.columns(value));
    }

    @Override
    public List<LogicalPlan> inputs() {
      return List.of(input);
    }

    @Override
    public LogicalPlan withInputs(List<LogicalPlan> inputs) {
      return new Rekey(inputs.get(0), key, value, purpose);
    }

    @Override
    public Source.Kind kind() {
      return purpose == Purpose.GROUP_BY ? input.kind() : Source.Kind.STREAM;
    }
  }

  /**
   * One row a key, and a window if there are windows.
   *
   * @param input whose rows, keyed as they are grouped
   * @param calls the aggregate functions
   * @param windowing the windows, if any
   * @param emission when results are given
   */
  record Aggregate(
      LogicalPlan input,
      List<Aggregation> calls,
      Optional<WindowSpec> windowing,
      AggregateStep.Emission emission)
      implements LogicalPlan {
    public Aggregate {
      Objects.requireNonNull(input, "input");
      calls = List.copyOf(calls);
      Objects.requireNonNull(windowing, "windowing");
      Objects.requireNonNull(emission, "emission");
    }

    @Override
    public Schema schema() {
      return new Schema(
          input.schema().key(),
          calls.stream().map(call -> new Column(call.name(), call.type())).toList());
    }

    @Override
    public List<LogicalPlan> inputs() {
      return List.of(input);
    }

    @Override
    public LogicalPlan withInputs(List<LogicalPlan> inputs) {
      return new Aggregate(inputs.get(0), calls, windowing, emission);
    }

    @Override
    public Source.Kind kind() {
      return Source.Kind.TABLE;
    }
  }

  /**
   * Rows sent through a topic in between, so that those of one key meet and have the same bytes for
   * it.
   *
   * @param input whose rows
   * @param keyFormat how keys are written in between
   */
  record Repartition(LogicalPlan input, FormatSpec keyFormat) implements LogicalPlan {
    public Repartition {
      Objects.requireNonNull(input, "input");
      Objects.requireNonNull(keyFormat, "keyFormat");
    }

    @Override
    public Schema schema() {
      return input.schema();
    }

    @Override
    public List<LogicalPlan> inputs() {
      return List.of(input);
    }

    @Override
    public LogicalPlan withInputs(List<LogicalPlan> inputs) {
      return new Repartition(inputs.get(0), keyFormat);
    }

    @Override
    public Source.Kind kind() {
      return input.kind();
    }
  }

  /**
   * Rows of one key brought together: the value columns of both sides, the left ones first.
   *
   * @param left the left side
   * @param right the right side
   * @param type of which side rows go on without a partner
   * @param within how far apart two events may be; for two streams
   * @param keyFormat how keys of both sides are written
   */
  record Join(
      LogicalPlan left,
      LogicalPlan right,
      JoinKind type,
      Optional<JoinWindow> within,
      FormatSpec keyFormat)
      implements LogicalPlan {
    public Join {
      Objects.requireNonNull(left, "left");
      Objects.requireNonNull(right, "right");
      Objects.requireNonNull(type, "type");
      Objects.requireNonNull(within, "within");
      Objects.requireNonNull(keyFormat, "keyFormat");
    }

    @Override
    public Schema schema() {
      return joined(left, right);
    }

    @Override
    public List<LogicalPlan> inputs() {
      return List.of(left, right);
    }

    @Override
    public LogicalPlan withInputs(List<LogicalPlan> inputs) {
      return new Join(inputs.get(0), inputs.get(1), type, within, keyFormat);
    }

    @Override
    public Source.Kind kind() {
      return left.kind();
    }
  }

  /**
   * Rows of a table, each with the row of another that one of its columns names.
   *
   * @param left the table whose rows name others
   * @param right the table that is named
   * @param type INNER, or LEFT to keep rows that name none
   * @param foreignKey the value column of the left side that holds the key of the right one
   * @param leftKeyFormat how keys of the left side are written
   * @param rightKeyFormat how keys of the right side are written
   */
  record ForeignKeyJoin(
      LogicalPlan left,
      LogicalPlan right,
      JoinKind type,
      ColumnRef foreignKey,
      FormatSpec leftKeyFormat,
      FormatSpec rightKeyFormat)
      implements LogicalPlan {
    public ForeignKeyJoin {
      Objects.requireNonNull(left, "left");
      Objects.requireNonNull(right, "right");
      Objects.requireNonNull(type, "type");
      Objects.requireNonNull(foreignKey, "foreignKey");
      Objects.requireNonNull(leftKeyFormat, "leftKeyFormat");
      Objects.requireNonNull(rightKeyFormat, "rightKeyFormat");
    }

    @Override
    public Schema schema() {
      return joined(left, right);
    }

    @Override
    public List<LogicalPlan> inputs() {
      return List.of(left, right);
    }

    @Override
    public LogicalPlan withInputs(List<LogicalPlan> inputs) {
      return new ForeignKeyJoin(
          inputs.get(0), inputs.get(1), type, foreignKey, leftKeyFormat, rightKeyFormat);
    }

    @Override
    public Source.Kind kind() {
      return Source.Kind.TABLE;
    }
  }

  private static Schema joined(LogicalPlan left, LogicalPlan right) {
    List<Column> value = new ArrayList<>(left.schema().value());
    value.addAll(right.schema().value());
    return new Schema(left.schema().key(), value);
  }
}
