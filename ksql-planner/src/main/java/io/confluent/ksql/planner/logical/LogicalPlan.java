package io.confluent.ksql.planner.logical;

import io.confluent.ksql.planner.catalog.Source;
import io.confluent.ksql.planner.expr.Expr;
import io.confluent.ksql.planner.expr.NamedExpr;
import io.confluent.ksql.planner.physical.AggregateStep;
import io.confluent.ksql.planner.physical.Aggregation;
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
   */
  record Scan(Source source, List<ScanExtra> extras) implements LogicalPlan {
    public Scan {
      Objects.requireNonNull(source, "source");
      extras = List.copyOf(extras);
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
   * Events, each with the row of a table that has its key: the value columns of both.
   *
   * @param left the events
   * @param right the table
   * @param keepsUnmatched whether events without such a row go on, with NULLs
   */
  record StreamTableJoin(LogicalPlan left, LogicalPlan right, boolean keepsUnmatched)
      implements LogicalPlan {
    public StreamTableJoin {
      Objects.requireNonNull(left, "left");
      Objects.requireNonNull(right, "right");
    }

    @Override
    public Schema schema() {
      List<Column> value = new ArrayList<>(left.schema().value());
      value.addAll(right.schema().value());
      return new Schema(left.schema().key(), value);
    }

    @Override
    public List<LogicalPlan> inputs() {
      return List.of(left, right);
    }

    @Override
    public LogicalPlan withInputs(List<LogicalPlan> inputs) {
      return new StreamTableJoin(inputs.get(0), inputs.get(1), keepsUnmatched);
    }

    @Override
    public Source.Kind kind() {
      return Source.Kind.STREAM;
    }
  }
}
